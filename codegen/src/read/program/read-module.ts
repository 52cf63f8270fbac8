import { ts } from '../ts-morph.js';
import { inObjectOrder, namePath } from '../../program/predictor-path.js';
import { noteUnseen, type ProgramWalk } from './program-walk.js';
import { bare } from './named-class.js';
import { noteHidden } from './note-hidden.js';
import { noteMoved } from './note-moved.js';
import { isOwnProperty } from './own-path.js';
import { ownName } from './properties.js';
import { readValue } from './read-value.js';

/**
 * Reads the predictors of a module from the initializers of its properties, those of its bases first.
 *
 * @param walk at the path of the module
 */
export function readModule(node: ts.ClassLikeDeclaration, walk: ProgramWalk): void {
  const { reader, path } = walk;
  const { classes } = reader.kinds.chainOf(node);
  const properties = new Map<string, ts.PropertyDeclaration>();
  for (const type of classes) {
    reader.onVisit(type);
    if (type.getSourceFile().isDeclarationFile) {
      noteDeclared(type, walk);
      continue;
    }
    for (const member of type.members) {
      const name = ts.isPropertyDeclaration(member) ? ownName(member) : undefined;
      if (name !== undefined && ts.isPropertyDeclaration(member)) properties.set(name, member);
    }
    noteHidden(type, walk);
  }
  const within = [...walk.within, { node, path }];
  const ordered = inObjectOrder(properties);
  for (const [name, property] of ordered) {
    readProperty(name, property, { ...walk, within, path: namePath(path, name) });
  }
  noteMoved(classes, ordered, walk);
}

function readProperty(name: string, property: ts.PropertyDeclaration, walk: ProgramWalk): void {
  const { findings, reader } = walk;
  const { initializer, type } = property;
  const holds = type !== undefined && reader.mentions.inType(type);
  const empty = property.questionToken === undefined ? '' : `, or '${name} = undefined' where it stays empty`;
  const hint = `write '${name} = new Predict(Ticket)'${empty}`;
  if (initializer === undefined) {
    if (holds) noteUnseen(walk, property.name, 'a predictor without an initializer', hint);
    return;
  }
  const before = findings.predictors.length + findings.unseen.length;
  readValue(initializer, walk);
  const isRead = findings.predictors.length + findings.unseen.length > before;
  if (holds && !isRead && !isEmpty(initializer) && !isOwnProperty(initializer)) {
    noteUnseen(walk, initializer, 'a predictor that is built elsewhere', hint);
  }
}

/** Values that hold nothing yet. What is put into them later is found where it is built. */
function isEmpty(initializer: ts.Expression): boolean {
  const node = bare(initializer);
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined')
  );
}

/** A declaration file has types, and no initializers to read. */
function noteDeclared(type: ts.ClassLikeDeclaration, walk: ProgramWalk): void {
  const member = type.members.find(
    (one) =>
      ts.isPropertyDeclaration(one) &&
      (one.type === undefined ? ownName(one) !== undefined : walk.reader.mentions.inType(one.type)),
  );
  if (member === undefined) return;
  const found = `the module ${type.name?.text ?? ''}, of which only a declaration file is there`;
  noteUnseen(walk, member, found, 'import its source, or extend Module here and use its signatures');
}

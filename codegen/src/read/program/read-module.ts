import { ts } from '../ts-morph.js';
import { inObjectOrder, namePath } from '../../program/predictor-path.js';
import type { ProgramFindings, ProgramReader } from './program-reader.js';
import { bare } from './named-class.js';
import { noteHidden } from './note-hidden.js';
import { isOwnProperty } from './mentions-predictor.js';
import { ownName } from './properties.js';
import { readValue } from './read-value.js';

/**
 * Reads the predictors of a module from the initializers of its properties, those of its bases first.
 *
 * @param path of the module in the program
 * @param within the modules that lead here, the outermost first
 */
export function readModule(
  node: ts.ClassLikeDeclaration,
  path: string,
  within: readonly ts.ClassLikeDeclaration[],
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  const { classes } = reader.kinds.chainOf(node);
  const properties = new Map<string, ts.PropertyDeclaration>();
  for (const type of classes) {
    reader.onVisit(type);
    if (type.getSourceFile().isDeclarationFile) {
      noteDeclared(type, path, findings, reader);
      continue;
    }
    for (const member of type.members) {
      const name = ts.isPropertyDeclaration(member) ? ownName(member) : undefined;
      if (name !== undefined && ts.isPropertyDeclaration(member)) properties.set(name, member);
    }
    noteHidden(type, path, findings, reader);
  }
  for (const [name, property] of inObjectOrder(properties)) {
    const at = namePath(path, name);
    const before = findings.predictors.length + findings.unseen.length;
    if (property.initializer !== undefined) {
      readValue(property.initializer, at, [...within, node], findings, reader);
      const isRead = findings.predictors.length + findings.unseen.length > before;
      const holds = property.type !== undefined && reader.mentions.inType(property.type);
      if (holds && !isRead && !isEmpty(property.initializer) && !isOwnProperty(property.initializer)) {
        findings.unseen.push({
          place: reader.at(property.initializer),
          at,
          found: 'a predictor that is built elsewhere',
          hint: `write '${name} = new Predict(Ticket)'`,
        });
      }
    } else if (property.type !== undefined && reader.mentions.inType(property.type)) {
      findings.unseen.push({
        place: reader.at(property.name),
        at,
        found: 'a predictor without an initializer',
        hint: `write '${name} = new Predict(Ticket)'`,
      });
    }
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
function noteDeclared(
  type: ts.ClassLikeDeclaration,
  path: string,
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  const member = type.members.find(
    (one) =>
      ts.isPropertyDeclaration(one) &&
      (one.type === undefined ? ownName(one) !== undefined : reader.mentions.inType(one.type)),
  );
  if (member === undefined) return;
  findings.unseen.push({
    place: reader.at(member),
    at: path,
    found: `the module ${type.name?.text ?? ''}, of which only a declaration file is there`,
    hint: 'import its source, or extend Module here and use its signatures',
  });
}

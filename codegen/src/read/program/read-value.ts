import { ts } from '../ts-morph.js';
import { inObjectOrder, itemPath, namePath } from '../../program/predictor-path.js';
import type { ClassChain } from './class-kind.js';
import { missingImport } from './missing-import.js';
import { bare, namedBy } from './named-class.js';
import type { ProgramReader } from './program-reader.js';
import { modulesAround, noteUnseen, type ProgramWalk } from './program-walk.js';
import { literalName } from './properties.js';

/**
 * Reads the predictors of a value: one, a module, an array or a record of them. What else may bring predictors about
 * is noted as unseen.
 */
export function readValue(value: ts.Expression, walk: ProgramWalk): void {
  const node = bare(value);
  if (ts.isNewExpression(node)) readNew(node, walk);
  else if (ts.isArrayLiteralExpression(node)) readArray(node, walk);
  else if (ts.isObjectLiteralExpression(node)) readRecord(node, walk);
  else if (walk.reader.mentions.inValue(node)) {
    const { found, hint } = reasonOf(node, walk.reader);
    noteUnseen(walk, node, found, hint);
  }
}

function readNew(node: ts.NewExpression, walk: ProgramWalk): void {
  const { reader, within } = walk;
  const named = namedBy(bare(node.expression), reader.checker);
  const chain = named?.kind === 'class' ? reader.kinds.chainOf(named.node) : undefined;
  const given = node.arguments ?? [];
  for (const type of chain?.classes ?? []) reader.onVisit(type);
  if (chain?.kind === 'predictor') return readPredictor(node, chain, walk);
  if (chain?.kind === 'module' && named?.kind === 'class') {
    if (within.some((module) => module.node === named.node)) {
      const name = named.node.name?.text ?? 'the module';
      const hint = `build no ${name} as a property of ${name}: it would never end`;
      return noteUnseen(walk, node, `${name} inside of itself`, hint);
    }
    walk.readModule(named.node, walk);
    return noteArguments(given, walk);
  }
  if (notFound(node, chain, walk)) return;
  if (reader.mentions.isBuiltByOtherName(node)) noteUnseen(walk, node, ...otherName(node));
  else if (reader.mentions.inValue(node)) noteUnseen(walk, node, ...otherClass(node));
}

/** Notes a class that is not there, or whose base is not there. */
function notFound(node: ts.NewExpression, chain: ClassChain | undefined, walk: ProgramWalk): boolean {
  const { checker } = walk.reader;
  const missing = chain?.broken ?? (chain === undefined ? node.expression : undefined);
  const module = missing && missingImport(missing, checker);
  if (missing === undefined || module === undefined) return false;
  const name = node.expression.getText();
  const what =
    chain === undefined ? `${name}, which` : `${name}, whose base class '${bare(missing).getText()}'`;
  const hint = `check the import from '${module}': is the path right, and the class exported there?`;
  noteUnseen(walk, node, `${what} was not found`, hint);
  return true;
}

function readPredictor(node: ts.NewExpression, { classes }: ClassChain, walk: ProgramWalk): void {
  const { findings, path, reader } = walk;
  const [first, ...others] = node.arguments ?? [];
  const own = classes.find((type) => type.members.some(ts.isConstructorDeclaration));
  if (own !== undefined) {
    const name = own.name?.text ?? 'its class';
    const found = `a predictor whose class ${name} has a constructor of its own`;
    return noteUnseen(walk, node, found, `remove the constructor of ${name}, or use 'new Predict(..)'`);
  }
  const signature = reader.signatureOf(first);
  if ('found' in signature) noteUnseen(walk, first ?? node, signature.found, signature.hint);
  else {
    const { id, bases } = signature;
    findings.predictors.push({ path, signature: id, bases, modules: modulesAround(walk) });
  }
  noteArguments(others, walk);
}

/** `new kit.Ask(Ticket)`. */
function otherName({ expression }: ts.NewExpression): readonly [found: string, hint: string] {
  return [
    `a predictor of '${short(expression)}', which is no class by its name`,
    "name the class itself, imported or in a constant: 'new Predict(Ticket)'",
  ];
}

/** `new Map([['a', new Predict(A)]])`, `new Registry()`. */
function otherClass(node: ts.NewExpression): readonly [found: string, hint: string] {
  const name = node.expression.getText();
  return /^(?:(?:Weak)?(?:Map|Set)|Array)$/u.test(name)
    ? [
        `predictors in ${name === 'Array' ? 'an' : 'a'} ${name}`,
        "use an array or a record that is written out: '{ a: new Predict(Ticket) }'",
      ]
    : [
        `predictors in ${name}, which is no Module`,
        `let ${name} extend Module, or make them properties here`,
      ];
}

function noteArguments(given: readonly ts.Expression[], walk: ProgramWalk): void {
  for (const argument of given) {
    if (!walk.reader.mentions.inValue(argument)) continue;
    const hint = "make it a property with an initializer: 'triage = new Predict(Ticket)'";
    noteUnseen(walk, argument, 'a predictor that is an argument of a constructor', hint);
  }
}

function readArray(node: ts.ArrayLiteralExpression, walk: ProgramWalk): void {
  const spread = node.elements.find(ts.isSpreadElement);
  if (spread !== undefined && walk.reader.mentions.inValue(node)) {
    return noteUnseen(walk, spread, 'a spread in an array of predictors', 'write its members out');
  }
  node.elements.forEach((element, index) => {
    readValue(element, { ...walk, path: itemPath(walk.path, index) });
  });
}

function readRecord(node: ts.ObjectLiteralExpression, walk: ProgramWalk): void {
  const { mentions } = walk.reader;
  if (!mentions.inValue(node)) return;
  const members = new Map<string, ts.Expression>();
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      return noteUnseen(walk, property, 'a spread in a record of predictors', 'write its members out');
    }
    const name = ts.isComputedPropertyName(property.name) ? literalName(property.name) : property.name.text;
    if (name === undefined) {
      if (!mentions.inValue(property)) continue;
      return noteUnseen(walk, property.name, 'a predictor under a computed name', 'write the name out');
    }
    if (name === '__proto__' && mentions.inValue(property)) {
      noteUnseen(walk, property.name, "a predictor under the name '__proto__'", 'give it another name');
    } else if (ts.isPropertyAssignment(property)) members.set(name, property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) members.set(name, property.name);
    else if (
      ts.isGetAccessor(property) ? mentions.inValue(property) : mentions.builtIn(property).length > 0
    ) {
      const hint = "write 'name: new Predict(Ticket)'";
      noteUnseen(walk, property.name, 'a predictor that a function builds', hint);
    }
  }
  for (const [name, member] of inObjectOrder(members)) {
    readValue(member, { ...walk, path: namePath(walk.path, name) });
  }
}

function reasonOf(node: ts.Expression, reader: ProgramReader): { found: string; hint: string } {
  const hint = "build it here, by itself: 'new Predict(Ticket)'";
  if (ts.isConditionalExpression(node)) {
    const both = "build each as a property of its own, and choose between them in 'forward'";
    return { found: 'a predictor on a condition', hint: both };
  }
  if (ts.isBinaryExpression(node)) {
    return { found: `a predictor behind '${node.operatorToken.getText()}'`, hint };
  }
  if (ts.isFunctionLike(node)) return { found: 'a predictor that a function builds', hint };
  if (ts.isCallExpression(node)) {
    return { found: `a predictor that comes from a call of '${short(node.expression)}'`, hint };
  }
  const named = namedBy(node, reader.checker);
  return named === undefined
    ? { found: `a predictor in '${short(node)}'`, hint }
    : { found: `'${short(node)}', a predictor that is built elsewhere`, hint };
}

function short(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/gu, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

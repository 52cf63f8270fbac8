import { ts } from '../ts-morph.js';
import { inObjectOrder, itemPath, namePath } from '../../program/predictor-path.js';
import { bare, namedBy } from './named-class.js';
import type { ProgramFindings, ProgramReader } from './program-reader.js';
import { literalName } from './properties.js';

/**
 * Reads the predictors of a value: one, a module, an array or a record of them. What else may bring predictors about
 * is noted as unseen.
 *
 * @param within the modules that lead here, the outermost first
 */
export function readValue(
  value: ts.Expression,
  path: string,
  within: readonly ts.ClassLikeDeclaration[],
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  const node = bare(value);
  if (ts.isNewExpression(node)) readNew(node, path, within, findings, reader);
  else if (ts.isArrayLiteralExpression(node)) readArray(node, path, within, findings, reader);
  else if (ts.isObjectLiteralExpression(node)) readRecord(node, path, within, findings, reader);
  else if (reader.mentions.inValue(node)) {
    findings.unseen.push({ place: reader.at(node), at: path, ...reasonOf(node, reader) });
  }
}

function readNew(
  node: ts.NewExpression,
  path: string,
  within: readonly ts.ClassLikeDeclaration[],
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  const named = namedBy(bare(node.expression), reader.checker);
  const chain = named?.kind === 'class' ? reader.kinds.chainOf(named.node) : undefined;
  const given = node.arguments ?? [];
  const note = (at: ts.Node, found: string, hint: string): void => {
    findings.unseen.push({ place: reader.at(at), at: path, found, hint });
  };
  for (const type of chain?.classes ?? []) reader.onVisit(type);
  if (chain?.kind === 'predictor') {
    const own = chain.classes.find((type) => type.members.some(ts.isConstructorDeclaration));
    if (own !== undefined) {
      const name = own.name?.text ?? 'its class';
      return note(
        node,
        `a predictor whose class ${name} has a constructor of its own`,
        `remove the constructor of ${name}, or use 'new Predict(..)'`,
      );
    }
    const signature = reader.signatureOf(given[0]);
    if ('found' in signature) note(given[0] ?? node, signature.found, signature.hint);
    else findings.predictors.push({ path, signature: signature.id, bases: signature.bases });
    return noteArguments(given.slice(1), path, findings, reader);
  }
  if (chain?.kind === 'module' && named?.kind === 'class') {
    if (within.includes(named.node)) {
      const name = named.node.name?.text ?? 'the module';
      return note(
        node,
        `${name} inside of itself`,
        `build no ${name} as a property of ${name}: it would never end`,
      );
    }
    reader.readModule(named.node, path, within, findings);
    return noteArguments(given, path, findings, reader);
  }
  if (reader.mentions.inValue(node)) note(node, ...otherClass(node));
}

/** `new Map([['a', new Predict(A)]])`, `new Registry()`. */
function otherClass(node: ts.NewExpression): readonly [found: string, hint: string] {
  const name = node.expression.getText();
  return /^(?:Weak)?(?:Map|Set)$/u.test(name)
    ? [`predictors in a ${name}`, "use an array or a record: '{ a: new Predict(Ticket) }'"]
    : [
        `predictors in ${name}, which is no Module`,
        `let ${name} extend Module, or make them properties here`,
      ];
}

function noteArguments(
  given: readonly ts.Expression[],
  path: string,
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  for (const argument of given) {
    if (!reader.mentions.inValue(argument)) continue;
    findings.unseen.push({
      place: reader.at(argument),
      at: path,
      found: 'a predictor that is an argument of a constructor',
      hint: "make it a property with an initializer: 'triage = new Predict(Ticket)'",
    });
  }
}

function readArray(
  node: ts.ArrayLiteralExpression,
  path: string,
  within: readonly ts.ClassLikeDeclaration[],
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  const spread = node.elements.find(ts.isSpreadElement);
  if (spread !== undefined && reader.mentions.inValue(node)) {
    findings.unseen.push({
      place: reader.at(spread),
      at: path,
      found: 'a spread in an array of predictors',
      hint: 'write its members out',
    });
    return;
  }
  node.elements.forEach((element, index) => {
    readValue(element, itemPath(path, index), within, findings, reader);
  });
}

function readRecord(
  node: ts.ObjectLiteralExpression,
  path: string,
  within: readonly ts.ClassLikeDeclaration[],
  findings: ProgramFindings,
  reader: ProgramReader,
): void {
  if (!reader.mentions.inValue(node)) return;
  const note = (at: ts.Node, found: string, hint: string): void => {
    findings.unseen.push({ place: reader.at(at), at: path, found, hint });
  };
  const members = new Map<string, ts.Expression>();
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      return note(property, 'a spread in a record of predictors', 'write its members out');
    }
    const name = ts.isComputedPropertyName(property.name) ? literalName(property.name) : property.name.text;
    if (name === undefined) {
      if (!reader.mentions.inValue(property)) continue;
      return note(property.name, 'a predictor under a computed name', 'write the name out');
    }
    if (ts.isPropertyAssignment(property)) members.set(name, property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) members.set(name, property.name);
    else if (reader.mentions.builtIn(property).length > 0) {
      note(property.name, 'a predictor that a function builds', "write 'name: new Predict(Ticket)'");
    }
  }
  for (const [name, member] of inObjectOrder(members)) {
    readValue(member, namePath(path, name), within, findings, reader);
  }
}

function reasonOf(node: ts.Expression, reader: ProgramReader): { found: string; hint: string } {
  const hint = "build it here, by itself: 'new Predict(Ticket)'";
  if (ts.isConditionalExpression(node)) return { found: 'a predictor on a condition', hint };
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

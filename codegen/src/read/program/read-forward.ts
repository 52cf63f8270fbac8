import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { ForwardSide } from '../../declaration/program-declaration.js';
import { itemPath, namePath } from '../../program/predictor-path.js';
import { readType } from '../type/read-type.js';
import { bare } from './named-class.js';
import type { ProgramReader } from './program-reader.js';
import { literalName } from './properties.js';

/** What `forward` takes and gives; a side that the source does not tell is absent. */
export interface ReadForward {
  readonly takes?: ForwardSide;
  readonly gives?: ForwardSide;
}

/** Reads the types of `forward`, of the class itself or of the nearest base that has one. */
export function readForward(
  node: ts.ClassLikeDeclaration,
  reader: ProgramReader,
  docOf: (node: ts.Node) => DocComment | undefined,
): ReadForward {
  const forward = reader.kinds
    .chainOf(node)
    .classes.toReversed()
    .map(forwardOf)
    .find((found) => found !== undefined);
  if (forward === undefined) return {};
  const sideOf = (type: ts.TypeNode): ForwardSide =>
    ofSignature(type, reader) ?? {
      kind: 'type',
      type: readType(type, {
        checker: reader.checker,
        placeOf: (part) => reader.at(part),
        docOf,
        onVisit: (declaration) => reader.onVisit(declaration),
      }),
    };
  const [first] = forward.parameters.filter(({ name }) => name.getText() !== 'this');
  const takes = first === undefined ? { kind: 'nothing' as const } : first.type && sideOf(first.type);
  const gives = forward.type === undefined ? givenBy(forward) : sideOf(awaited(forward.type));
  return { ...(takes === undefined ? {} : { takes }), ...(gives === undefined ? {} : { gives }) };
}

/** `forward(..) { }` or `forward = async (..) => { }`; of several overloads the last. */
function forwardOf(node: ts.ClassLikeDeclaration): ts.SignatureDeclaration | undefined {
  const member = node.members.findLast((one) => one.name !== undefined && one.name.getText() === 'forward');
  if (member === undefined) return undefined;
  if (ts.isMethodDeclaration(member)) {
    return isAbstract(member) ? undefined : member;
  }
  const value = ts.isPropertyDeclaration(member) && member.initializer ? bare(member.initializer) : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? value
    : undefined;
}

function isAbstract(member: ts.MethodDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Abstract) !== 0;
}

/** The type in `Promise<..>`. */
function awaited(type: ts.TypeNode): ts.TypeNode {
  const [inner] =
    ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise' ? (type.typeArguments ?? []) : [];
  return inner ?? type;
}

/** `InputOf<typeof Ticket>` and `OutputOf<typeof Ticket>`, imported from `sigil`. */
function ofSignature(type: ts.TypeNode, reader: ProgramReader): ForwardSide | undefined {
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const name = importedFromSigil(type.typeName, reader.checker);
  const [argument] = type.typeArguments ?? [];
  if (argument === undefined || !ts.isTypeQueryNode(argument) || !ts.isIdentifier(argument.exprName))
    return undefined;
  if (name !== 'InputOf' && name !== 'OutputOf') return undefined;
  const signature = reader.signatureOf(argument.exprName);
  if ('found' in signature) return undefined;
  return { kind: 'signature', signature: signature.id, direction: name === 'InputOf' ? 'in' : 'out' };
}

function importedFromSigil(name: ts.Identifier, checker: ts.TypeChecker): string | undefined {
  const specifier = checker.getSymbolAtLocation(name)?.declarations?.find(ts.isImportSpecifier);
  if (specifier === undefined) return undefined;
  const { moduleSpecifier } = specifier.parent.parent.parent;
  const isOurs = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === 'sigil';
  return isOurs ? (specifier.propertyName ?? specifier.name).text : undefined;
}

/** What the `return` statements give, where each of them tells it. */
function givenBy(forward: ts.SignatureDeclaration): ForwardSide | undefined {
  const body = 'body' in forward ? forward.body : undefined;
  if (body === undefined) return undefined;
  const given = (ts.isBlock(body) ? returned(body) : [body]).map(sideOfValue);
  const [first] = given;
  if (first?.kind === 'predictor') {
    const isSame = given.every((side) => side?.kind === 'predictor' && side.path === first.path);
    return isSame ? first : undefined;
  }
  const names = given.map((side) => (side?.kind === 'names' ? side.names : undefined));
  return names.length > 0 && names.every((each) => each !== undefined)
    ? { kind: 'names', names: [...new Set(names.flat())] }
    : undefined;
}

function returned(body: ts.Block): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** Of `{ team, verdict: ... }`, and of `this.triage.run(..)`. */
function sideOfValue(value: ts.Expression): ForwardSide | undefined {
  const node = bare(value);
  if (ts.isAwaitExpression(node)) return sideOfValue(node.expression);
  if (ts.isObjectLiteralExpression(node)) {
    const names = node.properties.map(({ name }) =>
      name === undefined ? undefined : ts.isComputedPropertyName(name) ? literalName(name) : name.text,
    );
    return names.every((name) => name !== undefined) ? { kind: 'names', names } : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const path = node.expression.name.text === 'run' ? ownPath(node.expression.expression) : undefined;
  return path === undefined ? undefined : { kind: 'predictor', path };
}

/** The path of `this.steps[0]`. */
function ownPath(value: ts.Expression): string | undefined {
  const node = bare(value);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return '';
  if (ts.isPropertyAccessExpression(node)) {
    const path = ownPath(node.expression);
    return path === undefined ? undefined : namePath(path, node.name.text);
  }
  if (!ts.isElementAccessExpression(node)) return undefined;
  const [path, key] = [ownPath(node.expression), node.argumentExpression];
  if (path === undefined) return undefined;
  if (ts.isNumericLiteral(key)) return itemPath(path, Number(key.text));
  return ts.isStringLiteralLike(key) ? namePath(path, key.text) : undefined;
}

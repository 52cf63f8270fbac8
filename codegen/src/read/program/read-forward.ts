import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { ForwardSide } from '../../declaration/program-declaration.js';
import { readType } from '../type/read-type.js';
import { givenBy } from './given-by.js';
import { bare } from './named-class.js';
import type { ProgramReader } from './program-reader.js';

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
  const first = forward.parameters.find(({ name }) => name.getText() !== 'this');
  const takes = first === undefined ? { kind: 'nothing' as const } : first.type && sideOf(first.type);
  const gives = forward.type === undefined ? givenBy(forward, reader.checker) : sideOf(awaited(forward.type));
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

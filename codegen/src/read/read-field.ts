import { ts } from './ts-morph.js';
import type { DecoratorUse, FieldDeclaration, MemberKind } from '../declaration/class-declaration.js';
import type { PlaceOf } from './place-of.js';
import { readDoc } from './read-doc.js';
import { readInitializer } from './read-initializer.js';
import { readType, type TypeBindings } from './type/read-type.js';

/** What reading a member takes. */
export interface MemberReader {
  readonly checker: ts.TypeChecker;
  readonly placeOf: PlaceOf;
  /** Called with every declaration that a field's type leads to. */
  readonly onVisit: (declaration: ts.Node) => void;
  /** What the type parameters of the class stand for. */
  readonly bindings?: TypeBindings;
}

/** Reads a class member, or a constructor's parameter, that carries field decorators. */
export function readField(
  node: ts.ClassElement | ts.ParameterDeclaration,
  decorators: readonly DecoratorUse[],
  { checker, placeOf, onVisit, bindings }: MemberReader,
): FieldDeclaration {
  const at = (part: ts.Node) => placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const name = node.name === undefined ? undefined : memberName(node.name);
  const property = ts.isPropertyDeclaration(node) ? node : undefined;
  const doc = readDoc(node, placeOf);
  return {
    ...(name === undefined ? {} : { name }),
    place: at(node.name ?? node),
    member: memberKind(node),
    decorators,
    optional: property?.questionToken !== undefined,
    ...(property !== undefined && isAbstract(property) ? { isAbstract: true as const } : {}),
    ...(property?.type === undefined
      ? {}
      : {
          type: readType(property.type, {
            checker,
            placeOf: at,
            docOf: (member) => readDoc(member, placeOf),
            onVisit,
            ...(bindings === undefined ? {} : { bindings }),
          }),
        }),
    ...(property?.initializer === undefined || isUndefined(property.initializer)
      ? {}
      : { initializer: readInitializer(property.initializer, checker, placeOf) }),
    ...(doc === undefined ? {} : { doc }),
  };
}

/** `undefined as never`, which the compiler asks for where a field narrows that of a base. No default. */
function isUndefined(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'undefined';
  if (!ts.isAsExpression(node) && !ts.isNonNullExpression(node) && !ts.isParenthesizedExpression(node))
    return false;
  return isUndefined(node.expression);
}

export function isAbstract(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) !== 0;
}

/** The name of a member, or undefined where it is computed. */
export function memberName(name: ts.Node): string | undefined {
  return ts.isIdentifier(name) ||
    ts.isPrivateIdentifier(name) ||
    ts.isStringLiteral(name) ||
    ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

function memberKind(node: ts.ClassElement | ts.ParameterDeclaration): MemberKind {
  if (ts.isParameter(node)) return 'parameter';
  const flags = ts.getCombinedModifierFlags(node);
  if ((flags & ts.ModifierFlags.Static) !== 0) return 'static member';
  if ((flags & ts.ModifierFlags.Private) !== 0) return 'private member';
  if ((flags & ts.ModifierFlags.Protected) !== 0) return 'protected member';
  if (node.name !== undefined && ts.isPrivateIdentifier(node.name)) return 'private member';
  if ((flags & ts.ModifierFlags.Accessor) !== 0) return 'accessor property';
  if (ts.isMethodDeclaration(node)) return 'method';
  if (ts.isGetAccessor(node)) return 'getter';
  return ts.isSetAccessor(node) ? 'setter' : 'property';
}

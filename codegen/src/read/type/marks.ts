import { ts } from '../ts-morph.js';
import type { Mark, Marks } from '../../declaration/type-tree.js';
import type { BrandPart } from './phantom.js';
import { declarationsOf } from './declarations-of.js';
import type { TypeContext, UnionMember } from './type-context.js';

/** The properties that brands add to a type, by which TypeScript tells it from its base. */
export function marksOf(brands: readonly BrandPart[], context: TypeContext): Marks {
  return brands.map((brand) => marksOfPart(brand, context)).reduce(bothMarks, []);
}

/** What stands behind two brands of one type. */
export function bothMarks(a: Marks, b: Marks): Marks {
  return a === 'unclear' || b === 'unclear' ? 'unclear' : [...a, ...b];
}

function marksOfPart({ type, member }: BrandPart, context: TypeContext): Marks {
  if (ts.isTypeLiteralNode(type)) return marksOfMembers(type.members, context);
  if (member?.kind !== 'object' || member.nominal === true) return 'unclear';
  const isClear = member.properties.every(({ name, optional }) => !optional && !name.startsWith('['));
  return isClear ? member.properties.map(({ name, type: held }) => markOf(name, held)) : 'unclear';
}

function marksOfMembers(members: readonly ts.TypeElement[], context: TypeContext): Marks {
  const marks = members.map((member): Mark | undefined => {
    if (!ts.isPropertySignature(member) || member.questionToken !== undefined) return undefined;
    const name = nameOfMark(member.name, context);
    if (name === undefined || member.type === undefined) return undefined;
    return markOf(name, isPlain(member.type) ? context.readMember(member.type) : undefined);
  });
  return marks.every((mark) => mark !== undefined) ? marks : 'unclear';
}

/** A symbol is told from others by where it is declared. */
function nameOfMark(name: ts.PropertyName, context: TypeContext): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name)) return name.text;
  if (!ts.isComputedPropertyName(name)) return undefined;
  const { expression } = name;
  if (ts.isStringLiteral(expression)) return expression.text;
  const last = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  const symbol = declarationsOf(last, context.checker)?.find(ts.isVariableDeclaration);
  return symbol === undefined ? undefined : `[${Object.values(context.placeOf(symbol)).join(':')}]`;
}

function isPlain(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) || ts.isTypeReferenceNode(type);
}

function markOf(name: string, held: UnionMember | undefined): Mark {
  const isKnown = held?.kind === 'enum' && held.values.length === 1 && held.declared === undefined;
  return isKnown ? { name, value: JSON.stringify(held.values[0]) } : { name };
}

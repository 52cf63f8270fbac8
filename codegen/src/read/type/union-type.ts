import { ts } from '../ts-morph.js';
import type { TypeTree } from '../../declaration/type-tree.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

/** `A | B`: literals become one enum in the order in which they are written; `null` and `undefined` wrap the rest. */
export function readUnionType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isUnionTypeNode(node)) return undefined;
  const members = node.types.map((type) => flat(context.readMember(type)));
  return combine(node, members.flat(), context);
}

/** A member that is a union itself (by an alias or parentheses), in its parts. */
function flat(member: UnionMember): UnionMember[] {
  const { place, text } = member;
  if (member.kind === 'nullable') return [...flat(member.inner), { kind: 'null', place, text }];
  if (member.kind === 'undefinable') return [...flat(member.inner), { kind: 'undefined', place, text }];
  return [member];
}

function combine(node: ts.TypeNode, members: readonly UnionMember[], context: TypeContext): UnionMember {
  const refused = members.find((member) => member.kind === 'refused');
  if (refused !== undefined) return refused;
  const written = { place: context.placeOf(node), text: oneLine(node.getText()) };
  const has = (kind: UnionMember['kind']): boolean => members.some((member) => member.kind === kind);

  const alternatives: TypeTree[] = [];
  const values = members.flatMap((member) => (member.kind === 'enum' ? member.values : []));
  if (values.length > 0) alternatives.push({ kind: 'enum', values: [...new Set(values)], ...written });
  if (has('boolean') || (has('true') && has('false'))) alternatives.push({ kind: 'boolean', ...written });
  else if (has('true') || has('false')) {
    return refuse(
      node,
      context,
      "a union with 'true' or 'false' alone",
      "write 'boolean', or literals: 'yes' | 'no'",
    );
  }
  for (const kind of ['string', 'number'] as const) if (has(kind)) alternatives.push({ kind, ...written });
  for (const member of members) {
    if (member.kind === 'array' || member.kind === 'object') alternatives.push(member);
  }

  const [only, ...rest] = alternatives;
  if (only === undefined)
    return refuse(node, context, "nothing but 'null' and 'undefined'", 'write a type that has values');
  if (rest.length > 0) return refuse(node, context, ...describeMixture(alternatives));
  const nullable: TypeTree = has('null') ? { kind: 'nullable', inner: only, ...written } : only;
  return has('undefined') ? { kind: 'undefinable', inner: nullable, ...written } : nullable;
}

function describeMixture(alternatives: readonly TypeTree[]): readonly [what: string, hint: string] {
  const kinds = new Set(alternatives.map((alternative) => alternative.kind));
  if (kinds.size === 1) {
    return [
      `a union of ${kinds.has('object') ? 'objects' : 'arrays'}`,
      "write one interface with a 'kind' field and optional properties",
    ];
  }
  if (kinds.has('enum') && (kinds.has('string') || kinds.has('number'))) {
    const wide = kinds.has('string') ? 'string' : 'number';
    return [
      `a union of '${wide}' and literals`,
      `write '${wide}' and name the examples in the comment, or literals only`,
    ];
  }
  return [
    'a union of different kinds of values',
    'write one of them, or an object with one optional property for each',
  ];
}

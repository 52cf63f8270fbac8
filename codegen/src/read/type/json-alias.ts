import type { TypeTree } from '../../declaration/type-tree.js';
import { innerTypes } from '../../declaration/inner-types.js';

/**
 * A type that says `any JSON` at length (`string | number | boolean | null | Json[] | { [key: string]: Json }`) as what
 * it says; undefined for any other recursive type.
 */
export function jsonAlias(type: TypeTree): TypeTree | undefined {
  if (type.kind !== 'recursive') return undefined;
  const kinds = new Set<TypeTree['kind']>();
  if (!isJson(type, new Set(), kinds)) return undefined;
  if (!PARTS.every((kind) => kinds.has(kind))) return undefined;
  const { place, text, type: body } = type;
  const json = (said: TypeTree): TypeTree => {
    return { kind: 'json', form: 'alias', said: { type: said, around: type }, place, text };
  };
  if (body.kind === 'map') return { ...body, value: json(body.value) };
  return body.kind === 'array' ? { ...body, items: json(body.items) } : json(type);
}

const PARTS = ['string', 'number', 'boolean', 'nullable', 'array', 'map'] as const;

/** Whether a type has nothing in it but kinds of JSON; notes the kinds. */
function isJson(type: TypeTree, around: ReadonlySet<string>, kinds: Set<TypeTree['kind']>): boolean {
  kinds.add(type.kind);
  switch (type.kind) {
    case 'string':
      return type.brand === undefined && type.tags === undefined;
    case 'number':
      return type.brand === undefined && type.integer === undefined && type.tags === undefined;
    case 'boolean':
      return true;
    case 'reference':
      return around.has(type.identity);
    case 'recursive':
      return isJson(type.type, new Set([...around, type.identity]), kinds);
    case 'map':
      return type.form === 'record' && type.key.kind === 'string' && isJson(type.value, around, kinds);
    case 'array':
    case 'union':
    case 'nullable':
    case 'undefinable':
      return innerTypes(type).every(({ type: inner }) => isJson(inner, around, kinds));
    default:
      return false;
  }
}

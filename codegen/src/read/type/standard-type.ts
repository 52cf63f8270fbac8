import type { ts } from '../ts-morph.js';
import { arrayOf } from './array-type.js';
import { readIntrinsicType } from './intrinsic-type.js';
import { readMap, readRecord } from './map-type.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { readUtilityType } from './utility-type.js';

const AS_INTERFACE = 'write an interface with the properties';
const AS_PRIMITIVE = 'write the primitive: string, number, boolean';
const AS_BYTES = "bytes cannot stand in a prompt; write 'string'";

const HINTS: ReadonlyMap<string, string> = new Map([
  ...['WeakMap', 'WeakSet', 'WeakRef'].map((name) => [name, "write 'Map' or 'Set'"] as const),
  ...['Iterable', 'ArrayLike', 'Generator', 'AsyncIterable', 'Iterator'].map(
    (name) => [name, "write an array: 'T[]'"] as const,
  ),
  ...[
    'ReturnType',
    'Parameters',
    'InstanceType',
    'ConstructorParameters',
    'ThisType',
    'ThisParameterType',
  ].map((name) => [name, AS_INTERFACE] as const),
  ...['String', 'Number', 'Boolean', 'BigInt', 'Symbol'].map((name) => [name, AS_PRIMITIVE] as const),
  ['PropertyKey', "write 'string'"],
  ['URL', "write 'string' with @format uri"],
  ...['URLSearchParams', 'RegExp', 'Error'].map((name) => [name, "write 'string'"] as const),
  ...[
    'Buffer',
    'ArrayBuffer',
    'SharedArrayBuffer',
    'DataView',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int8Array',
    'Uint16Array',
    'Int16Array',
    'Uint32Array',
    'Int32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'Blob',
    'File',
  ].map((name) => [name, AS_BYTES] as const),
  ...['Promise', 'PromiseLike', 'Awaited'].map((name) => [name, 'write the type of the value'] as const),
  ...[
    'Object',
    'Function',
    'JSON',
    'Math',
    'Proxy',
    'Element',
    'HTMLElement',
    'Node',
    'Event',
    'Document',
  ].map((name) => [name, AS_INTERFACE] as const),
]);

/** What takes types between `<` and `>`, as far as it gets here without them. */
const GENERICS: ReadonlyMap<string, string> = new Map([
  ...['Array', 'ReadonlyArray', 'Set', 'ReadonlySet'].map((name) => [name, `${name}<T>`] as const),
  ...['Map', 'ReadonlyMap', 'Record'].map((name) => [name, `${name}<K, V>`] as const),
  ...['Partial', 'Required', 'Readonly', 'NonNullable'].map((name) => [name, `${name}<T>`] as const),
  ...['Pick', 'Omit', 'Exclude', 'Extract'].map((name) => [name, `${name}<T, 'a' | 'b'>`] as const),
]);

const READ: ReadonlySet<string> = new Set(
  'Date Map Set ReadonlyMap ReadonlySet Array ReadonlyArray'.split(' '),
);

/** True for an interface of the standard library, which a project may add members to. */
export function isStandardName(name: string): boolean {
  return READ.has(name) || HINTS.has(name);
}

/** A type of the standard library, which is not loaded: by its name. Undefined for a name that is none. */
export function readStandardType(
  node: ts.Node,
  name: string,
  args: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember | undefined {
  const [first, second] = args;
  if (name === 'Date') return { kind: 'date', ...written(node, context) };
  if (first !== undefined && args.length === 1) {
    if (name === 'Array') return arrayOf(node, first, false, context);
    if (name === 'ReadonlyArray') return arrayOf(node, first, true, context);
    if (name === 'Set' || name === 'ReadonlySet') {
      const items = context.read(first);
      return { kind: 'set', readonly: name === 'ReadonlySet', items, ...written(node, context) };
    }
  }
  if (first !== undefined && second !== undefined && args.length === 2) {
    if (name === 'Record') return readRecord(node, first, second, context);
    if (name === 'Map' || name === 'ReadonlyMap') {
      return readMap(node, first, second, name === 'ReadonlyMap', context);
    }
  }
  const intrinsic = readIntrinsicType(node, name, args, context);
  if (intrinsic !== undefined) return intrinsic;
  const utility = readUtilityType(node, name, args, context);
  if (utility !== undefined) return utility;
  const whole = GENERICS.get(name);
  if (whole !== undefined)
    return refuse(node, context, `'${written(node, context).text}'`, `write '${whole}'`);
  const hint = HINTS.get(name);
  return hint === undefined ? undefined : refuse(node, context, `'${written(node, context).text}'`, hint);
}

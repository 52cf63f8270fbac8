const TEXT_OF_A_DATE = "write 'string' and name the format in the comment (ISO 8601)";
const AS_OBJECTS = "write an array of objects with 'key' and 'value'";
const AS_INTERFACE = 'write an interface with the properties';
const AS_PRIMITIVE = 'write the primitive: string, number, boolean';
const AS_TEXT = "write 'string'";
const AS_VALUE = 'write the type of the value';

const HINTS: ReadonlyMap<string, string> = new Map([
  ['Date', TEXT_OF_A_DATE],
  ...['Map', 'WeakMap', 'ReadonlyMap', 'Record'].map((name) => [name, AS_OBJECTS] as const),
  ...['Set', 'ReadonlySet', 'WeakSet', 'Iterable', 'ArrayLike', 'Generator', 'AsyncIterable'].map(
    (name) => [name, "write an array: 'T[]'"] as const,
  ),
  ...[
    'Partial',
    'Required',
    'Readonly',
    'Pick',
    'Omit',
    'ReturnType',
    'Parameters',
    'InstanceType',
    'Awaited',
  ].map((name) => [name, AS_INTERFACE] as const),
  ...['Exclude', 'Extract', 'NonNullable', 'Uppercase', 'Lowercase', 'Capitalize'].map(
    (name) => [name, "write the values out: 'a' | 'b'"] as const,
  ),
  ...['String', 'Number', 'Boolean', 'BigInt', 'Symbol'].map((name) => [name, AS_PRIMITIVE] as const),
  ...['URL', 'URLSearchParams', 'RegExp', 'Error'].map((name) => [name, AS_TEXT] as const),
  ...[
    'Buffer',
    'ArrayBuffer',
    'DataView',
    'Uint8Array',
    'Int8Array',
    'Float32Array',
    'Float64Array',
    'Blob',
    'File',
  ].map((name) => [name, "bytes cannot stand in a prompt; write 'string'"] as const),
  ...['Promise', 'PromiseLike'].map((name) => [name, AS_VALUE] as const),
  ...['Object', 'Function', 'JSON', 'Math', 'Proxy'].map((name) => [name, AS_INTERFACE] as const),
]);

/** What to write in the place of a type of the standard library, or undefined for a name that is none. */
export function standardTypeHint(name: string): string | undefined {
  return HINTS.get(name);
}

/** The name of a function of ejected files. */
export type HelperName =
  | 'shown'
  | 'isNothing'
  | 'isJson'
  | 'json'
  | 'plain'
  | 'RESERVED'
  | 'object'
  | 'byTag'
  | 'byKind'
  | 'list'
  | 'set'
  | 'tuple'
  | 'items'
  | 'entries'
  | 'pairs'
  | 'record'
  | 'map'
  | 'numberKey'
  | 'optional'
  | 'absent'
  | 'withDefault'
  | 'nullable'
  | 'oneOf'
  | 'named'
  | 'instant'
  | 'day'
  | 'isDay'
  | 'integerText'
  | 'truth'
  | 'anything'
  | 'jsonText'
  | 'text'
  | 'number'
  | 'isMultiple'
  | 'fromJson'
  | 'fail';

/** Notes that a helper is needed, and gives its name back. */
export type Use = (name: HelperName) => string;

/** A small function that an ejected file may need. */
interface Helper {
  readonly text: string;
  readonly needs?: readonly HelperName[];
}

/**
 * The functions of ejected files, in the order in which they are written. Only those that a signature needs are: a
 * person should be able to read the whole file.
 */
const helpers: Record<HelperName, Helper> = {
  shown: {
    needs: ['json', 'RESERVED'],
    text: `/** A value in a prompt: a text as it is, unless it could be read as something else; all the rest as JSON. */
function shown(value: unknown, isTaken: (text: string) => boolean = () => false): string {
  if (typeof value !== 'string' || value.trim() !== value || value === '') return json(value);
  if (/^".*"$|^"$/su.test(value) || RESERVED.test(value) || isTaken(value)) return json(value);
  return value.replace(MARKERS, (...match: unknown[]) => {
    const { before, slashes, name, after } = partsOf(match);
    return \`\${before}\${slashes}\\\\\${name}\${after}\`;
  });
}`,
  },
  isNothing: {
    text: `/** Words that stand for no value. */
function isNothing(text: string): boolean {
  return /^(?:null|none|n\\/a)?$/iu.test(text.trim());
}`,
  },
  isJson: {
    text: `function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}`,
  },
  json: {
    text: `/** JSON on one line, without what could be read as the structure of the prompt. */
function json(value: unknown): string {
  const text = JSON.stringify(value)
    .replaceAll('\\u2028', '\\\\u2028')
    .replaceAll('\\u2029', '\\\\u2029')
    .replaceAll('</think>', '<\\\\/think>');
  const isForged = /<\\|\\w{1,40}\\|>/u.test(text) || markersIn(text).length > 0;
  return isForged ? text.replaceAll('<', '\\\\u003c') : text;
}`,
  },
  plain: {
    text: `/** Any value as JSON: dates as ISO 8601, sets as lists, maps as objects, bigints as digits. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || value instanceof Set) return [...value].map((item) => plain(item) ?? null);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, held]) => [String(key), plain(held)]));
}`,
  },
  RESERVED: {
    text: `/** What ends a turn, or the thoughts of a model, in the templates of chat models. */
const RESERVED = /<\\/think>|<\\|\\w{1,40}\\|>|(?:<\\/s>|\\[\\[ ?## ?completed ?## ?\\]\\])$/u;`,
  },
  object: {
    needs: ['fail'],
    text: `/** An object with these properties and no others. A property that is absent is left out. */
function object(readers: Record<string, Read>, names: Record<string, string> = {}): Read {
  const aliases = new Map(Object.entries(names));
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, value, 'an object');
    const given = new Map<string, unknown>(Object.entries(value));
    const read: [string, unknown][] = [];
    for (const [name, reader] of Object.entries(readers)) {
      const shownName = aliases.get(name) ?? name;
      const one = reader(given.get(shownName), at === '' ? name : \`\${at}.\${name}\`);
      given.delete(shownName);
      if (one !== undefined) read.push([name, one]);
    }
    if (given.size > 0) return fail(at, [...given.keys()], 'no other properties');
    return Object.fromEntries(read);
  };
}`,
  },
  byTag: {
    needs: ['fail'],
    text: `/** One of several objects, told apart by one of their properties. */
function byTag(name: string, variants: [tag: unknown, reader: Read][]): Read {
  return (value, at) => {
    const tag: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    const found = variants.find(([one]) => one === tag);
    return found === undefined ? fail(\`\${at}.\${name}\`, tag, 'one of the known ones') : found[1](value, at);
  };
}`,
  },
  byKind: {
    needs: ['fail'],
    text: `/** One of several kinds of values. */
function byKind(readers: { string?: Read; number?: Read; boolean?: Read }): Read {
  return (value, at) => {
    const kind = typeof value;
    const reader = kind === 'string' || kind === 'number' || kind === 'boolean' ? readers[kind] : undefined;
    return reader === undefined ? fail(at, value, \`one of: \${Object.keys(readers).join(', ')}\`) : reader(value, at);
  };
}`,
  },
  list: {
    needs: ['fail'],
    text: `function list(item: Read, limits: { minItems?: number; maxItems?: number; uniqueItems?: boolean } = {}): Read {
  return (value, at) => {
    if (!Array.isArray(value)) return fail(at, value, 'a list');
    const { minItems = 0, maxItems = Infinity, uniqueItems = false } = limits;
    if (value.length < minItems || value.length > maxItems) return fail(at, value, \`\${minItems} to \${maxItems} items\`);
    const texts = new Set(value.map((one) => JSON.stringify(one)));
    if (uniqueItems && texts.size < value.length) return fail(at, value, 'no item twice');
    return value.map((one, n) => item(one, \`\${at}[\${n}]\`));
  };
}`,
  },
  set: {
    needs: ['list'],
    text: `function set(item: Read, limits: { minItems?: number; maxItems?: number } = {}): Read {
  const read = list(item, { ...limits, uniqueItems: true });
  return (value, at) => new Set<unknown>(read(value, at) as unknown[]);
}`,
  },
  tuple: {
    needs: ['fail'],
    text: `function tuple(items: Read[]): Read {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== items.length) return fail(at, value, \`a list of \${items.length}\`);
    return items.map((item, n) => item(value[n], \`\${at}[\${n}]\`));
  };
}`,
  },
  items: {
    needs: ['object'],
    text: `/** A tuple that the model writes as an object with a property for each item. */
function items(readers: Record<string, Read>): Read {
  const read = object(readers);
  return (value, at) => {
    const held = new Map(Object.entries(read(value, at) as object));
    return Object.keys(readers).map((name) => held.get(name));
  };
}`,
  },
  entries: {
    needs: ['fail'],
    text: `/** The entries of a map, which people write as an object. */
function entries(key: Read, item: Read, limits: { minItems?: number; maxItems?: number } = {}): Read<[unknown, unknown][]> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, value, 'an object');
    const pairs = Object.entries(value);
    const { minItems = 0, maxItems = Infinity } = limits;
    if (pairs.length < minItems || pairs.length > maxItems) return fail(at, value, \`\${minItems} to \${maxItems} entries\`);
    return pairs.map(([name, held]) => {
      if (name === '__proto__' || name === 'constructor') return fail(at, name, 'another key');
      return [key(name, \`the keys of \${at}\`), item(held, \`\${at}.\${name}\`)];
    });
  };
}`,
  },
  pairs: {
    needs: ['fail'],
    text: `/** The entries of a map that the model writes as a list of \`key\` and \`value\`. */
function pairs(key: Read, item: Read, limits: { minItems?: number; maxItems?: number } = {}): Read<[unknown, unknown][]> {
  return (value, at) => {
    if (!Array.isArray(value)) return fail(at, value, 'a list of key and value');
    const { minItems = 0, maxItems = Infinity } = limits;
    if (value.length < minItems || value.length > maxItems) return fail(at, value, \`\${minItems} to \${maxItems} entries\`);
    const read = value.map((one: unknown): [unknown, unknown] => {
      if (typeof one !== 'object' || one === null) return fail(at, one, 'key and value');
      const { key: name, value: held, ...more } = one as { key?: unknown; value?: unknown };
      if (Object.keys(more).length > 0 || name === '__proto__' || name === 'constructor') return fail(at, one, 'key and value');
      return [key(name, \`the keys of \${at}\`), item(held, \`\${at}.\${String(name)}\`)];
    });
    if (new Set(read.map(([name]) => String(name))).size < read.length) return fail(at, value, 'each key once');
    return read;
  };
}`,
  },
  record: {
    text: `function record(read: Read<[unknown, unknown][]>): Read {
  return (value, at) => Object.fromEntries(read(value, at).map(([key, held]) => [String(key), held]));
}`,
  },
  map: {
    text: `function map(read: Read<[unknown, unknown][]>): Read {
  return (value, at) => new Map(read(value, at));
}`,
  },
  numberKey: {
    needs: ['fail'],
    text: `/** A number as the name of a property. */
function numberKey(read: Read): Read {
  return (value, at) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return String(number) === value || number === value ? read(number, at) : fail(at, value, 'a number');
  };
}`,
  },
  optional: {
    text: `/** What may be absent, which a model writes as null. */
function optional(read: Read): Read {
  return (value, at) => (value === undefined || value === null ? undefined : read(value, at));
}`,
  },
  absent: {
    text: `/** What may be absent; null is a value of it. */
function absent(read: Read): Read {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}`,
  },
  withDefault: {
    text: `function withDefault(read: Read, make: () => unknown): Read {
  return (value, at) => (value === undefined || value === null ? make() : read(value, at));
}`,
  },
  nullable: {
    text: `function nullable(read: Read): Read {
  return (value, at) => (value === null ? null : read(value, at));
}`,
  },
  oneOf: {
    needs: ['fail'],
    text: `function oneOf(values: unknown[]): Read {
  return (value, at) => (values.includes(value) ? value : fail(at, value, \`one of: \${values.join(', ')}\`));
}`,
  },
  named: {
    needs: ['fail'],
    text: `/** One of several values, each with the text that a model writes for it. */
function named(values: [shown: unknown, value: unknown][]): Read {
  return (value, at) => {
    const found = values.find(([text]) => text === value || String(text) === value);
    return found === undefined ? fail(at, value, \`one of: \${values.map(([text]) => text).join(', ')}\`) : found[1];
  };
}`,
  },
  instant: {
    needs: ['fail', 'isDay'],
    text: `/** An ISO 8601 date and time. */
function instant(value: unknown, at: string): Date {
  const isTime = typeof value === 'string' && /^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$/u.test(value);
  const date = isTime && isDay(value.slice(0, 10)) ? new Date(value) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || !/^\\d/u.test(date.toISOString()))
    return fail(at, value, 'a date and time such as 2026-01-31T12:00:00Z');
  return date;
}`,
  },
  day: {
    needs: ['fail', 'isDay'],
    text: `/** An ISO 8601 date: midnight in UTC. */
function day(value: unknown, at: string): Date {
  return typeof value === 'string' && isDay(value) ? new Date(\`\${value}T00:00:00.000Z\`) : fail(at, value, 'a date such as 2026-01-31');
}`,
  },
  isDay: {
    text: `function isDay(text: string): boolean {
  const date = /^\\d{4}-\\d\\d-\\d\\d$/u.test(text) ? new Date(\`\${text}T00:00:00.000Z\`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}`,
  },
  integerText: {
    needs: ['fail'],
    text: `/** A whole number of any length, as digits. */
function integerText(value: unknown, at: string): bigint {
  return typeof value === 'string' && /^-?\\d+$/u.test(value) ? BigInt(value) : fail(at, value, 'digits');
}`,
  },
  truth: {
    needs: ['fail'],
    text: `function truth(value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : fail(at, value, 'true or false');
}`,
  },
  anything: {
    needs: ['fail'],
    text: `function anything(value: unknown, at: string): unknown {
  return value === undefined ? fail(at, value, 'JSON') : value;
}`,
  },
  jsonText: {
    needs: ['fail', 'fromJson'],
    text: `/** JSON inside of a text. */
function jsonText(value: unknown, at: string): unknown {
  return typeof value === 'string' ? fromJson(value, at) : fail(at, value, 'JSON as text');
}`,
  },
  text: {
    needs: ['fail'],
    text: `function text(limits: { minLength?: number; maxLength?: number; pattern?: RegExp } = {}): Read {
  return (value, at) => {
    if (typeof value !== 'string') return fail(at, value, 'text');
    const { minLength = 0, maxLength = Infinity, pattern } = limits;
    const length = [...value].length;
    if (length < minLength || length > maxLength) return fail(at, value, \`\${minLength} to \${maxLength} characters\`);
    return pattern?.test(value) === false ? fail(at, value, \`a match of \${pattern}\`) : value;
  };
}`,
  },
  number: {
    needs: ['fail'],
    text: `function number(wanted = 'a number', isFit: (value: number) => boolean = () => true): Read {
  return (value, at) => (typeof value === 'number' && Number.isFinite(value) && isFit(value) ? value : fail(at, value, wanted));
}`,
  },
  isMultiple: {
    text: `/** As they are written in decimals: 19.99 is a multiple of 0.01. */
function isMultiple(value: number, step: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const digits = (one: number): [bigint, number] => {
    const [mantissa = '0', exponent = '0'] = String(one).split('e');
    const [before = '0', after = ''] = mantissa.split('.');
    const places = after.length - Number(exponent);
    return places >= 0 ? [BigInt(before + after), places] : [BigInt(before + after) * BigInt(10) ** BigInt(-places), 0];
  };
  const [whole, places] = digits(value);
  const [stepWhole, stepPlaces] = digits(step);
  const scale = Math.max(places, stepPlaces);
  return (whole * BigInt(10) ** BigInt(scale - places)) % (stepWhole * BigInt(10) ** BigInt(scale - stepPlaces)) === BigInt(0);
}`,
  },
  fromJson: {
    needs: ['fail'],
    text: `function fromJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail(at, text, 'JSON');
  }
}`,
  },
  fail: {
    text: `function fail(at: string, value: unknown, wanted: string): never {
  const found = value === undefined ? 'nothing' : String(JSON.stringify(value)).slice(0, 200);
  throw new Error(\`Cannot read \${at === '' ? 'the reply' : \`'\${at}'\`}: got \${found}, expected \${wanted}.\`);
}`,
  },
};

/** The texts of the helpers that are used, and of those that they use, in their order. */
export function helperTexts(used: ReadonlySet<HelperName>): readonly string[] {
  const all = new Set<HelperName>();
  const add = (name: HelperName): void => {
    if (all.has(name)) return;
    all.add(name);
    const { needs = [] } = helpers[name];
    for (const one of needs) add(one);
  };
  for (const name of used) add(name);
  return Object.entries(helpers).flatMap(([name, { text }]) =>
    isOf(all, name) && text !== '' ? [text] : [],
  );
}

function isOf(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name);
}

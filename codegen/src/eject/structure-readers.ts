import type { ShippedFunction } from './shipped-function.js';

/** What reads objects, lists and maps. */
export const structureReaders = {
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
} satisfies { readonly [name: string]: ShippedFunction };

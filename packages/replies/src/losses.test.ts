import { ParseError } from '@sigil/spec';
import { parseValue } from 'sigil/parse';
import { describe, expect, it } from 'vitest';
import { typeOf } from './compare/type-of.js';
import { sourceOf } from './reply/theme.js';

/** What is left out of each, with the path that a parser has to name. */
const losses = [
  { type: 'type Codes = int[];', reply: '[1, "two", 3]', path: '[1]' },
  { type: 'type Codes = int[];', reply: '[1, null, 3]', path: '[1]' },
  { type: 'interface Box { sizes: int[]; }', reply: '{"sizes": [1, 2, "x"]}', path: 'sizes[2]' },
  { type: 'type Stock = Record<string, int>;', reply: '{"nuts": 1, "bolts": "some"}', path: 'bolts' },
  { type: "type Day = 'mon' | 'tue';\ntype Days = Day[];", reply: '["mon", "sun"]', path: '[1]' },
  {
    type: 'interface Line { sku: string; qty: int; }\ninterface Order { lines: Line[]; }',
    reply: '{"lines": [{"sku": "a", "qty": 1}, {"sku": "b"}]}',
    path: 'lines[1]',
  },
  {
    type: 'interface Line { sku: string; qty: int; }\ninterface Order { lines: Line[]; }',
    reply: '{"lines":[{"sku":"a","qty":1},{"sku":"b","qt',
    path: 'lines[1]',
  },
  { type: 'interface Pet { name: string; age?: int; }', reply: '{"name": "Bo", "age": "old"}', path: 'age' },
];

describe('what fits nowhere', () => {
  it.each(losses)('is refused at its path, or inside of it: $reply', ({ type, reply, path }) => {
    const { source, typeName } = sourceOf(type);
    const read = (): unknown => parseValue(reply, typeOf(source, typeName), { onLoss: 'error' });
    expect(read).toThrow(ParseError);
    expect(read).toThrow(expect.objectContaining({ path: expect.stringContaining(path) }));
  });

  it.each(losses)('is in the coercions with its path otherwise: $reply', ({ type, reply, path }) => {
    const { source, typeName } = sourceOf(type);
    const wanted = typeOf(source, typeName);
    let paths: readonly string[];
    try {
      paths = parseValue(reply, wanted).coercions.map((coercion) => coercion.path);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      paths = [error.path];
    }
    expect(paths).toContainEqual(expect.stringContaining(path));
  });
});

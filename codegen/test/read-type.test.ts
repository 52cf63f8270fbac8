import { describe, expect, it } from 'vitest';
import { readSignature, readType, SourceError } from '../src/index.js';

/** What is wrong with a text, as the error says it. */
function problems(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (SourceError.isInstance(error))
      return error.diagnostics.map(({ code, message }) => `${code} ${message}`);
    throw error;
  }
  return [];
}

const TEXT = { kind: 'string' };
const NODE = { kind: 'object', name: 'Node', properties: [{ name: 'v', type: TEXT }] };
const NUMBER = { kind: 'number' };

describe('readType', () => {
  it.each([
    ['type T = string;', TEXT],
    ['type T = number;', NUMBER],
    ['type int = number; type T = int;', { kind: 'number', integer: true }],
    ["import type { int } from 'sigil'; type T = int;", { kind: 'number', integer: true }],
    ['type T = boolean;', { kind: 'boolean' }],
    ['type T = bigint;', { kind: 'bigint' }],
    ['type T = Date;', { kind: 'date', precision: 'time' }],
    ["type T = 'b' | 'a';", { kind: 'enum', values: ['b', 'a'] }],
    ["enum T { B = 'b', A = 'A' }", { kind: 'enum', values: ['b', 'A'], members: [{ accepted: ['B'] }, {}] }],
    ['enum T { B, A }', { kind: 'enum', values: [0, 1], members: [{ shown: 'B' }, { shown: 'A' }] }],
    ['type T = `id-${number}`;', { kind: 'template', parts: ['id-', NUMBER] }],
    ['type T = string[];', { kind: 'array', items: TEXT }],
    ['type T = Set<string>;', { kind: 'set', items: TEXT }],
    [
      'type T = [name: string, age?: number];',
      {
        kind: 'tuple',
        items: [
          { name: 'name', type: TEXT },
          { name: 'age', type: NUMBER, optional: true },
        ],
      },
    ],
    ['type T = Record<string, number>;', { kind: 'map', form: 'record', key: TEXT, value: NUMBER }],
    ['type T = Map<number, string>;', { kind: 'map', form: 'map', key: NUMBER, value: TEXT }],
    [
      'interface T { a: string;\n/** Of all. */\nb?: number }',
      {
        kind: 'object',
        name: 'T',
        properties: [
          { name: 'a', type: TEXT },
          { name: 'b', type: NUMBER, optional: true, description: 'Of all.' },
        ],
      },
    ],
    ['class T { a = 1 }', { kind: 'object', name: 'T', properties: [{ name: 'a', type: NUMBER }] }],
    ['type T = string | number;', { kind: 'union', variants: [TEXT, NUMBER] }],
    [
      "type T = { kind: 'a' } | { kind: 'b' };",
      {
        kind: 'union',
        discriminator: 'kind',
        variants: ['a', 'b'].map((value) => ({
          kind: 'object',
          properties: [{ name: 'kind', type: { kind: 'enum', values: [value] } }],
        })),
      },
    ],
    ['type T = string | null;', { kind: 'nullable', inner: TEXT }],
    // Names of the standard library are those of the text, where it declares them.
    ['interface Node { v: string }\ntype T = Node;', NODE],
    ['interface Date { v: string }\ntype T = Date;', { ...NODE, name: 'Date' }],
    ['type T = unknown;', { kind: 'json' }],
    [
      'interface T { next?: T }',
      {
        kind: 'recursive',
        name: 'T',
        type: {
          kind: 'object',
          name: 'T',
          properties: [{ name: 'next', type: { kind: 'reference', name: 'T' }, optional: true }],
        },
      },
    ],
    [
      '/** @minimum 1 */ type Count = number; type T = Count[];',
      { kind: 'array', items: { ...NUMBER, constraints: { minimum: 1 } } },
    ],
  ])('reads %s', (source, type) => {
    expect(readType(source, 'T')).toEqual(type);
  });

  it('finds a type that is exported, by default too', () => {
    expect(readType('export type T = string;', 'T')).toEqual(TEXT);
    expect(readType('export default interface T { a: string }', 'T')).toMatchObject({ kind: 'object' });
  });

  it.each([
    ['type T = () => void;', ["SIGIL2101 Cannot read type 'T': its type is a function."]],
    [
      'interface T { a: any; b: { c: Date | string } }',
      [
        "SIGIL2102 Cannot read type 'T': its type holds 'any'.",
        "SIGIL2101 Cannot read type 'T': its type holds a union of 'Date' and 'string', which look alike in a reply.",
      ],
    ],
    [
      "import type { Item } from './item.js'; type T = Item[];",
      [
        "SIGIL2103 Cannot read type 'T': its type holds 'Item', of which no declaration was found in './item.js'.",
      ],
    ],
    [
      'interface T { constructor: string }',
      ["SIGIL2013 Cannot read type 'T': the name 'constructor' means something else in JavaScript."],
    ],
    ['type T = {', ["SIGIL2010 Cannot read source.ts: '}' expected."]],
    ['type U = string;', ["SIGIL2000 Cannot read type 'T': the text declares no type of that name."]],
  ])('refuses %s', (source, expected) => {
    expect(problems(() => readType(source, 'T'))).toEqual(expected);
  });

  it('says where, by which path and what to write', () => {
    expect(() => readType('interface T {\n  a: { b: symbol };\n}', 'T')).toThrow(
      "2:11 Cannot read type 'T': its type holds 'symbol'. Path: T → a → b → symbol. Hint: write 'string'.",
    );
  });
});

const HEAD = "import { InputField, OutputField, Signature } from 'sigil';\n";

describe('readSignature', () => {
  it('reads the class that is named, with documentation, limits and defaults', () => {
    const source = `${HEAD}
type Team = 'billing' | 'technical';

/** Route a ticket. */
@Signature()
export class Ticket {
  /** As it came in. */
  @InputField() message!: string;
  @InputField() tags: string[] = ['new'];
  @OutputField() team!: Team;
  /** @minimum 0 */
  @OutputField() urgency?: number | null;
}

@Signature()
class Other {
  @InputField() broken!: () => void;
}
`;
    expect(readSignature(source, 'Ticket')).toEqual({
      id: 'source.ts#Ticket',
      instructions: 'Route a ticket.',
      fields: [
        { name: 'message', direction: 'in', type: TEXT, description: 'As it came in.' },
        { name: 'tags', direction: 'in', type: { kind: 'array', items: TEXT }, default: ['new'] },
        { name: 'team', direction: 'out', type: { kind: 'enum', values: ['billing', 'technical'] } },
        {
          name: 'urgency',
          direction: 'out',
          type: { kind: 'nullable', inner: { ...NUMBER, constraints: { minimum: 0 } } },
          optional: true,
        },
      ],
    });
  });

  it('reads classes without inputs and without outputs', () => {
    const source = `${HEAD}@Signature() class Ask { @InputField() a!: string }
@Signature() class Tell { @OutputField() b!: string }`;
    expect(readSignature(source, 'Ask').fields).toMatchObject([{ direction: 'in' }]);
    expect(readSignature(source, 'Tell').fields).toMatchObject([{ direction: 'out' }]);
  });

  it.each([
    [
      '@OutputField() a!: unknown;',
      [
        "SIGIL2105 Cannot compile field 'A.a': its type is 'unknown', which says nothing about what a model should answer.",
      ],
    ],
    [
      '@OutputField() a!: Missing;',
      ["SIGIL2103 Cannot compile field 'A.a': its type is 'Missing', of which no declaration was found."],
    ],
    [
      '@InputField() a: string = String(1);',
      [
        "SIGIL2016 Cannot compile field 'A.a': its initializer is no literal, so that its value is not known to the compiler.",
      ],
    ],
  ])('refuses %s', (member, expected) => {
    expect(problems(() => readSignature(`${HEAD}@Signature() class A { ${member} }`, 'A'))).toEqual(expected);
  });

  it('says that the class is not there, or is no signature', () => {
    const missing = (name: string) =>
      `SIGIL2000 Cannot read signature '${name}': the text declares no class of that name with @Signature().`;
    expect(problems(() => readSignature('class A {}', 'A'))).toEqual([missing('A')]);
    expect(
      problems(() => readSignature(`${HEAD}@Signature() class A { @InputField() a!: string }`, 'B')),
    ).toEqual([missing('B')]);
    expect(
      problems(() => readSignature('function Signature() {} @Signature() class A { a!: string }', 'A')),
    ).toEqual([missing('A')]);
  });
});

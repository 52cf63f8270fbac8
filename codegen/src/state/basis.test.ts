import type { FieldBasis } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { basisOf, readSignature } from '../index.js';

/** The basis of the field `it` of a signature. */
function basis(field: string, types = ''): FieldBasis {
  const source = `import { InputField, OutputField, Signature } from 'sigil';
${types}
@Signature()
export class Ticket {
  ${field}
  @OutputField() team!: string;
}`;
  const found = basisOf(readSignature(source, 'Ticket')).fields['it'];
  if (found === undefined) throw new Error(`The signature has no field 'it':\n${source}`);
  return found;
}

const input = (type: string, types = '', doc = ''): FieldBasis =>
  basis(`${doc === '' ? '' : `/** ${doc} */ `}\n  @InputField() it!: ${type};`, types);

describe('the shape that a state is tuned for', () => {
  it.each([
    ['the order of a literal union', input("'a' | 'b'"), input("'b' | 'a'")],
    [
      'the order of an enum',
      input('E', "enum E { A = 'a', B = 'b' }"),
      input('E', "enum E { B = 'b', A = 'a' }"),
    ],
    [
      'the order of numeric members',
      input('E', 'enum E { A = 1, B = 2 }'),
      input('E', 'enum E { B = 2, A = 1 }'),
    ],
    ['the order of properties', input('{ a: string; b?: number }'), input('{ b?: number; a: string }')],
    ['the order of variants', input('string | number'), input('number | string')],
    [
      'the order of objects that tell themselves apart',
      input("{ k: 'a'; x: number } | { k: 'b' }"),
      input("{ k: 'b' } | { x: number; k: 'a' }"),
    ],
    ['an alias for the type', input("'a' | 'b'"), input('T', "type T = 'a' | 'b';")],
    ['the name of the alias', input('A', 'interface A { x: Date }'), input('B', 'interface B { x: Date }')],
    [
      'an alias in place of an interface',
      input('A', 'interface A { x: string[] }'),
      input('A', 'type A = { x: Array<string> };'),
    ],
    [
      'a generic that gives the same',
      input('Box<Date>', 'interface Box<T> { value: T }'),
      input('{ value: Date }'),
    ],
    ['a brand', input('string'), input('Sku', "type Sku = string & { readonly __brand: 'Sku' };")],
    ['the name of the brand', input("string & { __brand: 'A' }"), input("string & { __brand: 'B' }")],
    ['readonly', input('string[]'), input('readonly string[]')],
    [
      'the name of a recursive type',
      input('Tree', 'interface Tree { name: string; inner: Tree[] }'),
      input('Node', 'interface Node { inner: Node[]; name: string }'),
    ],
    ['a comment', input('string'), basis('// what they wrote\n  @InputField()  it!:  /* text */ string ;')],
    ['the description', input('string'), input('string', '', 'Verbatim.')],
    ['an example', input('string'), input('string', '', '@example "Hello"')],
    ['how an integer is written', input('int', 'type int = number;'), input('number', '', '@asType integer')],
  ])('does not depend on %s', (_, one, other) => {
    expect(other.slice(0, 2)).toEqual(one.slice(0, 2));
  });

  it.each([
    ['the type', input('string'), input('number')],
    ['a limit', input('string', '', '@maxLength 5'), input('string', '', '@maxLength 6')],
    ['a limit inside', input('{ a: string }'), input('{\n/** @maxLength 6 */\na: string }')],
    ['an alias for the model', input('string'), input('string', '', '@alias text')],
    ['an alias of a property', input('{ a: string }'), input('{\n/** @alias b */\na: string }')],
    ['that it may be absent', input('string'), basis('@InputField() it?: string;')],
    ['that a property may be absent', input('{ a: string }'), input('{ a?: string }')],
    ['null', input('string'), input('string | null')],
    ['a default', input('string'), basis("@InputField() it: string = 'x';")],
    ['the default', basis("@InputField() it: string = 'y';"), basis("@InputField() it: string = 'x';")],
    ['an enum member', input("'a' | 'b'"), input("'a' | 'b' | 'c'")],
    ['the value of a member', input('E', "enum E { A = 'a' }"), input('E', "enum E { A = 'b' }")],
    ['the name of a property', input('{ a: string }'), input('{ b: string }')],
    ['what is in a list', input('string[]'), input('number[]')],
    ['a set in place of a list', input('string[]'), input('Set<string>')],
    ['the order of a tuple', input('[string, number]'), input('[number, string]')],
    [
      'how deep a recursive type holds itself',
      input('Tree', 'interface Tree { name: string; inner: Tree[] }'),
      input('Tree', 'interface Tree { name: string; inner: Tree[][] }'),
    ],
  ])('depends on %s', (_, one, other) => {
    expect(other[1]).not.toBe(one[1]);
  });

  it('has the side of the field beside it, and the words in a hash of their own', () => {
    expect([input('string')[0], basis('@OutputField() it!: string;')[0]]).toEqual(['in', 'out']);
    const words = [
      input('string'),
      input('string', '', 'Verbatim.'),
      input('{ a: string }'),
      input('{\n/** Verbatim. */\na: string }'),
      input('E', "enum E {\n/** First. */\nA = 'a', B = 'b' }"),
    ].map(([, , text]) => text);
    expect(new Set(words).size).toBe(4);
    expect(input('E', "enum E {\nB = 'b',\n/** First. */\nA = 'a' }")[2]).toBe(words[4]);
    expect(input('{\n/** Verbatim. */\na: string; b: string }')[2]).toBe(
      input('{ b: string;\n/** Verbatim. */\na: string }')[2],
    );
  });
});

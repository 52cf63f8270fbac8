import { describe, expect, it } from 'vitest';
import { readSignature, SourceError } from '../src/index.js';

/** What is said about a signature with these members. */
function said(members: string, types = ''): readonly string[] {
  const source = `import { InputField, OutputField, Signature } from 'sigil';\n${types}\n@Signature()\nclass A {\n${members}\n}`;
  try {
    readSignature(source, 'A');
  } catch (error) {
    if (SourceError.isInstance(error))
      return error.diagnostics.map(({ code, message }) => `${code} ${message}`);
    throw error;
  }
  return [];
}

const choice = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `'v${from + at}'`).join(' | ');

const properties = (count: number): string =>
  Array.from({ length: count }, (_, at) => `p${at}: string`).join('; ');

const nested = (levels: number): string => '{ a: '.repeat(levels) + 'string' + ' }'.repeat(levels);

describe('the outputs of a signature', () => {
  it('have 1,000 values of choices in all, and no more', () => {
    const two = (more: number): string =>
      `@OutputField() a!: ${choice(0, 600)};\n@OutputField() b!: ${choice(600, 400 + more)};`;
    expect(said(two(0))).toEqual([]);
    expect(said(two(1))).toEqual([
      "SIGIL2019 Cannot compile signature 'A': up to the field 'b' its outputs have 1001 values of choices, of which strict schemas allow 1000.",
    ]);
    expect(said(two(1).replaceAll('Output', 'Input'))).toEqual([]);
  });

  it('have 5,000 properties in all, those of a named type counted once', () => {
    const type = (count: number): string => `interface Big { ${properties(count)} }`;
    const fields = '@OutputField() a!: Big;\n@OutputField() b!: Big[];';
    expect(said(fields, type(4998))).toEqual([]);
    expect(said(fields, type(4999))).toEqual([
      "SIGIL2019 Cannot compile signature 'A': up to the field 'b' its outputs have 5001 properties, of which strict schemas allow 5000.",
    ]);
  });

  it('are 10 levels deep, the reply itself the first', () => {
    expect(said(`@OutputField() a!: ${nested(9)};`)).toEqual([]);
    expect(said(`@OutputField() a!: ${nested(10)};`)).toEqual([
      "SIGIL2019 Cannot compile field 'A.a': its objects stand 11 levels deep in a reply, of which strict schemas allow 10.",
    ]);
    expect(said(`@InputField() a!: ${nested(30)};`)).toEqual([]);
    expect(said(`@OutputField() a!: Tree;`, 'interface Tree { inner: Tree[] }')).toEqual([]);
  });
});

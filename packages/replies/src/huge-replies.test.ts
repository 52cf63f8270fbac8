import { ParseError } from '@sigil/spec';
import { partialParser, parseValue } from 'sigil/parse';
import { describe, expect, it } from 'vitest';
import { typeOf } from './compare/type-of.js';

const page = typeOf('interface Page { title: string; body: string; }', 'Page');
const folder = typeOf('interface Folder { label: string; inside: Folder[]; }', 'Folder');
const names = typeOf('type Names = string[];', 'Names');

const MEGABYTE = 1_000_000;
const DEEP = 10_000;

/** Work that grows with the square of a reply's length takes minutes here, and runs into the time limit. */
describe('a reply of a size that nobody asked for', () => {
  it('has a text of 10 MB, with a comma too many behind it', () => {
    const body = 'All work and "no" play. '.repeat((10 * MEGABYTE) / 24);
    const reply = `{"title": "long", "body": ${JSON.stringify(body)},}`;
    expect(parseValue(reply, page).value).toEqual({ title: 'long', body });
  });

  it.each([
    ['quotes that are not escaped', 'say "x" and, "y": z. '],
    ['braces and brackets', '{a: [b, {c}] '],
    ['backslashes', '\\d\\q\\ '],
    ['raw line breaks', 'one\n\ttwo\n'],
  ])('has a megabyte of %s in a text', (_, piece) => {
    const body = piece.repeat(MEGABYTE / piece.length);
    const { value } = parseValue(`{"title": "odd", "body": "${body}"}`, page);
    expect(value).toMatchObject({ title: 'odd' });
  });

  it.each([
    ['opening braces', '{'],
    ['opening brackets', '['],
    ['quotes', '"'],
    ['opened objects with a key', '{"title":'],
    ['fences', '```json\n'],
    ['thoughts that begin', '<think>'],
    ['thoughts that end', '</think>'],
    ['empty objects', '{} '],
    ['comments', '// {"title" \n'],
    ['escapes', '\\"'],
  ])('is nothing but %s', (_, piece) => {
    const reply = piece.repeat(100_000 / piece.length);
    expect(() => parseValue(reply, page)).toThrow(ParseError);
    expect(() => partialParser(page).push(reply)).not.toThrow();
  });

  it('has a megabyte of blanks behind a number', () => {
    const reply = `5${' '.repeat(1e6)}apples`;
    expect(parseValue(reply, { kind: 'number' }).value).toBe(5);
  });

  it('has a megabyte of prose with braces before the value', () => {
    const prose = 'See {this}, [that] and "those". '.repeat(MEGABYTE / 32);
    expect(parseValue(`${prose}{"title": "t", "body": "b"}`, page).value).toEqual({ title: 't', body: 'b' });
  });

  it('has 100,000 items, one of which is none', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => `name ${index}`);
    const reply = `[${items.map((item) => `"${item}"`).join(',')},null,]`;
    const { value, coercions } = parseValue(reply, names);
    expect(value).toEqual(items);
    expect(coercions.length).toBeGreaterThan(0);
  });

  it.each(['', ','])('is 10,000 levels deep, with %j at its ends', (comma) => {
    const reply = `${'{"label":"x","inside":['.repeat(DEEP)}${`]${comma}}`.repeat(DEEP)}`;
    expect(['a value', 'a ParseError']).toContain(whatComesOf(() => parseValue(reply, folder)));
  });

  it('comes in 10,000 pieces and is shown after each', () => {
    const body = 'word '.repeat(8_000);
    const reply = `{"title": "slow", "body": "${body}"}`;
    const parser = partialParser(page);
    for (let from = 0; from < reply.length; from += 4) parser.push(reply.slice(from, from + 4));
    expect(parser.end().value).toEqual({ title: 'slow', body });
  });
});

function whatComesOf(read: () => unknown): string {
  try {
    read();
    return 'a value';
  } catch (error) {
    return error instanceof ParseError ? 'a ParseError' : String(error);
  }
}

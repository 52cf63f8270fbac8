import { describe, expect, it } from 'vitest';
import { parseDocComment } from './doc-comment.js';

function parse(raw: string) {
  const { text, tags } = parseDocComment(raw, (start, end) => ({
    file: '',
    line: 1,
    column: start,
    endLine: 1,
    endColumn: end,
  }));
  return {
    text,
    tags: tags.map((tag) => [tag.name, tag.value]),
    places: tags.map((tag) => raw.slice(tag.place.column, tag.place.endColumn)),
  };
}

describe('a documentation comment', () => {
  it('is the text before the tags', () => {
    expect(parse('/** Urgency. */')).toMatchObject({ text: 'Urgency.', tags: [] });
    expect(parse('/**\n * Two\n * lines.\n *\n * And a paragraph.\n * @see x\n * y\n */').text).toBe(
      'Two\nlines.\n\nAnd a paragraph.',
    );
    expect(parse('/**\r\n * a\r\n * b\r\n */').text).toBe('a\nb');
    expect(parse('/** a\n *  b\n *    c */').text).toBe('a\nb\n  c');
    expect(parse('/** */').text).toBe('');
  });

  it('may have limits behind a sentence, and text behind limits', () => {
    expect(parse('/** 0 can wait, 1 is an outage. @minimum 0 @maximum 1 */')).toEqual({
      text: '0 can wait, 1 is an outage.',
      tags: [
        ['minimum', '0'],
        ['maximum', '1'],
      ],
      places: ['@minimum', '@maximum'],
    });
    expect(parse('/**\n * @minLength 1\n * More.\n */')).toMatchObject({
      text: 'More.',
      tags: [['minLength', '1']],
    });
  });

  it('keeps other words with an @ inside of a line', () => {
    expect(parse('/** Ask @support or a@b.de. */')).toMatchObject({
      text: 'Ask @support or a@b.de.',
      tags: [],
    });
    expect(parse('/** Write `@minimum 1` or {@link minimum}. */')).toMatchObject({
      text: 'Write `@minimum 1` or minimum.',
      tags: [],
    });
    expect(parse('/**\n * ```\n * @minimum 1\n * ```\n */')).toMatchObject({ tags: [] });
  });

  it('gives the value of a tag to the end of its line, with braces and stars', () => {
    expect(parse('/** @pattern ^[A-Z]{2,3} *\\d$ */').tags).toEqual([['pattern', '^[A-Z]{2,3} *\\d$']]);
  });

  it('lets data go on below until its brackets are closed, and then is text again', () => {
    const raw = '/**\n * Where.\n * @default {\n *   a: 1, // one\n * }\n * Later.\n * @minimum 1\n */';
    expect(parse(raw)).toMatchObject({
      text: 'Where.\n\nLater.',
      tags: [
        ['default', '{\n  a: 1, // one\n}'],
        ['minimum', '1'],
      ],
    });
    expect(parse('/**\n * @default [1,\n * @minimum 1\n */').tags).toEqual([
      ['default', '[1,'],
      ['minimum', '1'],
    ]);
  });

  it('has descriptions, and examples that are no data, of any number of lines', () => {
    const raw =
      '/** a\n * @description One\n * two.\n *\n * Three.\n * @example Rome\n * or Vienna\n * @title T\n * b */';
    expect(parse(raw)).toMatchObject({
      text: 'a\n\nb',
      tags: [
        ['description', 'One\ntwo.\n\nThree.'],
        ['example', 'Rome\nor Vienna'],
        ['title', 'T'],
      ],
    });
  });

  it('says which tags are there twice', () => {
    const { tags } = parseDocComment('/** @minimum 1 @maximum 2 @minimum 3 */', () => ({
      file: '',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    }));
    expect(tags.map(({ repeated }) => repeated)).toEqual([undefined, undefined, true]);
  });

  it('takes no word of prose for a tag: another case, a name of a package, a mail address', () => {
    for (const text of [
      'Ask @steam, see @sigil/json and a@default.de, or (as @json).',
      'Ask @steam or mail me @stan',
      'Mail @max or @jason',
      'As @types/node has it, or `@titel`',
      'Write to a@titel.de or @titel/exampel.',
    ])
      expect(parse(`/** ${text} */`)).toMatchObject({ text, tags: [] });
    expect(parse('/** A day. {@link titel} @description Ask @steam or so */').tags).toEqual([
      ['description', 'Ask @steam or so'],
    ]);
  });

  it.each([
    ['Text. @stram done', ['stram', 'done']],
    ['Text @stram done', ['stram', 'done']],
    ['Text (or more). @steam ready', ['steam', 'ready']],
    ['Text @alais foo', ['alais', 'foo']],
    ['Text @defualt 4', ['defualt', '4']],
    ["Text, @exampel 'a'", ['exampel', "'a'"]],
    ['Text @titel The town', ['titel', 'The town']],
    ['Text. @decsription The town', ['decsription', 'The town']],
    ['Text! @deprecatd', ['deprecatd', '']],
    ['Text @jsno', ['jsno', '']],
    ['@minLength 1 @alais foo', ['minLength', '1'], ['alais', 'foo']],
    ['Text @minimun 1', ['minimun', '1']],
    ['@uniqueItems @jason', ['uniqueItems', ''], ['jason', '']],
  ])('takes a slip inside of a line for a tag: %s', (text, ...tags) => {
    expect(parse(`/** ${text} */`).tags).toEqual(tags);
  });

  it('takes a slip of a tag for a tag, so that somebody can complain', () => {
    expect(parse('/** x. @minimun 1 */').tags).toEqual([['minimun', '1']]);
  });
});

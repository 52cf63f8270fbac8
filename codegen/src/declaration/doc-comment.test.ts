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

  it('takes a slip of a tag for a tag, so that somebody can complain', () => {
    expect(parse('/** x. @minimun 1 */').tags).toEqual([['minimun', '1']]);
  });
});

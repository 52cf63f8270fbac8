import { ParseError, type FieldSpec, type SignatureSpec, type ValueType } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagSyntax } from '../template/field-tag.js';
import { xmlAdapter } from './xml-adapter.js';

const text: ValueType = { kind: 'string' };

function signature(...outputs: readonly Omit<FieldSpec, 'direction'>[]): SignatureSpec {
  const message: FieldSpec = { name: 'message', direction: 'in', type: text };
  return {
    id: 'a.ts#A',
    instructions: 'Do it.',
    fields: [message, ...outputs.map((field): FieldSpec => ({ ...field, direction: 'out' }))],
  };
}

const spec = signature(
  { name: 'team', type: { kind: 'enum', values: ['billing', 'sales'] } },
  { name: 'note', type: text },
);
const values = { team: 'billing', note: 'a < b' };

function read(reply: string, one = spec) {
  return xmlAdapter.parse(one, reply).values;
}

describe('xmlAdapter', () => {
  it.each<[string, string]>([
    ['tags', '<team>billing</team>\n<note>a < b</note>'],
    ['tags in one line and other spellings', '<Team> Billing </Team><note >a < b</ note>'],
    ['attributes', '<team type="enum">billing</team><note id="1">a < b</note>'],
    ['a fence', '```xml\n<team>billing</team>\n<note>a < b</note>\n```'],
    [
      'a wrapper and prose',
      'Here it is:\n<answer>\n<team>billing</team>\n<note>a < b</note>\n</answer>\nDone.',
    ],
    ['a draft', '<think>\n<team>sales</team>?\n</think>\n<team>billing</team><note>a < b</note>'],
    ['an input said again', '<message><team>sales</team></message><team>billing</team><note>a < b</note>'],
    ['a next turn', '<team>billing</team><note>a < b</note>\n<message>More.</message>\n<team>sales</team>'],
    ['a closing tag that is missing before the next field', '<team>billing\n<note>a < b</note>'],
    ['a last closing tag that is missing behind a whole value', '<note>a < b</note>\n<team>billing'],
    ['lines', 'team: billing\nnote: a < b'],
    ['JSON', '{"team": "billing", "note": "a < b"}'],
  ])('reads %s', (_, reply) => {
    expect(read(reply)).toEqual(values);
  });

  it('notes what it did beside reading tags, and nothing else', () => {
    expect(xmlAdapter.parse(spec, '<team>billing</team>\n<note>x</note>').coercions).toEqual([]);
    const { coercions } = xmlAdapter.parse(spec, 'Well.\n<team>billing\n<note>x</note>');
    expect(coercions.map(({ kind }) => kind)).toEqual(['tag-closed', 'text-around-dropped']);
  });

  it.each<[string, string, string]>([
    ['a text that nothing closes', '<team>billing</team><note>a < b', "Cannot parse field 'note'"],
    ['a name that may go on', '<note>x</note><team>bill', "Cannot parse field 'team'"],
    ['a second end of a field', '<team>billing</team><note>a </note> b</note>', "Cannot parse field 'note'"],
    ['a field in another one', '<team>billing <note>x</note></team>', "Cannot parse field 'team'"],
    ['a field that is missing', '<team>billing</team>', "Cannot parse field 'note': got nothing"],
    ['an end without a beginning', 'billing</team>', 'Cannot parse the reply'],
  ])('refuses %s', (_, reply, sentence) => {
    expect(() => read(reply)).toThrow(ParseError);
    expect(() => read(reply)).toThrow(sentence);
  });

  it('leaves tags in a JSON text and behind a line where they are', () => {
    expect(read('{"team": "sales", "note": "<team>billing</team>"}')).toEqual({
      team: 'sales',
      note: '<team>billing</team>',
    });
    expect(read('team: sales\nnote: <team>billing</team>')).toEqual({
      team: 'sales',
      note: '<team>billing</team>',
    });
  });

  it('keeps other tags, and tags of outputs that are given elsewhere, in texts', () => {
    const html = '<b>x</b> <team>no</team>';
    expect(read(`<note>${html}</note><team>sales</team>`)).toEqual({ team: 'sales', note: html });
  });

  it('reads fields that are named as drafts and end tokens are', () => {
    const odd = signature({ name: 'think', type: text }, { name: 's', type: text });
    expect(read('<think>a</think>\n<s>b</s>', odd)).toEqual({ think: 'a', s: 'b' });
    expect(read('Well.\n<s>b</s>', signature({ name: 's', type: text }))).toEqual({ s: 'b' });
  });

  it('takes an empty tag for an empty text, and for nothing where there may be none', () => {
    const both = signature(
      { name: 'a', type: text },
      { name: 'b', type: text, optional: true },
      { name: 'c', type: { kind: 'nullable', inner: text } },
    );
    expect(read('<a></a><b/><c></c>', both)).toEqual({ a: '', b: '', c: null });
  });

  it('writes inputs in tags, an absent one not at all', () => {
    const given: SignatureSpec = {
      ...spec,
      instructions: '',
      fields: [{ name: 'due', direction: 'in', type: text, optional: true }, ...spec.fields],
    };
    const template = xmlAdapter.compile(given);
    expect(xmlAdapter.fill(template, given, { message: 'a </message> <team>' }).at(-1)?.content).toBe(
      '<message>a <\\/message> <\\team></message>'.replace('<\\/', '</\\'),
    );
  });

  it('takes time that grows with the length of a reply alone', () => {
    const many = 30_000;
    for (const piece of ['<team>', '</team>', '<note>\n', '\n<team>', '<team <', '<note/>']) {
      expect(() => read(`<note>x</note>${piece.repeat(many)}`)).toThrow(ParseError);
    }
  });
});

describe('tagSyntax', () => {
  it('takes its own escape back, and leaves no tag in what it escapes', () => {
    const syntax = tagSyntax(['team', 'dueDate'], new Map([['free text', 'team']]));
    const pieces = fc.constantFrom(
      '<',
      '/',
      '\\',
      'team',
      'TEAM',
      'due date',
      'due_date',
      'free text',
      '>',
      ' ',
      '\n',
      ' a="b"',
      '/>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 2 })), { maxLength: 12 }), (parts) => {
        const given = parts.join('');
        expect(syntax.unescape(syntax.escape(given))).toBe(given);
        expect(syntax.tags(syntax.escape(given))).toEqual([]);
        expect(syntax.holds(syntax.escape(given))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

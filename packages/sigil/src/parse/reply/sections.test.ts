import type { FieldSpec, ParsedReply, SignatureSpec, ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { chatAdapter } from '../../adapter/chat-adapter.js';

const text: ValueType = { kind: 'string' };
const field = (name: string, direction: 'in' | 'out', type: ValueType = text): FieldSpec => ({
  name,
  direction,
  type,
});
const message = field('message', 'in');
const answer = field('answer', 'out');
const note = field('note', 'out');
const team = field('team', 'out', { kind: 'enum', values: ['billing', 'technical'] });

const parse = (reply: string, ...outputs: FieldSpec[]): ParsedReply => {
  const spec: SignatureSpec = { id: 'a.ts#A', instructions: 'Do it.', fields: [message, ...outputs] };
  return chatAdapter.parse(spec, reply);
};
const kinds = (reply: ParsedReply): string[] => reply.coercions.map(({ path, kind }) => `${path} ${kind}`);

describe('a next turn that the model made up', () => {
  it('ends the value before it and is dropped with a note', () => {
    const parsed = parse('answer: hello\nmessage: next one\nanswer: x', answer);
    expect(parsed.values).toEqual({ answer: 'hello' });
    expect(parsed.coercions).toEqual([
      { path: 'answer', kind: 'next-turn-dropped', from: 'message: next one\nanswer: x', to: '' },
    ]);
  });

  it.each([
    ['of several outputs', 'answer: hello\nnote: n\n\n**Message:** next\nanswer: x\nnote: y', [answer, note]],
    ['in JSON', 'answer: hello\nnote: n\nmessage: next\n{"answer": "x", "note": "y"}', [answer, note]],
    ['in tags', '<answer>hello</answer>\n<note>n</note>\n<message>next</message>', [answer, note]],
  ])('is dropped behind the answer %s', (_, reply, outputs) => {
    const parsed = parse(reply, ...outputs);
    expect(parsed.values).toEqual({ answer: 'hello', note: 'n' });
    expect(kinds(parsed)).toContain('note next-turn-dropped');
  });

  it('lends no output to the turn before it', () => {
    expect(() => parse('answer: hello\nmessage: next\nanswer: x\nnote: y', answer, note)).toThrow(
      /Cannot parse field 'note': got nothing/u,
    );
  });

  it('is dropped behind a bare value', () => {
    const parsed = parse('hello\nmessage: next one', answer);
    expect(parsed.values).toEqual({ answer: 'hello' });
    expect(kinds(parsed)).toEqual(['answer next-turn-dropped']);
    expect(parse('billing\nmessage: a technical issue', team).values).toEqual({ team: 'billing' });
  });

  it('is dropped behind a JSON object with a text', () => {
    const parsed = parse('{"answer": "hello"}\nmessage: next\n{"answer": "x"}', answer);
    expect(parsed.values).toEqual({ answer: 'hello' });
    expect(kinds(parsed)).toEqual([' text-around-dropped']);
  });

  it('is dropped behind the tokens that end a turn', () => {
    const parsed = parse('answer: hello<|im_end|>\n<|im_start|>user\nAnswer me: x<|im_end|>', answer);
    expect(parsed.values).toEqual({ answer: 'hello' });
    expect(kinds(parsed)).toEqual([' end-token-removed', ' next-turn-dropped']);
    expect(parse('hello<|endoftext|>Human: next', answer).values).toEqual({ answer: 'hello' });
    const llama = 'hello<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nanswer: x';
    expect(parse(llama, answer).values).toEqual({ answer: 'hello' });
  });

  it('makes a bare value and a line that says another one an error', () => {
    expect(() => parse('Paris\nmessage: next\nanswer: Madrid', answer)).toThrow(
      /field 'answer': got "Paris" and "Madrid", expected one answer/u,
    );
    expect(() => parse('billing\nmessage: next\nteam: technical', team)).toThrow(/one answer/u);
    expect(parse('Well.\nmessage: m\nteam: technical', team).values).toEqual({ team: 'technical' });
    expect(parse('Here it is:\nmessage: m\nanswer: Madrid', answer).values).toEqual({ answer: 'Madrid' });
  });
});

describe('an input in a reply', () => {
  it('is left alone in the middle of a line', () => {
    const reply = 'answer: one\nyour message: two\nthe "message": three';
    expect(parse(reply, answer).values).toEqual({ answer: 'one\nyour message: two\nthe "message": three' });
  });

  it('is dropped with a note where the model says it again before its answer', () => {
    const parsed = parse('message: I was charged twice.\nteam: billing', team);
    expect(parsed.values).toEqual({ team: 'billing' });
    expect(kinds(parsed)).toEqual([' text-around-dropped']);
  });

  it('is never an answer', () => {
    expect(() => parse('Message: I was charged twice.', answer)).toThrow(
      /field 'answer': got .* expected a line that starts with 'answer:'/u,
    );
    expect(() => parse('message: a billing question', team)).toThrow(/Cannot parse field 'team'/u);
  });
});

describe('layouts of lines', () => {
  it.each([
    ['numbers', '1. answer: hi\n2) note: b'],
    ['bold numbers', '1. **Answer:** hi\n**2. Note**: b'],
    ['bullets', '- answer: hi\n• note: b'],
    ['a wide colon', 'answer：hi\nNote： b'],
    ['bold names', '**Answer**: hi\n**Note**: b'],
    ['headings', '## Answer\nhi\n\n## Note\nb'],
    ['numbered headings with colons', '### 1. Answer:\nhi\n### 2. Note:\nb'],
    ['bold headings', '**Answer**\nhi\n\n**Note**\nb'],
    ['members without braces', '"answer": "hi",\n"note": "b",'],
  ])('reads %s', (_, reply) => {
    expect(parse(reply, answer, note).values).toEqual({ answer: 'hi', note: 'b' });
  });

  it('keeps emphasis that belongs to the value', () => {
    expect(parse('**Answer**: **hi**', answer).values).toEqual({ answer: '**hi**' });
    expect(parse('* answer: a * b *', answer).values).toEqual({ answer: 'a * b *' });
  });

  it('takes a numbered line for a field only where it names one exactly', () => {
    expect(parse('answer: steps\n1. notes: x\n2. the note: y\nnote: b', answer, note).values).toEqual({
      answer: 'steps\n1. notes: x\n2. the note: y',
      note: 'b',
    });
  });

  it('knows a name in decomposed letters', () => {
    const size = field('größe', 'out');
    expect(parse('größe: 3'.normalize('NFD'), size).values).toEqual({ größe: '3' });
    expect(parse('{"größe": "3", "note": "b"}'.normalize('NFD'), size, note).values).toEqual({
      größe: '3',
      note: 'b',
    });
  });
});

describe('layouts of tags', () => {
  it.each([
    ['lines', '<answer>hi</answer>\n<note>b</note>'],
    ['one line', '<answer>hi</answer> <note>b</note>'],
    ['blocks', '<Answer>\nhi\n</Answer>\n\n<Note>\nb\n</Note>'],
    ['a tag around them, and prose', 'Sure:\n<reply>\n<answer>hi</answer>\n<note>b</note>\n</reply>\nBye.'],
    ['a tag and a line', '<answer>hi</answer>\nnote: b'],
    ['an echo before them', '<message>note: m</message>\n<answer>hi</answer>\n<note>b</note>'],
  ])('reads %s', (_, reply) => {
    expect(parse(reply, answer, note).values).toEqual({ answer: 'hi', note: 'b' });
  });

  it('keeps lines inside a tag as they are', () => {
    const parsed = parse('<answer>\none\nnote: two\n</answer>\n<note>b</note>', answer, note);
    expect(parsed.values).toEqual({ answer: 'one\nnote: two', note: 'b' });
    expect(kinds(parsed)).toEqual(['answer tag-removed', 'note tag-removed']);
  });

  it('are text in prose, and below a line of an output', () => {
    expect(parse('Write <answer>hi</answer> there.', answer).values).toEqual({
      answer: 'Write <answer>hi</answer> there.',
    });
    const page = '<html>\n<note>x</note>\n<message>y</message>\n</html>';
    expect(parse(`answer: ${page}\nnote: b`, answer, note).values).toEqual({ answer: page, note: 'b' });
    expect(parse(page, answer).values).toEqual({ answer: page });
  });

  it('hold no value where they are cut off', () => {
    expect(() => parse('<answer>hi</answer>\n<note>and th', answer, note)).toThrow(
      /Cannot parse field 'note': got .* expected a value that ends with <\/note>/u,
    );
  });
});

import type { FieldSpec, ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { markerSyntax } from '../../template/field-marker.js';
import { parseReply } from './parse-reply.js';

const out = (name: string, type: ValueType, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  direction: 'out',
  type,
  ...more,
});
const team = out('team', { kind: 'enum', values: ['billing', 'technical', 'PRO', 'PRO_PLUS'] });
const score = out('score', { kind: 'number' });
const text = out('text', { kind: 'string' });
const answer = out('answer', { kind: 'string' });
const note = out('note', { kind: 'string' });

const parse = (reply: string, ...outputs: FieldSpec[]): Readonly<Record<string, unknown>> =>
  parseReply(reply, outputs, markerSyntax(outputs.map((field) => field.name))).values;

describe('parseReply', () => {
  it.each([
    ['name: value lines', 'team: billing\nscore: 3'],
    ['bold names', '**Team:** billing\n**Score**: 3'],
    ['bold lines', '**team: billing**\n**score: 3**'],
    ['a list', '- team: billing\n- score: 3'],
    ['bracket markers', '[[ ## team ## ]]\nbilling\n\n[[ ## score ## ]]\n3\n'],
    ['prose before', 'Sure, here it is:\n\nteam: billing\nscore: 3'],
    ['JSON', '{"team": "billing", "score": 3}'],
    ['JSON over lines', '{\n  "team": "billing",\n  "score": 3\n}'],
    ['JSON in a fence', 'Here:\n```json\n{"team": "billing", "score": 3}\n```\nBye.'],
    ['JSON in prose', 'The answer is {"team": "billing", "score": 3}, I think.'],
    ['JSON with mistakes', "{team: 'billing', score: 3, } // done"],
    ['JSON after an echoed schema', '{"type": "object"}\n{"team": "billing", "score": 3}'],
    ['JSON with text for a number', '{"team": "billing", "score": "3"}'],
    ['JSON with names in another case', '{"Team": "Billing", "Score": 3}'],
    ['a draft before it', '<think>team: technical\nscore: 1</think>\nteam: billing\nscore: 3'],
    ['a repeated field', 'team: billing\nscore: 3\nteam: technical'],
    ['end tokens', 'team: billing\nscore: 3<|im_end|>'],
  ])('reads %s', (_, reply) => {
    expect(parse(reply, team, score)).toEqual({ team: 'billing', score: 3 });
  });

  it.each([
    ['billing', 'billing'],
    ['**Billing**', 'billing'],
    ['"billing".', 'billing'],
    ['The team is billing.', 'billing'],
    ['pro plus', 'PRO_PLUS'],
    ['I would say PRO_PLUS, really', 'PRO_PLUS'],
    ['billing\n\nBecause the message speaks of a charge, not technical', 'billing'],
  ])('reads the one name in %j', (reply, value) => {
    expect(parse(reply, team)).toEqual({ team: value });
  });

  it.each([
    ['two names', 'billing or technical'],
    ['a name inside a word', 'prolific'],
    ['a denied name', 'not billing'],
    ['no name', 'I cannot help with that.'],
  ])('refuses %s', (_, reply) => {
    expect(() => parse(reply, team)).toThrow(/Cannot parse field 'team': got .* expected one of: billing/u);
  });

  it.each([
    ['3.5', 3.5],
    ['about 3.5', 3.5],
    ['$1,499.00', 1499],
    ['-2', -2],
    ['1e3', 1000],
    ['42 apples', 42],
    ['1.234,56', 1234.56],
  ])('reads the one number in %j', (reply, value) => {
    expect(parse(`score: ${reply}`, score)).toEqual({ score: value });
  });

  const noNumber = ['3 or 4', 'many', '', '1,23', 'NaN', '1e999', '3\n4', '8/10', '7 out of 10', '12k'];
  const otherNumber = ['($45)', 'not 3', 'no more than 3', '< 5', 'at least 5', 'GPT-4', '2024-01-05'];

  it.each(noNumber.concat(otherNumber))('refuses %j as a number', (reply) => {
    expect(() => parse(`score: ${reply}`, score)).toThrow(/Cannot parse field 'score'/u);
  });

  it.each([
    ['behind an introduction', 'Here you go:\n```\nteam: billing\nanswer: hi\n```', 'hi'],
    ['with talk behind it', '```text\nteam: billing\nanswer: hi\n```\nHope this helps. team: PRO', 'hi'],
    [
      'with a fence in a value',
      'Sure:\n~~~\nteam: billing\nanswer: use\n~~~js\nx\n~~~\nand so on\n~~~',
      'use\n~~~js\nx\n~~~\nand so on',
    ],
    ['that is none', 'team: billing\nanswer: use\n```js\nx\n```\nso', 'use\n```js\nx\n```\nso'],
  ])('takes lines out of a fence %s', (_, reply, value) => {
    expect(parse(reply, team, answer)).toEqual({ team: 'billing', answer: value });
  });

  it('reads texts with quotes in them that nobody escaped', () => {
    const reply = '{\n "answer": "He said "hi" to me"\n}';
    expect(parse(reply, answer)).toEqual({ answer: 'He said "hi" to me' });
  });

  it('keeps free text whole, over lines and with JSON in it', () => {
    expect(parse('text: one\ntwo: {"a": 1}\n\nthree', text)).toEqual({ text: 'one\ntwo: {"a": 1}\n\nthree' });
    expect(parse('Just text, {"x": 1}.', text)).toEqual({ text: 'Just text, {"x": 1}.' });
  });

  it.each([
    ['pretty JSON in a fence after a sentence', 'Sure!\n```json\n{\n  "answer": "a",\n  "note": "b"\n}\n```'],
    ['JSON after a line that looks like a marker', 'Note: I used JSON.\n{"answer":"a","note":"b"}'],
    ['lines in a fence', '```\nanswer: a\nnote: b\n```'],
    ['markers with an end marker', '[[ ## answer ## ]]\na\n\n[[ ## note ## ]]\nb\n\n[[ ## completed ## ]]'],
  ])('reads texts from %s', (_, reply) => {
    expect(parse(reply, answer, note)).toEqual({ answer: 'a', note: 'b' });
  });

  it.each([
    ['cut off', '{"answer": "hel'],
    ['cut off over lines', '{\n  "answer": "hel'],
    ['cut off behind prose', 'Sure!\n{"answer": "hel'],
    ['cut off in a list', '{"answer": ["hel'],
  ])('takes no value from JSON that is %s', (_, reply) => {
    expect(() => parse(reply, answer)).toThrow(/expected a whole JSON object/u);
    expect(() => parse(reply, answer, note)).toThrow(/expected a whole JSON object/u);
  });

  it('keeps an object that a text speaks about', () => {
    expect(parse('Use this: {answer: 42} as config.', answer)).toEqual({
      answer: 'Use this: {answer: 42} as config.',
    });
    expect(parse('answer: Use {"answer": 1} please', answer)).toEqual({ answer: 'Use {"answer": 1} please' });
    expect(parse('Answer:\n{"answer":"a"}', answer)).toEqual({ answer: '{"answer":"a"}' });
  });

  const verdict = out('sentiment', { kind: 'enum', values: ['positive', 'negative'] });
  const underAnotherName = [
    '{"other":"positive"}',
    '{"__proto__":{"sentiment":"positive"}}',
    '{"result":{"sentiment":"positive"}}',
    '[{"other":"positive"}]',
    '```json\n{"other":"positive"}\n```',
    'Sure: {other: "positive"}',
    '{"other":"positive"',
    'sentiment: {"other":"positive"}',
  ];

  it.each(underAnotherName)('takes no value from %j, which has it under another name', (reply) => {
    expect(() => parse(reply, verdict)).toThrow(/Cannot parse field 'sentiment': got .* expected one of/u);
    const asNumber = reply.replaceAll('"positive"', '3').replaceAll('sentiment', 'score');
    expect(() => parse(asNumber, score)).toThrow(/Cannot parse field 'score'/u);
    const asBoolean = reply.replaceAll('"positive"', 'true').replaceAll('sentiment', 'ok');
    expect(() => parse(asBoolean, out('ok', { kind: 'boolean' }))).toThrow(/Cannot parse field 'ok'/u);
  });

  it('reads the value that stands beside an object, or in braces that are none', () => {
    expect(parse('positive {"confidence": 0.9}', verdict)).toEqual({ sentiment: 'positive' });
    expect(parse('$\\boxed{3}$', score)).toEqual({ score: 3 });
    expect(parse('{positive}', verdict)).toEqual({ sentiment: 'positive' });
    expect(() => parse('positive {"label": "negative"}', verdict)).toThrow(/Cannot parse/u);
  });

  it('takes an object of another name for no list of texts', () => {
    const tags = out('tags', { kind: 'array', items: { kind: 'string' } });
    expect(() => parse('{"other": ["a"]}', tags)).toThrow(/Cannot parse field 'tags'/u);
    expect(parse('- {"a": 1}\n- b', tags)).toEqual({ tags: ['{"a": 1}', 'b'] });
  });

  it('takes an object for what it is where any text, or any JSON, is an answer', () => {
    expect(parse('{"other":"positive"}', text)).toEqual({ text: '{"other":"positive"}' });
    expect(parse('{"other":"positive"}', out('data', { kind: 'json' }))).toEqual({
      data: { other: 'positive' },
    });
  });

  it.each(['It isn’t PRO', 'non-PRO', 'no PRO'])('refuses a denied name in %j', (reply) => {
    expect(() => parse(reply, team)).toThrow(/Cannot parse field 'team'/u);
  });

  it.each(["This isn't true", 'never true', 'I cannot say yes', 'there is no way to know'])(
    'refuses %j as a boolean',
    (reply) => {
      expect(() => parse(reply, out('ok', { kind: 'boolean' }))).toThrow(/Cannot parse field 'ok'/u);
    },
  );

  it.each(['3.7', '-1', '4/10', '{"grade": 3.7}'])('refuses %j as one of 1, 2, 3, 4', (reply) => {
    expect(() => parse(reply, out('grade', { kind: 'enum', values: [1, 2, 3, 4] }))).toThrow(
      /Cannot parse field 'grade'/u,
    );
  });

  it.each([
    ['in curly quotes', '{“team”: “billing”, “score”: 3}', 'curly-quotes'],
    ['from Python', "{'team': 'billing', 'score': 3, 'left': None,}", 'single-quotes'],
    ['with comments', '{"team": "billing", /* sure */ "score": 3 // of 5\n}', 'comment'],
  ])('reads JSON %s, and says so', (_, reply, kind) => {
    const parsed = parseReply(reply, [team, score], markerSyntax(['team', 'score']));
    expect(parsed.values).toEqual({ team: 'billing', score: 3 });
    expect(parsed.coercions.map((coercion) => coercion.kind)).toContain(kind);
  });

  it('says where a number has more digits than it can hold', () => {
    const parsed = parseReply('score: 12345678901234567891', [score], markerSyntax(['score']));
    expect(parsed.coercions.map(({ kind }) => kind)).toEqual(['number-rounded']);
    const json = parseReply('{"score": 12345678901234567891}', [score], markerSyntax(['score']));
    expect(json.coercions.map(({ kind }) => kind)).toEqual(['number-rounded']);
    expect(() => parse('{"score": 1e999}', score)).toThrow(/Cannot parse/u);
  });

  it.each(['billing\ntechnical', 'Billing\n\nTECHNICAL'])('refuses a list of names, %j', (reply) => {
    expect(() => parse(reply, team)).toThrow(/Cannot parse field 'team'/u);
  });

  it('takes no answer from a line with nothing behind its name, nor from a draft without an end', () => {
    expect(() => parse('answer:\nnote: b', answer, note)).toThrow(/field 'answer': got nothing/u);
    expect(parse('answer: ""\nnote: b', answer, note)).toEqual({ answer: '', note: 'b' });
    expect(() => parse('<think>\nanswer: Rome? Or', answer)).toThrow(/expected an answer behind <\/think>/u);
  });

  const words = out('words', { kind: 'array', items: { kind: 'string' } });
  const numbers = out('numbers', { kind: 'array', items: { kind: 'number' } });

  it.each([
    ['words: "a", "b"', words, ['a', 'b']],
    ['words: [“a”, “b”]', words, ['a', 'b']],
    ['words:\nHere they are:\n1. a\n2. b\n\nHope this helps!', words, ['a', 'b']],
    ['numbers: 1, 2,3', numbers, [1, 2, 3]],
  ])('reads the list in %j', (reply, field, value) => {
    expect(parse(reply, field)).toEqual({ [field.name]: value });
  });

  it.each([
    ['words: none', words],
    ['words: a\nb', words],
    ['words:\n- a\nwhich is\n- b', words],
    ['numbers: 1,234', numbers],
    ['numbers: 1,234, 5', numbers],
  ])('refuses %j as a list', (reply, field) => {
    expect(() => parse(reply, field)).toThrow(new RegExp(`Cannot parse field '${field.name}`, 'u'));
  });

  it('takes bullets with brackets in them as they are', () => {
    const tags = out('tags', { kind: 'array', items: { kind: 'string' } });
    expect(parse('tags:\n- see [1]\n- b', tags)).toEqual({ tags: ['see [1]', 'b'] });
  });

  it('takes null for an output with a default as absent', () => {
    const lang = out('lang', { kind: 'string' }, { default: 'en' });
    expect(parse('{"lang": null, "score": 3}', lang, score)).toEqual({ score: 3 });
    expect(parse('lang: null\nscore: 3', lang, score)).toEqual({ score: 3 });
  });

  it('knows names with underscores in them', () => {
    const odd = [out('a__b', { kind: 'string' }), out('_id', { kind: 'string' })];
    expect(parse('a__b: x\n_id: _y', ...odd)).toEqual({ a__b: 'x', _id: '_y' });
  });

  it('tells null, absent and default apart', () => {
    const nullable = out('a', { kind: 'nullable', inner: { kind: 'string' } });
    const optional = out('b', { kind: 'number' }, { optional: true });
    const defaulted = out('c', { kind: 'string' }, { default: 'x' });
    expect(parse('a: null\nb: null', nullable, optional, defaulted)).toEqual({ a: null });
    expect(parse('{"a": "none", "b": 1}', nullable, optional, defaulted)).toEqual({ a: 'none', b: 1 });
    expect(() => parse('b: 1', nullable, optional)).toThrow(/Cannot parse field 'a': got nothing/u);
  });

  it('reads lists and objects, and names the place of what does not fit', () => {
    const items = out('items', {
      kind: 'array',
      items: {
        kind: 'object',
        properties: [
          { name: 'sku', type: { kind: 'string' } },
          { name: 'price', type: { kind: 'number' } },
        ],
      },
    });
    const tags = out('tags', { kind: 'array', items: { kind: 'string' } });
    expect(parse('items: [{"sku": "a", "price": "2"}]\ntags: - moss\n- fern', items, tags)).toEqual({
      items: [{ sku: 'a', price: 2 }],
      tags: ['moss', 'fern'],
    });
    expect(() => parse('items: [{"sku": "a", "price": "dear"}]', items)).toThrow(
      /'items\[0\]\.price': got "dear", expected a number/u,
    );
    expect(() => parse('items: [{"sku": "a", "price": 1', items)).toThrow(
      /Cannot parse field 'items\[0\]\.price'/u,
    );
  });

  it('says what it changed', () => {
    const { coercions } = parseReply(
      'Well.\n```json\n{"team": "Billing", "score": "3", "extra": 1,}\n```',
      [team, score],
      markerSyntax(['team', 'score']),
    );
    expect(coercions.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      ' fence-removed',
      ' text-around-dropped',
      'extra unknown-dropped',
      'team enum-from-text',
      'score number-from-text',
      ' trailing-comma',
    ]);
  });

  it('keeps the first of two members with one name, and says so', () => {
    const syntax = markerSyntax(['team', 'score', 'items']);
    const reply = '{"team": "billing", "score": 3, "team": "technical"}';
    const parsed = parseReply(reply, [team, score], syntax);
    expect(parsed.values).toEqual({ team: 'billing', score: 3 });
    expect(parsed.coercions).toEqual([
      { path: 'team', kind: 'repeated-field-dropped', from: '"technical"', to: '' },
    ]);
    const items = out('items', {
      kind: 'array',
      items: { kind: 'object', properties: [{ name: 'a', type: { kind: 'number' } }] },
    });
    const inside = parseReply('items: [{"a": 1, "a": 2}]', [items], syntax);
    expect(inside.values).toEqual({ items: [{ a: 1 }] });
    expect(inside.coercions.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'items[0].a repeated-field-dropped',
    ]);
  });

  it('takes the answer from JSON with a text in it, and keeps JSON that is the text', () => {
    expect(parse('Here you go:\n```json\n{"answer": "a"}\n```\nBye.', answer)).toEqual({ answer: 'a' });
    expect(parse('{"answer": "a"}\n\nI chose this because ...', answer)).toEqual({ answer: 'a' });
    expect(parse('Sure!\n\n{"answer": "a"}', answer)).toEqual({ answer: 'a' });
    expect(parse('```json\n{"answer": "a", "confidence": 0.9}\n```', answer)).toEqual({ answer: 'a' });
    expect(parse('```json\n{"answer": 1, "b": 2}\n```\nis how to write it.', answer)).toEqual({
      answer: '```json\n{"answer": 1, "b": 2}\n```\nis how to write it.',
    });
  });

  it('ends on hostile replies', () => {
    expect(() => parse('{'.repeat(20_000), team)).toThrow(/Cannot parse/u);
    expect(() => parse('{"a":'.repeat(20_000), team)).toThrow(/Cannot parse/u);
    expect(() =>
      parse('['.repeat(50_000), out('tags', { kind: 'array', items: { kind: 'string' } })),
    ).not.toThrow(RangeError);
    expect(() => parse(' '.repeat(100_000) + 'x', team)).toThrow(/Cannot parse/u);
    expect(() => parse('>'.repeat(100_000) + '<', team)).toThrow(/Cannot parse/u);
    expect(() => parse(`</team>${' '.repeat(100_000)}< `, team)).toThrow(/Cannot parse/u);
    expect(() => parse('<team>'.repeat(20_000), team)).toThrow(/Cannot parse/u);
    expect(() => parse(`1. ${'*'.repeat(100_000)}`, team)).toThrow(/Cannot parse/u);
  });
});

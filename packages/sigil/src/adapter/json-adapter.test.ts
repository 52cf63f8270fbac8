import { toWire } from '@sigil/schema';
import { ParseError, type FieldSpec, type JsonValue, type SignatureSpec, type ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { compactAdapter } from './compact-adapter.js';
import { jsonAdapter } from './json-adapter.js';

const text: ValueType = { kind: 'string' };
const number: ValueType = { kind: 'number' };

function signature(...outputs: readonly Omit<FieldSpec, 'direction'>[]): SignatureSpec {
  const message: FieldSpec = { name: 'message', direction: 'in', type: text };
  return {
    id: 'a.ts#A',
    instructions: 'Do it.',
    fields: [message, ...outputs.map((field): FieldSpec => ({ ...field, direction: 'out' }))],
  };
}

const every = signature(
  {
    name: 'team',
    alias: 'squad',
    type: { kind: 'enum', values: [1, 2], members: [{ shown: 'a' }, { shown: 'b' }] },
  },
  { name: 'counts', type: { kind: 'map', form: 'record', key: text, value: number } },
  {
    name: 'place',
    type: {
      kind: 'tuple',
      items: [
        { name: 'x', type: number },
        { name: 'y', type: number },
      ],
    },
  },
  { name: 'extra', type: { kind: 'json' } },
  { name: 'note', type: { kind: 'nullable', inner: text }, optional: true },
  { name: 'size', type: number, optional: true },
);
const values = { team: 2, counts: { k: 1 }, place: [1, 2], extra: '3', note: null };

describe('jsonAdapter', () => {
  it('shows the schema of the outputs where the request does not carry it', () => {
    const { spec } = Ticket.artifact;
    const template = jsonAdapter.compile(spec);
    const [shown] = jsonAdapter.fill(template, spec, { message: 'Hi' });
    const [sent] = jsonAdapter.fill(template, spec, { message: 'Hi' }, { isSchemaSent: true });
    const opening = `Route a support ticket to the team that can solve it.

You are given:
message: The customer's message, verbatim.
channel: Where it came from.

Answer with one JSON object and nothing else.`;
    expect(sent?.content).toBe(opening);
    expect(shown?.content.startsWith(`${opening} It has to fit this JSON schema:\n{"type":"object",`)).toBe(
      true,
    );
  });

  it('answers demos in the form that the schema describes, in the order of the declaration', () => {
    const demo: Record<string, JsonValue> = {
      note: null,
      extra: '3',
      place: [1, 2],
      counts: { k: 1 },
      team: 2,
    };
    const template = jsonAdapter.compile(every, { demos: [{ message: 'm', ...demo }] });
    expect(template.messages[2]?.parts).toEqual([
      '{"squad":"b","counts":[{"key":"k","value":1}],"place":{"x":1,"y":2},"extra":"\\"3\\"","note":null}',
    ]);
    expect(jsonAdapter.parse(every, String(template.messages[2]?.parts))).toEqual({ values, coercions: [] });
  });

  it.each<[string, string]>([
    [
      'the strict wire form',
      '{"squad":"b","counts":[{"key":"k","value":1}],"place":{"x":1,"y":2},"extra":"\\"3\\"","note":null,"size":null}',
    ],
    [
      'what people write',
      '{"team": 2, "counts": {"k": 1}, "place": [1, 2], "extra": "\\"3\\"", "note": null}',
    ],
    [
      'JSON in prose and a fence',
      'Sure:\n```json\n{"squad": "b", "counts": {"k": "1"}, "place": [1, 2], "extra": "\\"3\\"", "note": None,}\n```\nDone.',
    ],
    [
      'an object under another name',
      '{"result": {"squad": "b", "counts": {"k": 1}, "place": [1, 2], "extra": "\\"3\\"", "note": null}}',
    ],
    [
      'a draft before it',
      '<thinking>squad: a, or {"squad": "a"}?</thinking>{"squad": "b", "counts": {"k": 1}, "place": [1, 2], "extra": "\\"3\\"", "note": null}',
    ],
    ['lines', 'squad: b\ncounts: {"k": 1}\nplace: [1, 2]\nextra: "3"\nnote: null'],
    [
      'tags',
      '<squad>b</squad><counts>{"k": 1}</counts><place>[1, 2]</place><extra>"3"</extra><note>null</note>',
    ],
  ])('reads %s', (_, reply) => {
    expect(jsonAdapter.parse(every, reply).values).toEqual(values);
  });

  it('refuses every beginning of an object', () => {
    const whole = JSON.stringify({ team: 'abc', note: 'd', list: ['x', 'y'] });
    const spec = signature(
      { name: 'team', type: text },
      { name: 'note', type: text, optional: true },
      { name: 'list', type: { kind: 'array', items: text }, optional: true },
    );
    for (let end = 1; end < whole.length; end++) {
      expect(() => jsonAdapter.parse(spec, whole.slice(0, end))).toThrow(ParseError);
    }
    expect(jsonAdapter.parse(spec, whole).coercions).toEqual([]);
  });

  it('takes an object that is part of what a line says for no answer', () => {
    const spec = signature({ name: 'team', type: text }, { name: 'note', type: text });
    const reply = 'note: I thought of {"team": "sales", "note": "x"}\nteam: billing';
    expect(jsonAdapter.parse(spec, reply).values).toEqual({
      note: 'I thought of {"team": "sales", "note": "x"}',
      team: 'billing',
    });
  });

  it('never takes the value of one output for all of them', () => {
    const inner: ValueType = { kind: 'object', properties: [{ name: 'team', type: text }] };
    const spec = signature({ name: 'team', type: text }, { name: 'held', type: inner, optional: true });
    expect(() => jsonAdapter.parse(spec, '{"held": {"team": "x"}}')).toThrow(
      "Cannot parse field 'team': got nothing",
    );
  });

  it('says with the path what does not fit, also inside', () => {
    const spec = signature({
      name: 'items',
      type: { kind: 'array', items: { kind: 'object', properties: [{ name: 'price', type: number }] } },
    });
    expect(() => jsonAdapter.parse(spec, '{"items": [{"price": 1}, {"price": "cheap"}]}')).toThrow(
      `Cannot parse field 'items[1].price': got "cheap", expected a number.`,
    );
  });

  it('keeps null, the text null and what is absent apart', () => {
    const spec = signature(
      { name: 'a', type: { kind: 'nullable', inner: text } },
      { name: 'b', type: { kind: 'nullable', inner: text }, optional: true },
      { name: 'c', type: text, optional: true },
    );
    expect(jsonAdapter.parse(spec, '{"a": null, "b": null, "c": null}').values).toEqual({ a: null, b: null });
    expect(jsonAdapter.parse(spec, '{"a": "null", "b": "None", "c": "null"}').values).toEqual({
      a: 'null',
      b: 'None',
      c: 'null',
    });
    expect(jsonAdapter.parse(spec, '{"a": "x"}').values).toEqual({ a: 'x' });
    // A bare word of another language is null, and said to have been read so.
    const { values: read, coercions } = jsonAdapter.parse(spec, '{"a": None, "b": undefined}');
    expect(read).toEqual({ a: null, b: null });
    expect(coercions.map(({ kind }) => kind)).toContain('null-from-text');
  });

  it('takes the text of any JSON for that JSON, where compactAdapter takes it for a text', () => {
    const spec = signature(
      { name: 'extra', type: { kind: 'json' } },
      { name: 'ok', type: { kind: 'boolean' } },
    );
    for (const value of [0, 'a', '"', '0', null, true, [1, { a: 'null' }], {}, ''] satisfies JsonValue[]) {
      const asText = JSON.stringify({ extra: toWire({ kind: 'json' }, value), ok: true });
      expect(jsonAdapter.parse(spec, asText).values).toEqual({ extra: value, ok: true });
      expect(compactAdapter.parse(spec, JSON.stringify({ extra: value, ok: true })).values).toEqual({
        extra: value,
        ok: true,
      });
    }
    expect(compactAdapter.parse(spec, '{"extra": "0", "ok": true}').values).toEqual({ extra: '0', ok: true });
  });

  it('has nothing to read where there are no outputs', () => {
    expect(jsonAdapter.parse(signature(), 'Hello').values).toEqual({});
  });
});

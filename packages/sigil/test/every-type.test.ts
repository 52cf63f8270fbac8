import { FakeLM } from '@sigil/testing';
import { ConstraintError, ParseError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { Channel, Level, Order, Pay, Point, When } from '../src/fixtures/order.js';
import { Predict, type InputOf, type OutputOf } from '../src/index.js';

const point = Object.assign(new Point(), { x: 1, y: -2.5 });
const inputs: InputOf<typeof Order> = {
  when: new Date('2026-01-31T12:00:00Z'),
  day: new Date('2026-01-31T00:00:00Z'),
  tags: new Set(['a', 'team: b']),
  scores: new Map([['x', 1.5]]),
  people: { anna: { name: 'Anna', mail: null } },
  count: 12345678901234567890n,
  point,
  path: ['start', new Date('2026-02-01T00:00:00Z')],
  level: Level.High,
  root: { name: 'root', children: [{ name: 'leaf', children: [] }] },
  anything: { at: [1, null, 'x'] },
};

const outputs: OutputOf<typeof Order> = {
  whole: 3,
  big: 1234567890123456789012n,
  due: new Date('2026-01-31T10:00:00Z'),
  birthday: new Date('2000-02-29T00:00:00Z'),
  severity: Level.High,
  channel: Channel.Chat,
  mixed: 'a',
  shares: new Set([0, 0.5]),
  span: ['from', new Date('2026-01-01T00:00:00Z')],
  dates: new Map([['x', new Date('2026-03-01T00:00:00Z')]]),
  byName: { a: 1 },
  byLevel: new Map([[Level.Low, 'fine']]),
  payment: { kind: 'cash', amount: 9.5 },
  payments: [{ kind: 'card', digits: '1234' }],
  tree: { name: 't', children: [{ name: 'u', children: [] }] },
  expression: {
    op: 'add',
    left: { op: 'number', value: 1 },
    right: { op: 'number', value: 2 },
  },
  person: { name: 'Anna', mail: null },
  id: 'id-7',
  extra: { a: [1, null] },
  value: 'seven',
  place: { x: 1, y: 2 },
  until: null,
};

/** One line for each output, as the prompt asks. */
const lines: Readonly<Record<keyof OutputOf<typeof Order>, string>> = {
  whole: '3',
  big: '1234567890123456789012',
  due: '2026-01-31T10:00:00Z',
  birthday: '2000-02-29',
  severity: 'High',
  channel: 'live-chat',
  mixed: 'a',
  shares: '[0, 0.5]',
  span: '["from", "2026-01-01T00:00:00Z"]',
  dates: '{"x": "2026-03-01T00:00:00Z"}',
  byName: '{"a": 1}',
  byLevel: '{"Low": "fine"}',
  payment: '{"kind": "cash", "amount": 9.5}',
  payments: '[{"kind": "card", "digits": "1234"}]',
  tree: '{"name": "t", "children": [{"name": "u", "children": []}]}',
  expression: '{"op": "add", "left": {"op": "number", "value": 1}, "right": {"op": "number", "value": 2}}',
  person: '{"name": "Anna", "age": null, "mail": null}',
  id: 'id-7',
  extra: '{"a": [1, null]}',
  value: 'seven',
  place: '{"x": 1, "y": 2}',
  remark: 'null',
  until: 'null',
};

/** The same as one object: a value that is JSON as it stands, any other as a JSON text. */
const json: Readonly<Record<string, string>> = {
  ...lines,
  ...Object.fromEntries(
    (['big', 'due', 'birthday', 'severity', 'channel', 'mixed', 'id', 'value'] as const).map((name) => [
      name,
      JSON.stringify(lines[name]),
    ]),
  ),
};

type Changed = Partial<Record<keyof typeof lines, string>>;

function inLines(changed: Changed = {}): string {
  return Object.entries({ ...lines, ...changed })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function inObject(changed: Changed = {}): string {
  const members = Object.entries({ ...json, ...changed }).map(([name, value]) => `"${name}": ${value}`);
  return `{\n${members.join(',\n')}\n}`;
}

async function read(reply: string) {
  const predict = new Predict(Order, { lm: new FakeLM([reply]), maxReasks: 0 });
  const { outputs: answer, report } = await predict.runWithReport(inputs);
  return { answer, notes: report.coercions.map(({ path, kind }) => `${path} ${kind}`) };
}

/** The form that wire schemas describe: maps as lists, tuples as objects. */
const wire: Changed = {
  span: '{"first": "from", "second": "2026-01-01T00:00:00Z"}',
  dates: '[{"key": "x", "value": "2026-03-01T00:00:00Z"}]',
  byName: '[{"key": "a", "value": 1}]',
  byLevel: '[{"key": "Low", "value": "fine"}]',
  payments: '[{"kind": "card", "last_four": "1234"}]',
};

describe('the inputs of every kind of type', () => {
  it('are shown as a person would write them', async () => {
    const messages = await new Predict(Order).render({ ...inputs, note: 'n' });
    expect(messages.at(-1)?.content.split('\n').slice(1)).toEqual([
      'when: 2026-01-31T12:00:00.000Z',
      'day: 2026-01-31',
      'tags: ["a","team: b"]',
      'scores: {"x":1.5}',
      'people: {"anna":{"name":"Anna","mail":null}}',
      'count: 12345678901234567890',
      'point: {"x":1,"y":-2.5}',
      'path: ["start","2026-02-01T00:00:00.000Z"]',
      'level: High',
      'root: {"name":"root","children":[{"name":"leaf","children":[]}]}',
      'anything: {"at":[1,null,"x"]}',
      'note: n',
    ]);
  });
});

describe('a reply of every kind of type', () => {
  it.each([
    ['lines', inLines()],
    ['lines with bold names', inLines().replaceAll(/^(\w+):/gmu, '**$1**:')],
    ['one object', inObject()],
    ['one object in a fence', `Here it is:\n\`\`\`json\n${inObject()}\n\`\`\`\n`],
    ['one object in the form of the wire', inObject(wire)],
    ['lines in the form of the wire', inLines(wire)],
    ['tuples with items by number', inLines({ span: '{"item1": "from", "item2": "2026-01-01T00:00:00Z"}' })],
    ['maps as pairs', inLines({ dates: '[["x", "2026-03-01T00:00:00Z"]]' })],
    ['the names that the model sees', inLines().replace('\nperson:', '\nhuman:')],
    ['the same in an object', inObject().replace('"person":', '"human":')],
    ['any JSON as text', inObject({ extra: JSON.stringify('{"a": [1, null]}') })],
    ['a date with an offset', inLines({ due: '2026-01-31T12:00:00+02:00' })],
    ['enums by the value of the program', inObject({ severity: '5' })],
    ['enums by name', inLines({ channel: 'Chat', severity: 'high' })],
    ['absent where optional', inObject().replace('"remark": null,\n', '')],
  ])('in %s is the values of the program', async (_, reply) => {
    expect((await read(reply)).answer).toEqual(outputs);
  });

  it('has nothing to note where it says what was asked for', async () => {
    expect((await read(inLines())).notes).toEqual([]);
    expect((await read(inObject())).notes).toEqual([]);
    expect((await read(inObject(wire))).notes).toEqual([]);
  });

  it.each([
    ['a date without a zone', inLines({ due: '2026-01-31 10:00' }), 'due utc-assumed'],
    ['a time where a day was wanted', inLines({ birthday: '2000-02-29T00:00:00Z' }), 'birthday time-dropped'],
    ['any JSON in a text', inObject({ extra: JSON.stringify('{"a": [1, null]}') }), 'extra json-from-text'],
    ['a bigint with commas', inLines({ big: '1,234,567,890,123,456,789,012' }), 'big bigint-from-text'],
    ['a set with repetition', inLines({ shares: '[0, 0.5, 0]' }), 'shares set-repetition-dropped'],
    ['an enum in another case', inLines({ severity: 'high' }), 'severity enum-from-text'],
    ['an enum by its declared name', inLines({ channel: 'Chat' }), 'channel enum-from-text'],
    [
      'a discriminator in another case',
      inLines({ payment: '{"kind": "Cash", "amount": 9.5}' }),
      'payment.kind enum-from-text',
    ],
    ['a key of a map in another case', inLines({ byLevel: '{"low": "fine"}' }), 'byLevel enum-from-text'],
    [
      'more than was asked for',
      inLines({ payment: '{"kind": "cash", "amount": 9.5, "x": 1}' }),
      'payment.x unknown-dropped',
    ],
    ['a number as text', inObject({ whole: '"3"' }), 'whole number-from-text'],
    ['a template in quotes', inLines({ id: '"id-7"' }), 'id quotes-removed'],
  ])('is read all the same, with a note: %s', async (_, reply, note) => {
    const { answer, notes } = await read(reply);
    expect(answer).toEqual(outputs);
    expect(notes).toEqual([note]);
  });

  it('keeps null and absent apart, and text and number', async () => {
    const some = await read(
      inLines({ until: '2026-01-31T10:00:00Z', remark: 'x', value: '7', place: 'null' }),
    );
    expect(some.answer).toEqual({
      ...outputs,
      until: new Date('2026-01-31T10:00:00Z'),
      remark: 'x',
      value: 7,
      place: null,
    });
    expect(some.notes).toEqual([]);
    expect((await read(inLines({ value: '"7"' }))).answer.value).toBe('7');
    expect((await read(inObject({ value: '"7"' }))).answer.value).toBe('7');
    expect((await read(inObject({ value: '7' }))).answer.value).toBe(7);
    const none = await read(inObject().replace(',\n"until": null', ''));
    expect(none.answer.until).toBe(undefined);
    expect(none.answer.remark).toBe(undefined);
  });

  it.each([
    [{ whole: '3.5' }, /field 'whole'/u],
    [{ big: '12.5' }, /field 'big': got "12.5", expected an integer/u],
    [{ due: 'tomorrow' }, /field 'due': got "tomorrow", expected a date and time like/u],
    [{ due: '2026-02-30T00:00:00Z' }, /field 'due'/u],
    [{ birthday: '2001-02-29' }, /field 'birthday': got "2001-02-29", expected a date like/u],
    [{ severity: 'Medium' }, /field 'severity': got "Medium", expected one of: Low, High/u],
    [{ mixed: '2' }, /field 'mixed': got "2", expected one of: 1, a, true/u],
    [{ shares: '[2]' }, /field 'shares\[0\]'/u],
    [{ span: '["from"]' }, /field 'span\[1\]': got nothing, expected a date and time/u],
    [{ span: '["from", "2026-01-01", 3]' }, /field 'span': got .* expected a JSON list of text, a date/u],
    [{ dates: '{"x": "soon"}' }, /field 'dates\.x': got "soon", expected a date and time/u],
    [{ byName: '{"a": "many"}' }, /field 'byName\.a': got "many", expected a number/u],
    [{ byName: '{"__proto__": 1}' }, /field 'byName'.*__proto__/u],
    [{ byLevel: '{"Medium": "x"}' }, /field 'byLevel': got "Medium", expected one of: Low, High/u],
    [{ payment: '{"kind": "cheque"}' }, /field 'payment\.kind': got "cheque", expected one of: card, cash/u],
    [{ payment: '{"digits": "1234"}' }, /field 'payment\.kind': got nothing, expected one of: card, cash/u],
    [{ payment: '{"kind": "cash"}' }, /field 'payment\.amount': got nothing, expected a number/u],
    [{ payments: '[{"kind": "card"}]' }, /field 'payments\[0\]\.digits': got nothing, expected text/u],
    [
      { tree: '{"name": "t", "children": [{"name": "u"}]}' },
      /field 'tree\.children\[0\]\.children': got nothing/u,
    ],
    [{ id: '7' }, /field 'id': got "7", expected text like id-<number>/u],
    [{ person: '{"name": "Anna"}' }, /field 'person\.mail': got nothing/u],
  ])('that has %j is refused with its place and what was wanted', async (changed, message) => {
    await expect(read(inLines(changed))).rejects.toThrow(message);
  });

  it('is asked for again with the error in sight', async () => {
    const lm = new FakeLM(['payment: {"kind": "cheque"}', 'payment: {"kind": "cash", "amount": 1}']);
    expect(await new Predict(Pay, { lm }).run({ text: 'x' })).toEqual({
      payment: { kind: 'cash', amount: 1 },
    });
    expect(lm.calls[1]?.messages.at(-1)?.content).toContain(
      'payment: {"kind": "cheque" /* expected one of: card, cash */}\n',
    );
    const wrong = new FakeLM(['{"payment": {"kind": "card", "digits": null}}']);
    await expect(new Predict(Pay, { lm: wrong, maxReasks: 0 }).run({ text: 'x' })).rejects.toSatisfy(
      (error) => ParseError.isInstance(error),
    );
    expect(ConstraintError.isInstance(new Error('x'))).toBe(false);
  });

  it.each([
    '2026-01-31T12:00:00Z',
    '"2026-01-31T12:00:00Z"',
    'at: 2026-01-31T12:00:00.000Z',
    '{"at": "2026-01-31T13:00:00+01:00"}',
    '2026-01-31 12:00',
  ])('is a bare date in %j', async (reply) => {
    const { at } = await new Predict(When, { lm: new FakeLM([reply]) }).run({ text: 'x' });
    expect(at).toEqual(new Date('2026-01-31T12:00:00Z'));
  });
});

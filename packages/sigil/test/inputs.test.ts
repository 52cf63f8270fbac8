import { FakeLM } from '@sigil/testing';
import { InputError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { Level, Order, Point } from '../src/fixtures/order.js';
import { Predict } from '../src/index.js';

const inputs = {
  when: new Date('2026-01-31T12:00:00Z'),
  day: new Date('2026-01-31T00:00:00Z'),
  tags: new Set(['a']),
  scores: new Map([['x', 1.5]]),
  people: { anna: { name: 'Anna', mail: null } },
  count: 1n,
  point: { x: 1, y: 2 },
  path: ['start', new Date('2026-02-01T00:00:00Z')],
  level: Level.Low,
  root: { name: 'root', children: [] },
  anything: 1,
};

/** Gives inputs that the compiler would refuse. A model that is asked all the same has nothing to say. */
async function problem(changed: Readonly<Record<string, unknown>>): Promise<string> {
  const given = JSON.parse('{}');
  Object.assign(given, inputs, changed);
  try {
    await new Predict(Order, { lm: new FakeLM([]) }).run(given);
    return 'none';
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    return error.message.replace(/^.*these inputs: /u, '').replace(/ Nothing was sent\.$/u, '');
  }
}

describe('inputs that do not fit', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a date for a text',
      { note: new Date(0) },
      "field 'note': invalid input: expected string, received Date.",
    ],
    [
      'a date inside of a text',
      { root: { name: new Date(0), children: [] } },
      "field 'root.name': invalid input: expected string, received Date.",
    ],
    [
      'an invalid date',
      { when: new Date(Number.NaN) },
      "field 'when': is an invalid Date, wanted a date and time such as 2026-01-31T12:00:00Z.",
    ],
    [
      'an invalid date inside of a list',
      { path: ['start', new Date(Number.NaN)] },
      "field 'path[1]': is an invalid Date, wanted a date and time such as 2026-01-31T12:00:00Z.",
    ],
    [
      'a text that is no date',
      { when: 'today' },
      `field 'when': is "today", wanted a date and time such as 2026-01-31T12:00:00Z.`,
    ],
    [
      'a time where only the day is asked for',
      { day: new Date('2026-01-31T23:00:00Z') },
      `field 'day': is "2026-01-31T23:00:00.000Z", wanted a date without a time such as 2026-01-31.`,
    ],
    [
      'an instance with more members',
      { point: Object.assign(new Point(), { x: 1, y: 2, z: 3 }) },
      `field 'point': unrecognized key: "z".`,
    ],
    [
      'a number that is none',
      { point: { x: Number.NaN, y: 1 } },
      "field 'point.x': invalid input: expected number, received NaN.",
    ],
    [
      'a number without an end',
      { scores: new Map([['x', Infinity]]) },
      "field 'scores.x': invalid input: expected number, received Infinity.",
    ],
    [
      'nothing in a list',
      { root: { name: 'r', children: [undefined] } },
      "field 'root.children[0]': invalid input: expected object, received undefined.",
    ],
    [
      'a map for a record',
      { people: new Map([['anna', { name: 'Anna', mail: null }]]) },
      "field 'people': must be an object.",
    ],
    ['a list for a map', { scores: [1] }, "field 'scores': must be an object."],
    ['a text for a bigint', { count: '1.5' }, "field 'count': must be digits."],
    ['a function', { note: () => 'x' }, "field 'note': invalid input: expected string, received function."],
    [
      'a function where anything goes',
      { anything: () => 'x' },
      "field 'anything': Cannot write a function as JSON. Give data only.",
    ],
    [
      'an unknown member of an enum',
      { level: 3 },
      `field 'level': invalid option: expected one of "Low"|"High"|0|5.`,
    ],
    ['a short tuple', { path: ['start'] }, "field 'path': too small: expected array to have >=2 items."],
    [
      'a member that is missing',
      { people: { anna: { name: 'Anna' } } },
      "field 'people.anna.mail': invalid input: expected string, received undefined.",
    ],
    [
      'nothing at all',
      { when: undefined },
      "field 'when': is missing, wanted a date and time such as 2026-01-31T12:00:00Z.",
    ],
  ])('are refused with the place and what was found: %s', async (_, changed, message) => {
    expect(await problem(changed)).toBe(message);
  });

  it('are taken in the form of JSON too, as a file has them', async () => {
    const json = { when: '2026-01-31T12:00:00Z', tags: ['a'], scores: { x: 1.5 }, count: '1', level: 'Low' };
    const given = JSON.parse('{}');
    Object.assign(given, inputs, json, { path: ['start', '2026-02-01T00:00:00Z'] });
    const typed = JSON.parse('{}');
    Object.assign(typed, inputs);
    expect(await new Predict(Order).render(given)).toEqual(await new Predict(Order).render(typed));
  });
});

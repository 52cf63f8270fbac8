import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Limits that tags put on a type hold behind every repair. */
export const constraints: Theme = {
  name: 'constraints',
  groups: [
    {
      type: 'interface Review {\n  /**\n   * @minimum 1\n   * @maximum 5\n   */\n  stars: int;\n  title: string;\n}',
      cases: [
        exact('within', '{"stars": 5, "title": "fine"}', { stars: 5, title: 'fine' }),
        fails('above', '{"stars": 6, "title": "wow"}', 'stars'),
        fails('below', '{"stars": 0, "title": "ugh"}', 'stars'),
        changes('within, as a text', '{"stars": "4", "title": "ok"}', { stars: 4, title: 'ok' }),
        fails('above, as a text', '{"stars": "40", "title": "ok"}', 'stars'),
        reads(
          'the first object breaks the limit, the second keeps it',
          '{"stars": 9, "title": "draft"}\n{"stars": 3, "title": "final"}',
          {
            stars: 3,
            title: 'final',
          },
        ),
        either(
          'out of five',
          '{"stars": "4/5", "title": "good"}',
          changed({ stars: 4, title: 'good' }),
          refused('stars'),
        ),
        either(
          'out of five in words',
          '{"stars": "4 out of 5", "title": "good"}',
          changed({ stars: 4, title: 'good' }),
          refused('stars'),
        ),
      ],
    },
    {
      type: 'interface Quiz {\n  /**\n   * @minItems 2\n   * @maxItems 4\n   */\n  options: string[];\n  answer: int;\n}',
      cases: [
        exact('enough', '{"options": ["a", "b"], "answer": 0}', { options: ['a', 'b'], answer: 0 }),
        fails('too few', '{"options": ["a"], "answer": 0}', 'options'),
        either(
          'too many',
          '{"options": ["a","b","c","d","e"], "answer": 1}',
          refused('options'),
          changed({ options: ['a', 'b', 'c', 'd'], answer: 1 }),
        ),
        fails('too few after the cut', '{"answer":1,"options":["a"', 'options'),
        fails('one text for a list of two', '{"options": "a", "answer": 0}', 'options'),
      ],
    },
    {
      type: 'interface User {\n  /** @pattern ^[a-z]{3,8}$ */\n  login: string;\n  /** @format email */\n  mail: string;\n}',
      cases: [
        exact('both fit', '{"login": "otter", "mail": "o@w.example"}', {
          login: 'otter',
          mail: 'o@w.example',
        }),
        fails('the pattern does not fit', '{"login": "Otter1", "mail": "o@w.example"}', 'login'),
        fails('no mail', '{"login": "otter", "mail": "none"}', 'mail'),
        fails('a text that is cut before it fits', '{"mail":"a@b.example","login":"ot', 'login'),
        harder(
          either(
            'a mail as markdown',
            '{"login": "heron", "mail": "[h@w.example](mailto:h@w.example)"}',
            changed({ login: 'heron', mail: 'h@w.example' }),
            refused('mail'),
          ),
        ),
      ],
    },
    {
      type: 'interface Dose {\n  drug: string;\n  /**\n   * @exclusiveMinimum 0\n   * @multipleOf 0.5\n   */\n  mg: number;\n}\ntype Doses = Dose[];',
      cases: [
        exact('all within', '[{"drug": "A", "mg": 0.5}, {"drug": "B", "mg": 2}]', [
          { drug: 'A', mg: 0.5 },
          { drug: 'B', mg: 2 },
        ]),
        either(
          'one not',
          '[{"drug": "A", "mg": 0.5}, {"drug": "B", "mg": 0}]',
          changed([{ drug: 'A', mg: 0.5 }]),
          refused(),
        ),
        changes('with units', '[{"drug": "C", "mg": "1.5 mg"}]', [{ drug: 'C', mg: 1.5 }]),
      ],
    },
    {
      type: 'interface Tweet {\n  /**\n   * @minLength 3\n   * @maxLength 12\n   */\n  body: string;\n}',
      cases: [
        exact('short enough', '{"body": "hello there"}', { body: 'hello there' }),
        fails('too long', '{"body": "much longer than that"}', 'body'),
        fails('too short', '{"body": "ok"}', 'body'),
        exact('counted by characters', '{"body": "🌊🌊🌊🌊🌊🌊🌊"}', { body: '🌊🌊🌊🌊🌊🌊🌊' }),
      ],
    },
    {
      type: 'interface Visit { at: Date; note: string; }',
      cases: [
        exact('a point in time', '{"at": "2029-11-05T14:00:00Z", "note": "x"}', {
          at: new Date('2029-11-05T14:00:00Z'),
          note: 'x',
        }),
        exact('with an offset', '{"at": "2029-11-05T14:00:00+02:00", "note": "y"}', {
          at: new Date('2029-11-05T12:00:00Z'),
          note: 'y',
        }),
        either(
          'a day only',
          '{"at": "2029-11-05", "note": "z"}',
          as({ at: new Date('2029-11-05T00:00:00Z'), note: 'z' }),
          refused('at'),
        ),
        fails('no date', '{"at": "next Tuesday", "note": "w"}', 'at'),
        fails('a day that does not exist', '{"at": "2029-02-31T10:00:00Z", "note": "v"}', 'at'),
        harder(
          either(
            'a date in words',
            '{"at": "November 5, 2029", "note": "u"}',
            changed({ at: new Date('2029-11-05T00:00:00Z'), note: 'u' }),
            refused('at'),
          ),
        ),
        fails(
          'a date of which day and month cannot be told apart',
          '{"at": "03/04/2029", "note": "t"}',
          'at',
        ),
      ],
    },
    {
      type: 'interface Trip {\n  /** @format date */\n  day: Date;\n  km: number;\n}',
      cases: [
        exact('a day', '{"day": "2031-07-09", "km": 12}', { day: new Date('2031-07-09T00:00:00Z'), km: 12 }),
        reads('a day without quotes', '{day: 2031-07-10, km: 8}', {
          day: new Date('2031-07-10T00:00:00Z'),
          km: 8,
        }),
        either(
          'a time for a day',
          '{"day": "2031-07-11T09:30:00Z", "km": 3}',
          changed({ day: new Date('2031-07-11T00:00:00Z'), km: 3 }),
          refused('day'),
        ),
      ],
    },
    {
      type: 'interface Bin {\n  /** @uniqueItems */\n  labels: string[];\n  /** @maximum 100 */\n  fill: int;\n}\ninterface Depot { bins: Bin[]; }',
      cases: [
        exact('all within', '{"bins": [{"labels": ["a", "b"], "fill": 100}]}', {
          bins: [{ labels: ['a', 'b'], fill: 100 }],
        }),
        either(
          'one item too full',
          '{"bins": [{"labels": [], "fill": 101}, {"labels": [], "fill": 9}]}',
          changed({ bins: [{ labels: [], fill: 9 }] }),
          refused(),
        ),
        either(
          'labels that repeat',
          '{"bins": [{"labels": ["a", "a"], "fill": 1}]}',
          changed({ bins: [] }),
          changed({ bins: [{ labels: ['a'], fill: 1 }] }),
          refused(),
        ),
      ],
    },
  ],
};

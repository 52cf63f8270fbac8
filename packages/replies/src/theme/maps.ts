import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Records, maps, sets and tuples. */
export const maps: Theme = {
  name: 'maps, sets, tuples',
  groups: [
    {
      type: 'type Stock = Record<string, int>;',
      cases: [
        exact('as JSON', '{"bolts": 40, "nuts": 38}', { bolts: 40, nuts: 38 }),
        exact('empty', '{}', {}),
        changes('texts for numbers', '{"bolts": "40", "gears": "7"}', { bolts: 40, gears: 7 }),
        reads('bare keys', '{bolts: 1, washers: 2,}', { bolts: 1, washers: 2 }),
        reads('keys with blanks', '{"hex bolts": 3, "M4 nuts": 9}', { 'hex bolts': 3, 'M4 nuts': 9 }),
        either(
          'a value that is none',
          '{"bolts": 5, "nuts": "some"}',
          changed({ bolts: 5 }),
          refused('nuts'),
          refused(),
        ),
        either(
          'a value that is null',
          '{"bolts": 5, "nuts": null}',
          changed({ bolts: 5 }),
          refused('nuts'),
          refused(),
        ),
        either(
          'a list of pairs',
          '[{"key": "bolts", "value": 6}, {"key": "nuts", "value": 7}]',
          as({ bolts: 6, nuts: 7 }),
          refused(),
        ),
        reads('cut behind a value', '{"bolts":11,"nuts":12,', { bolts: 11, nuts: 12 }),
        reads('cut in a key', '{"bolts":11,"nu', { bolts: 11 }),
        fails('a refusal', 'The shelf is empty, sorry.'),
        reads('numbers for keys', '{404: 1, 500: 2}', { 404: 1, 500: 2 }),
      ],
    },
    {
      type: 'type Grades = Map<int, string>;',
      cases: [
        reads(
          'numbers as keys in quotes',
          '{"1": "very good", "5": "poor"}',
          new Map([
            [1, 'very good'],
            [5, 'poor'],
          ]),
        ),
        reads(
          'bare numbers as keys',
          '{1: "good", 2: "fair",}',
          new Map([
            [1, 'good'],
            [2, 'fair'],
          ]),
        ),
        either(
          'a key that is none',
          '{"1": "good", "best": "x"}',
          changed(new Map([[1, 'good']])),
          refused(),
        ),
      ],
    },
    {
      type: "type Day = 'mon' | 'tue' | 'wed';\ntype Hours = Map<Day, number>;",
      cases: [
        reads(
          'names as keys',
          '{"mon": 8, "wed": 6.5}',
          new Map([
            ['mon', 8],
            ['wed', 6.5],
          ]),
        ),
        changes(
          'names in capitals',
          '{"MON": 4, "Tue": 5}',
          new Map([
            ['mon', 4],
            ['tue', 5],
          ]),
        ),
        either(
          'a name that does not exist',
          '{"mon": 4, "sun": 2}',
          changed(new Map([['mon', 4]])),
          refused(),
        ),
      ],
    },
    {
      type: "type Budget = Record<'rent' | 'food' | 'fun', number>;",
      cases: [
        exact('all keys', '{"rent": 900, "food": 300, "fun": 80}', { rent: 900, food: 300, fun: 80 }),
        reads('bare keys and a comment behind', '{rent: 850, food: 310.5, fun: 0,} // monthly', {
          rent: 850,
          food: 310.5,
          fun: 0,
        }),
        fails('a key missing', '{"rent": 900, "food": 300}', 'fun'),
        changes('a key too many', '{"rent": 1, "food": 2, "fun": 3, "gym": 4}', { rent: 1, food: 2, fun: 3 }),
      ],
    },
    {
      type: 'interface Config { name: string; flags: Record<string, boolean>; limits: Map<string, int[]>; }',
      cases: [
        reads(
          'maps in an object, minified and cut',
          '{"name":"prod","flags":{"beta":true,"dark":false},"limits":{"cpu":[1,2],"ram":[4',
          {
            name: 'prod',
            flags: { beta: true, dark: false },
            limits: new Map([
              ['cpu', [1, 2]],
              ['ram', [4]],
            ]),
          },
        ),
        changes(
          'words of Python and texts',
          "{'name': 'dev', 'flags': {'beta': 'True'}, 'limits': {'gpu': ['8', 16]}}",
          {
            name: 'dev',
            flags: { beta: true },
            limits: new Map([['gpu', [8, 16]]]),
          },
        ),
      ],
    },
    {
      type: 'type Tags = Set<string>;',
      cases: [
        exact('a set', '["red", "blue"]', new Set(['red', 'blue'])),
        either('a set that repeats', '["red", "blue", "red"]', changed(new Set(['red', 'blue']))),
        either('one text', '"green"', changed(new Set(['green']))),
        harder(either('braces of Python', "{'cyan', 'plum'}", as(new Set(['cyan', 'plum'])), refused())),
      ],
    },
    {
      type: 'type Range = [from: int, to: int];',
      cases: [
        exact('a pair', '[3, 9]', [3, 9]),
        harder(either('round brackets', '(4, 12)', as([4, 12]), refused())),
        changes('texts', '["5", "15"]', [5, 15]),
        fails('one only', '[3]'),
        either('three', '[1, 2, 3]', changed([1, 2]), refused()),
        either('an object with the labels', '{"from": 6, "to": 7}', as([6, 7]), refused()),
      ],
    },
    {
      type: 'interface Shape { corners: [number, number][]; label: [string, boolean]; }',
      cases: [
        reads('pairs in a list', '{"corners": [[0, 0], [1.5, 2],], "label": ["hut", True]}', {
          corners: [
            [0, 0],
            [1.5, 2],
          ],
          label: ['hut', true],
        }),
        changes('the last pair cut', '{"label":["barn",false],"corners":[[0,1],[2,', {
          corners: [[0, 1]],
          label: ['barn', false],
        }),
        harder(fails('a label that is cut', '{"corners":[],"label":["barn"')),
      ],
    },
  ],
};

import { as, changed, changes, either, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Commas and brackets: too many, too few, at the wrong place. */
export const commas: Theme = {
  name: 'commas and brackets',
  groups: [
    {
      type: 'interface Player { nick: string; score: int; badges: string[]; }',
      cases: [
        reads('a comma at the end of an object', '{"nick": "zed", "score": 7, "badges": ["a"],}', {
          nick: 'zed',
          score: 7,
          badges: ['a'],
        }),
        reads('a comma at the end of a list', '{"nick": "kim", "score": 8, "badges": ["a", "b",]}', {
          nick: 'kim',
          score: 8,
          badges: ['a', 'b'],
        }),
        reads('no commas between lines', '{\n  "nick": "lou"\n  "score": 9\n  "badges": ["x"]\n}', {
          nick: 'lou',
          score: 9,
          badges: ['x'],
        }),
        reads('no comma behind a text', '{"nick": "mia" "score": 10, "badges": []}', {
          nick: 'mia',
          score: 10,
          badges: [],
        }),
        reads('no comma behind a number', '{"score": 11 "nick": "ned", "badges": []}', {
          nick: 'ned',
          score: 11,
          badges: [],
        }),
        reads('no comma behind a list', '{"nick": "ola", "badges": ["q"] "score": 12}', {
          nick: 'ola',
          score: 12,
          badges: ['q'],
        }),
        reads('no commas between items', '{"nick": "pia", "score": 13, "badges": ["r" "s" "t"]}', {
          nick: 'pia',
          score: 13,
          badges: ['r', 's', 't'],
        }),
        reads(
          'items on lines without commas',
          '{"nick": "quin", "score": 14, "badges": [\n  "u"\n  "v"\n]}',
          {
            nick: 'quin',
            score: 14,
            badges: ['u', 'v'],
          },
        ),
        reads('a comma at the beginning', '{, "nick": "rex", "score": 15, "badges": []}', {
          nick: 'rex',
          score: 15,
          badges: [],
        }),
        reads('two commas', '{"nick": "sid",, "score": 16, "badges": ["w",, "y"]}', {
          nick: 'sid',
          score: 16,
          badges: ['w', 'y'],
        }),
        reads(
          'a list that is not closed before the brace',
          '{"nick": "tia", "score": 17, "badges": ["z", "aa"}',
          {
            nick: 'tia',
            score: 17,
            badges: ['z', 'aa'],
          },
        ),
        harder(
          reads(
            'a list that is not closed before the next key',
            '{"nick": "uma", "badges": ["b1", "b2", "score": 18}',
            {
              nick: 'uma',
              score: 18,
              badges: ['b1', 'b2'],
            },
          ),
        ),
        reads('one brace too many', '{"nick": "val", "score": 19, "badges": []}}', {
          nick: 'val',
          score: 19,
          badges: [],
        }),
        reads('a bracket too many', '{"nick": "wes", "score": 20, "badges": ["c"]]}', {
          nick: 'wes',
          score: 20,
          badges: ['c'],
        }),
        harder(
          either(
            'a semicolon between fields',
            '{"nick": "xia"; "score": 21; "badges": []}',
            as({
              nick: 'xia',
              score: 21,
              badges: [],
            }),
            refused(),
          ),
        ),
        harder(
          either(
            'equals signs for colons',
            '{"nick" = "yan", "score" = 22, "badges" = ["d"]}',
            as({
              nick: 'yan',
              score: 22,
              badges: ['d'],
            }),
            refused(),
          ),
        ),
        harder(
          either(
            'arrows for colons',
            '{"nick" => "zoe", "score" => 23, "badges" => []}',
            as({
              nick: 'zoe',
              score: 23,
              badges: [],
            }),
            refused(),
          ),
        ),
      ],
    },
    {
      type: 'interface Stop { line: string; minute: int; }\ntype Trip = Stop[];',
      cases: [
        reads('objects without a comma', '[{"line": "U1", "minute": 3} {"line": "U2", "minute": 9}]', [
          { line: 'U1', minute: 3 },
          { line: 'U2', minute: 9 },
        ]),
        reads(
          'objects on lines without commas',
          '[\n{"line": "S1", "minute": 1}\n{"line": "S2", "minute": 2}\n]',
          [
            { line: 'S1', minute: 1 },
            { line: 'S2', minute: 2 },
          ],
        ),
        harder(
          reads(
            'an object that is not closed before the next',
            '[{"line": "T1", "minute": 4, {"line": "T2", "minute": 5}]',
            [
              { line: 'T1', minute: 4 },
              { line: 'T2', minute: 5 },
            ],
          ),
        ),
        harder(
          either(
            'the list closed with a brace',
            '[{"line": "B1", "minute": 6}}',
            as([{ line: 'B1', minute: 6 }]),
          ),
        ),
      ],
    },
    {
      type: 'type Marks = int[];',
      cases: [
        changes('dots for more items', '[1, 2, 3, ...]', [1, 2, 3]),
        reads('an empty place', '[4,, 5]', [4, 5]),
        reads('an empty place at the beginning', '[, 6, 7]', [6, 7]),
        changes('dots in the middle', '[1, 2, ..., 9]', [1, 2, 9]),
        reads('no commas between numbers', '[8 9 10]', [8, 9, 10]),
        harder(either('semicolons', '[1; 2; 3]', as([1, 2, 3]), refused())),
        reads('round brackets of Python', '(4, 5, 6)', [4, 5, 6]),
        either('no brackets', '1, 2, 3', as([1, 2, 3]), refused()),
        either('dots as a text', '[1, "...", 5]', changed([1, 5]), refused()),
      ],
    },
  ],
};

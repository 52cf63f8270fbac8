import { as, changes, either, exact, harder, reads } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Backslashes: right ones, wrong ones, and what they stand for. */
export const escapes: Theme = {
  name: 'escapes',
  groups: [
    {
      type: 'interface File { path: string; bytes: int; }',
      cases: [
        exact('escaped backslashes', String.raw`{"path": "D:\\data\\new", "bytes": 10}`, {
          path: String.raw`D:\data\new`,
          bytes: 10,
        }),
        reads('a Windows path', String.raw`{"path": "C:\Projects\App", "bytes": 20}`, {
          path: String.raw`C:\Projects\App`,
          bytes: 20,
        }),
        reads('a share', String.raw`{"path": "\\srv\\docs\\q1.pdf", "bytes": 30}`, {
          path: String.raw`\srv\docs\q1.pdf`,
          bytes: 30,
        }),
        harder(
          either(
            'a Windows path with a letter that is an escape',
            String.raw`{"path": "C:\Data\new\table.csv", "bytes": 40}`,
            as({ path: String.raw`C:\Data\new\table.csv`, bytes: 40 }),
            as({ path: 'C:\\Data\new\table.csv', bytes: 40 }),
          ),
        ),
        reads('a bad unicode escape of a path', String.raw`{"path": "C:\Users\uma", "bytes": 50}`, {
          path: String.raw`C:\Users\uma`,
          bytes: 50,
        }),
        exact('a URL with escaped slashes', String.raw`{"path": "https:\/\/a.example\/b", "bytes": 60}`, {
          path: 'https://a.example/b',
          bytes: 60,
        }),
      ],
    },
    {
      type: 'interface Rule { pattern: string; hint: string; }',
      cases: [
        reads(
          'a class of a regular expression',
          String.raw`{"pattern": "^\d{4}-\d{2}$", "hint": "a month"}`,
          {
            pattern: String.raw`^\d{4}-\d{2}$`,
            hint: 'a month',
          },
        ),
        reads('a dot and a word', String.raw`{"pattern": "\w+\.pdf", "hint": "a file"}`, {
          pattern: String.raw`\w+\.pdf`,
          hint: 'a file',
        }),
        exact('line breaks and tabs', String.raw`{"pattern": "a\nb\tc", "hint": "raw\r\n"}`, {
          pattern: 'a\nb\tc',
          hint: 'raw\r\n',
        }),
        exact('unicode escapes', String.raw`{"pattern": "\u00e9", "hint": "caf\u00E9 \ud83d\ude00"}`, {
          pattern: 'é',
          hint: 'café 😀',
        }),
        reads('an escaped single quote', String.raw`{"pattern": "it\'s", "hint": "x"}`, {
          pattern: "it's",
          hint: 'x',
        }),
        reads(
          'an escaped single quote in single quotes',
          String.raw`{'pattern': 'it\'s', 'hint': 'who\'s'}`,
          {
            pattern: "it's",
            hint: "who's",
          },
        ),
        reads('LaTeX with an unknown escape', String.raw`{"pattern": "$\alpha + \sum$", "hint": "maths"}`, {
          pattern: String.raw`$\alpha + \sum$`,
          hint: 'maths',
        }),
        either(
          'an escaped line break',
          '{"pattern": "first \\\nsecond", "hint": "y"}',
          as({
            pattern: 'first \nsecond',
            hint: 'y',
          }),
          as({ pattern: 'first second', hint: 'y' }),
        ),
        harder(
          either(
            'a hex escape of JavaScript in a fence',
            '```js\n{pattern: "a\\x41", hint: "h",}\n```',
            as({
              pattern: 'aA',
              hint: 'h',
            }),
            as({ pattern: String.raw`a\x41`, hint: 'h' }),
          ),
        ),
        harder(
          reads(
            'an underscore as markdown escapes it',
            String.raw`{"pattern": "snake\_case", "hint": "\*bold\*"}`,
            {
              pattern: String.raw`snake\_case`,
              hint: String.raw`\*bold\*`,
            },
          ),
        ),
      ],
    },
    {
      type: 'interface Poem { verses: string[]; }',
      cases: [
        exact('an escaped quote at the end of an item', String.raw`{"verses": ["so said \"she\"", "b"]}`, {
          verses: ['so said "she"', 'b'],
        }),
        exact('a backslash at the end of an item', String.raw`{"verses": ["a\\", "b"]}`, {
          verses: ['a\\', 'b'],
        }),
        changes('a half escape at the cut', String.raw`{"verses": ["ros\u00`, { verses: ['ros'] }),
        changes('a lone backslash at the cut', '{"verses": ["thorn\\', { verses: ['thorn'] }),
        changes('half of a pair at the cut', String.raw`{"verses": ["smile \ud83d`, { verses: ['smile '] }),
        reads('a null character', '{"verses": ["a\u0000b",]}', { verses: ['a\u0000b'] }),
      ],
    },
  ],
};

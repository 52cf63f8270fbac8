import { changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Replies that stop before their end, read as final. */
export const cutOff: Theme = {
  name: 'cut off',
  groups: [
    {
      type: 'interface Article { title: string; words: int; tags: string[]; body?: string; }',
      cases: [
        changes(
          'in the last text',
          '{"title": "Tides", "words": 900, "tags": ["sea"], "body": "The moon pul',
          {
            title: 'Tides',
            words: 900,
            tags: ['sea'],
            body: 'The moon pul',
          },
        ),
        changes('in an item', '{"title": "Fjords", "words": 700, "tags": ["ice", "nor', {
          title: 'Fjords',
          words: 700,
          tags: ['ice', 'nor'],
        }),
        reads('behind a comma in a list', '{"title": "Dunes", "words": 650, "tags": ["sand",', {
          title: 'Dunes',
          words: 650,
          tags: ['sand'],
        }),
        reads('behind an item', '{"title": "Moors", "words": 500, "tags": ["peat"', {
          title: 'Moors',
          words: 500,
          tags: ['peat'],
        }),
        reads('behind a comma in the object', '{"title": "Caves", "words": 400, "tags": [],', {
          title: 'Caves',
          words: 400,
          tags: [],
        }),
        reads('in a key', '{"title": "Reefs", "words": 300, "tags": ["fish"], "bo', {
          title: 'Reefs',
          words: 300,
          tags: ['fish'],
        }),
        reads('behind a key', '{"title": "Deltas", "words": 200, "tags": ["mud"], "body"', {
          title: 'Deltas',
          words: 200,
          tags: ['mud'],
        }),
        reads('behind a colon', '{"title": "Bogs", "words": 100, "tags": ["moss"], "body": ', {
          title: 'Bogs',
          words: 100,
          tags: ['moss'],
        }),
        changes('in a number', '{"title": "Peaks", "tags": ["snow"], "words": 12', {
          title: 'Peaks',
          words: 12,
          tags: ['snow'],
        }),
        fails('before a required number', '{"title": "Lakes", "tags": ["deep"]', 'words'),
        fails('in the first text', '{"title": "Isla'),
        fails('behind the first brace', '{'),
        fails('behind a fence', '```json\n'),
        reads('in a fence', '```json\n{"title": "Capes", "words": 50, "tags": ["wind"]\n```', {
          title: 'Capes',
          words: 50,
          tags: ['wind'],
        }),
        changes('in an escape', '{"title": "Bays", "words": 60, "tags": [], "body": "line one\\', {
          title: 'Bays',
          words: 60,
          tags: [],
          body: 'line one',
        }),
        changes('in a unicode escape', '{"title": "Gulfs", "words": 70, "tags": [], "body": "caf\\u00', {
          title: 'Gulfs',
          words: 70,
          tags: [],
          body: 'caf',
        }),
      ],
    },
    {
      type: 'interface Line { product: string; qty: int; }\ninterface Order { customer: string; lines: Line[]; }',
      cases: [
        changes(
          'in the second line',
          '{"customer": "Wren", "lines": [{"product": "ink", "qty": 2}, {"product": "pap',
          {
            customer: 'Wren',
            lines: [{ product: 'ink', qty: 2 }],
          },
        ),
        changes(
          'before the number of the second line',
          '{"customer": "Rook", "lines": [{"product": "nib", "qty": 1}, {"product": "box", "qty":',
          {
            customer: 'Rook',
            lines: [{ product: 'nib', qty: 1 }],
          },
        ),
        changes(
          'in the number of the second line',
          '{"customer": "Crow", "lines": [{"product": "pen", "qty": 1}, {"product": "cap", "qty": 2',
          {
            customer: 'Crow',
            lines: [
              { product: 'pen', qty: 1 },
              { product: 'cap', qty: 2 },
            ],
          },
        ),
        reads('behind a line', '{"customer": "Jay", "lines": [{"product": "wax", "qty": 3}', {
          customer: 'Jay',
          lines: [{ product: 'wax', qty: 3 }],
        }),
        changes('in the first line', '{"customer": "Kite", "lines": [{"prod', {
          customer: 'Kite',
          lines: [],
        }),
        reads('behind the bracket', '{"customer": "Gull", "lines": [', { customer: 'Gull', lines: [] }),
        either(
          'before the lines',
          '{"customer": "Tern", "lines":',
          changed({ customer: 'Tern', lines: [] }),
          refused(),
        ),
        either(
          'behind the customer',
          '{"customer": "Loon"',
          changed({ customer: 'Loon', lines: [] }),
          refused(),
        ),
      ],
    },
    {
      type: 'type Names = string[];',
      cases: [
        changes('in the first item', '["Al', ['Al']),
        changes('in the third item', '["Al", "Bo", "C', ['Al', 'Bo', 'C']),
        either('behind the bracket', '[', changed([]), refused()),
        harder(either('in a quote', '["Al", "', changed(['Al']), changed(['Al', '']))),
        changes('in a fence behind prose', 'The names:\n```json\n[\n  "Dee",\n  "Ed', ['Dee', 'Ed']),
      ],
    },
    {
      type: "interface Log { level: 'info' | 'warn' | 'error'; at: Date; ok: boolean; note?: string; }",
      cases: [
        fails('in a date', '{"level": "warn", "ok": true, "at": "2030-01-0', 'at'),
        fails('in a name', '{"ok": true, "at": "2030-01-02T00:00:00Z", "level": "inf', 'level'),
        reads(
          'behind the last required one',
          '{"level": "error", "ok": false, "at": "2030-01-02T00:00:00Z"',
          {
            level: 'error',
            ok: false,
            at: new Date('2030-01-02T00:00:00Z'),
          },
        ),
        either(
          'in true',
          '{"level": "error", "at": "2030-01-02T00:00:00Z", "ok": t',
          refused('ok'),
          changed({ level: 'error', at: new Date('2030-01-02T00:00:00Z'), ok: true }),
        ),
      ],
    },
    {
      type: 'type Level = int;',
      cases: [
        either('a number that may go on', '12', changed(12), { kind: 'value', value: 12, changed: 'no' }),
      ],
    },
  ],
};

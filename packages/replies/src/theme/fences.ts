import { as, changed, either, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Markdown around the value, and markdown inside of it. */
export const fences: Theme = {
  name: 'fences',
  groups: [
    {
      type: 'interface Recipe { dish: string; minutes: int; }',
      cases: [
        reads('a fence with the tag json', '```json\n{"dish": "dal", "minutes": 35}\n```', {
          dish: 'dal',
          minutes: 35,
        }),
        reads('a fence without a tag', '```\n{"dish": "pho", "minutes": 240}\n```\n', {
          dish: 'pho',
          minutes: 240,
        }),
        reads('a tag in capitals and a blank', '``` JSON\n{"dish": "ramen", "minutes": 20}\n```', {
          dish: 'ramen',
          minutes: 20,
        }),
        reads(
          'a fence that is never closed',
          'Here:\n```json\n{\n  "dish": "borscht",\n  "minutes": 90\n}\n',
          {
            dish: 'borscht',
            minutes: 90,
          },
        ),
        reads('four ticks', '````json\n{"dish":"mole","minutes":180}\n````', { dish: 'mole', minutes: 180 }),
        reads('tildes', '~~~json\n{"dish":"laksa","minutes":45}\n~~~', { dish: 'laksa', minutes: 45 }),
        reads('a fence on one line', 'Sure: ```json {"dish":"poutine","minutes":15}``` enjoy', {
          dish: 'poutine',
          minutes: 15,
        }),
      ],
    },
    {
      type: 'interface Patient { room: int; allergies: string[]; }',
      cases: [
        reads(
          'an indented fence in a list of steps',
          '1. I read the chart.\n2. The record:\n\n   ```json\n   {\n     "room": 12,\n     "allergies": ["latex"]\n   }\n   ```\n',
          { room: 12, allergies: ['latex'] },
        ),
        reads('a tag typescript', '```typescript\n{ room: 7, allergies: [] }\n```', {
          room: 7,
          allergies: [],
        }),
        reads(
          'a tag json5 with a comment',
          '```json5\n{\n  // ward B\n  room: 31,\n  allergies: ["nuts",],\n}\n```',
          {
            room: 31,
            allergies: ['nuts'],
          },
        ),
        reads('two openings and two ends', '```json\n```json\n{"room": 4, "allergies": ["dust"]}\n```\n```', {
          room: 4,
          allergies: ['dust'],
        }),
        reads('two openings on one line', '```json ```json {"room": 5, "allergies": []} ``` ```', {
          room: 5,
          allergies: [],
        }),
        reads('only the end of a fence', '{"room": 9, "allergies": ["wool", "soy"]}\n```', {
          room: 9,
          allergies: ['wool', 'soy'],
        }),
        reads('ticks as one quote each', '`{"room": 2, "allergies": []}`', { room: 2, allergies: [] }),
      ],
    },
    {
      type: 'interface Snippet { title: string; code: string; }',
      cases: [
        reads(
          'a fence inside of a text',
          '{"title": "Loop", "code": "```py\\nfor x in [1, 2]:\\n    print({x})\\n```"}',
          { title: 'Loop', code: '```py\nfor x in [1, 2]:\n    print({x})\n```' },
        ),
        reads(
          'a fence with raw line breaks inside of a text',
          '{"title": "Merge", "code": "```js\nlet a = {b: [1]};\nrun(a);\n```"}',
          { title: 'Merge', code: '```js\nlet a = {b: [1]};\nrun(a);\n```' },
        ),
        reads(
          'a fence in a text inside of a fence',
          'Done!\n```json\n{\n  "title": "Sort",\n  "code": "```sh\\nsort -u in.txt\\n```"\n}\n```\nAnything else?',
          { title: 'Sort', code: '```sh\nsort -u in.txt\n```' },
        ),
        reads(
          'a shell fence before the answer',
          'Run this first:\n```sh\nnpm ci && echo {done}\n```\nThe snippet:\n```json\n{"title":"Build","code":"make all"}\n```',
          { title: 'Build', code: 'make all' },
        ),
      ],
    },
    {
      type: 'type Cities = string[];',
      cases: [
        reads('a list in a fence', '```json\n["Oslo", "Lima", "Accra"]\n```', ['Oslo', 'Lima', 'Accra']),
        reads('a list in a fence after a heading', '## Result\n\n```\n["Quito"]\n```\n\n**Note:** sorted.', [
          'Quito',
        ]),
        harder(
          either(
            'one list in each of two fences',
            '```json\n["Kyoto"]\n```\nand\n```json\n["Osaka"]\n```',
            changed(['Kyoto']),
            as(['Kyoto', 'Osaka']),
          ),
        ),
      ],
    },
    {
      type: 'type Price = number;',
      cases: [
        reads('a number in a fence', '```json\n19.5\n```', 19.5),
        reads('a number in a fence without a tag', '```\n-3\n```', -3),
        either(
          'a bold number in a sentence behind a fence of code',
          '```py\nprint(6 * 7)\n```\nprints **42**',
          as(42),
          refused(),
        ),
      ],
    },
  ],
};

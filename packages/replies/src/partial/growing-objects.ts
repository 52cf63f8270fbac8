import { shows, type PartialGroup } from '../reply/partial-case.js';

/** Objects and texts while they come. */
export const growingObjects: readonly PartialGroup[] = [
  {
    type: 'interface Hero { name: string; power: int; alive: boolean; traits: string[]; }',
    cases: [
      shows('nothing', '', undefined),
      shows('a brace', '{', {}, undefined),
      shows('half a key', '{"na', {}, undefined),
      shows('a key', '{"name"', {}, undefined),
      shows('a colon', '{"name":', {}, undefined),
      shows('an open text', '{"name": "', {}, { name: '' }, undefined),
      shows('a text that grows', '{"name": "Bal', { name: 'Bal' }),
      shows('a text that is over', '{"name": "Balin",', { name: 'Balin' }),
      shows('a number in progress', '{"name": "Balin", "power": 4', { name: 'Balin' }),
      // The comma may be one of thousands: a parser may wait for what follows.
      shows(
        'a number before a comma',
        '{"name":"Balin","power":42,',
        { name: 'Balin', power: 42 },
        { name: 'Balin' },
      ),
      shows('a number that is over', '{"name": "Balin", "power": 42, ', { name: 'Balin', power: 42 }),
      shows('a number that is over, minified', '{"power":42,"', { power: 42 }),
      shows('a number before the brace, minified', '{"power":42}', { power: 42 }),
      shows('a number before a line break', '{"power": 42\n', { power: 42 }, {}),
      shows('a boolean in progress', '{"alive": tru', {}),
      shows('a boolean that is over', '{"alive": true, ', { alive: true }),
      shows('an open list', '{"traits": [', { traits: [] }),
      shows('an item that grows', '{"traits": ["bo', { traits: ['bo'] }),
      shows('the second item', '{"traits":["bold","qui', { traits: ['bold', 'qui'] }),
      shows('minified, numbers before texts', '{"power":7,"name":"Oin","alive":false,"traits":["a"', {
        power: 7,
        name: 'Oin',
        alive: false,
        traits: ['a'],
      }),
      shows('bare keys and a comment', '{power: 9, // strong\n name: "Gl', { power: 9, name: 'Gl' }),
      shows('behind prose and a fence', 'Here:\n```json\n{"name": "No', { name: 'No' }),
      shows('prose only', 'Let me think about', undefined, {}),
      shows('a key that nobody asked for', '{"age": 3, "name": "Do', { name: 'Do' }),
      shows('a thought with a draft', '<think>{"name": "Fili", "power": 1}', undefined, {}),
      shows('behind the thought', '<think>{"name": "Fili"}</think>{"name": "Ki', { name: 'Ki' }),
      shows('whole', '{"name": "Ori", "power": 1, "alive": true, "traits": []}', {
        name: 'Ori',
        power: 1,
        alive: true,
        traits: [],
      }),
    ],
  },
  {
    type: 'interface Memo { body: string; lang?: string; }',
    cases: [
      shows('a backslash', '{"body": "one\\', { body: 'one' }),
      shows('half a unicode escape', '{"body": "caf\\u00', { body: 'caf' }),
      shows('half of a pair', '{"body": "ok \\ud83d', { body: 'ok ' }),
      shows('a whole pair', '{"body": "ok \\ud83d\\ude00', { body: 'ok 😀' }),
      shows('a line break', '{"body": "a\\nb', { body: 'a\nb' }),
      shows('an escaped quote', '{"body": "say \\"hi', { body: 'say "hi' }),
      shows('a quote that may be the end', '{"body": "one"', { body: 'one' }),
      shows('single quotes', "{'body': 'it\\'s", { body: "it's" }),
      shows('curly quotes', '{“body”: “soft', { body: 'soft' }),
    ],
  },
  {
    type: "enum Shade { Dark = 'DARK', Darker = 'DARKER' }\ninterface Paint { shade: Shade; coats: 1 | 2 | 10; ready: Date; }",
    cases: [
      shows('a name in progress', '{"shade": "DARK', {}),
      shows('a name that is over', '{"shade": "DARK", "', { shade: 'DARK' }),
      shows('a literal in progress', '{"coats": 1', {}),
      shows('a literal that is over', '{"coats": 10}', { coats: 10 }),
      shows('a date in progress', '{"ready": "2030-01-01T00:0', {}),
      shows('a date that is over', '{"ready": "2030-01-01T00:00:00Z", "', {
        ready: new Date('2030-01-01T00:00:00Z'),
      }),
    ],
  },
];

import { shows, type PartialGroup } from '../reply/partial-case.js';

/** Replies that need repairs, while they come: what is shown is what the whole reply will say. */
export const oddReplies: readonly PartialGroup[] = [
  {
    type: 'interface Bill { net: number; items: int; payer?: string; }',
    cases: [
      shows('a number with a separator', '{"net": 12,500.75, "items": 3, "', { net: 12500.75, items: 3 }),
      shows('the beginning of a number with a separator', '{"net": 12,5', {}),
      shows('a price', '{"net": $1,250.50, "items": 2, "', { net: 1250.5, items: 2 }),
      shows('a number in quotes', '{"net": "8.25", "items": "4", "', { net: 8.25, items: 4 }, { net: 8.25 }),
      shows('a number in quotes in progress', '{"net": "8.2', {}),
      shows('a number with a unit in progress', '{"net": "8.2 E', {}),
      shows('null for an optional text in progress', '{"payer": nu', {}),
      shows('a word that begins like null', '{"payer": "nul', {}, { payer: 'nul' }),
      shows('a text without quotes in progress', '{payer: Ann', {}, { payer: 'Ann' }, { payer: 'An' }),
      shows('a fraction in progress', '{"net": 0.', {}),
      shows('a sign', '{"net": -', {}),
      shows('an exponent in progress', '{"net": 1e', {}),
    ],
  },
  {
    type: 'interface Page { heading: string; views: int; }',
    cases: [
      shows('a JSON text that holds the JSON', '"{\\"heading\\": \\"The \\\\\\"Hub', {}, undefined, {
        heading: 'The "Hub',
      }),
      shows('all quotes escaped', '{\\"heading\\": \\"Blog\\", \\"vi', { heading: 'Blog' }, {}, undefined),
      shows('quotes inside of a text', '{"heading": "The "Big" one", "views"', { heading: 'The "Big" one' }),
      shows('a comment in progress', '{"heading": "A", // the "first', { heading: 'A' }),
      shows(
        'settings before the value',
        '{"temperature": 0.5}\n{"heading": "B',
        { heading: 'B' },
        undefined,
        {},
      ),
      shows('an example in prose before the value', 'Like {x} or [1]: {"heading": "C', { heading: 'C' }),
    ],
  },
  {
    type: "type Team = 'PRO' | 'PRO_PLUS';\ninterface Seat { team: Team; guests: Team[]; vip: boolean | null; }",
    cases: [
      shows('a name that may go on', '{"team": "PRO', {}),
      shows('a name without quotes that may go on', '{team: PRO', {}),
      shows('items that are names', '{"guests": ["PRO", "PRO_', { guests: ['PRO'] }),
      shows('null in progress', '{"vip": nul', {}),
      shows('null that is over', '{"vip": null, "', { vip: null }),
      shows(
        'in capitals',
        '{"vip": TRUE, "team": "pro plus", "',
        { vip: true, team: 'PRO_PLUS' },
        { vip: true },
      ),
    ],
  },
  {
    type: "interface Dog { kind: 'dog'; name: string; }\ninterface Cat { kind: 'cat'; lives: int; name: string; }\ninterface Home { pets: (Dog | Cat)[]; }",
    cases: [
      shows('a variant that is known', '{"pets": [{"kind": "cat", "name": "Mi', {
        pets: [{ kind: 'cat', name: 'Mi' }],
      }),
      shows(
        'a second variant that is not known',
        '{"pets": [{"kind": "dog", "name": "Bo"}, {"na',
        { pets: [{ kind: 'dog', name: 'Bo' }] },
        { pets: [{ kind: 'dog', name: 'Bo' }, {}] },
      ),
    ],
  },
];

import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** One of several types. */
export const unions: Theme = {
  name: 'unions',
  groups: [
    {
      type: "interface Cash { kind: 'cash'; amount: number; }\ninterface Card { kind: 'card'; amount: number; last4: string; }\ntype Payment = Cash | Card;",
      cases: [
        exact('told apart by a literal', '{"kind": "card", "amount": 20, "last4": "0042"}', {
          kind: 'card',
          amount: 20,
          last4: '0042',
        }),
        reads('the other, with repairs', "{kind: 'cash', amount: 5,}", { kind: 'cash', amount: 5 }),
        changes('the literal in capitals', '{"kind": "CASH", "amount": 6}', { kind: 'cash', amount: 6 }),
        changes('a field of the other', '{"kind": "cash", "amount": 7, "last4": "1111"}', {
          kind: 'cash',
          amount: 7,
        }),
        fails('a field missing', '{"kind": "card", "amount": 8}'),
        fails('an unknown literal', '{"kind": "cheque", "amount": 9}'),
        changes('digits for a text', '{"kind": "card", "amount": 10, "last4": 4242}', {
          kind: 'card',
          amount: 10,
          last4: '4242',
        }),
        either(
          'the literal missing',
          '{"amount": 11, "last4": "9999"}',
          changed({ kind: 'card', amount: 11, last4: '9999' }),
          refused(),
        ),
        reads('the literal behind', '{"amount": 12, "last4": "7777", "kind": "card"} // visa', {
          kind: 'card',
          amount: 12,
          last4: '7777',
        }),
        changes('cut behind the last field, minified', '{"kind":"card","amount":13,"last4":"12', {
          kind: 'card',
          amount: 13,
          last4: '12',
        }),
      ],
    },
    {
      type: 'interface Meeting { room: string; hour: int; }\ninterface Task { todo: string; done: boolean; }\ninterface Agenda { items: (Meeting | Task)[]; }',
      cases: [
        exact(
          'told apart by fields',
          '{"items": [{"room": "B2", "hour": 9}, {"todo": "mail", "done": false}]}',
          {
            items: [
              { room: 'B2', hour: 9 },
              { todo: 'mail', done: false },
            ],
          },
        ),
        reads(
          'with Python words and a cut',
          "{'items': [{'todo': 'pay', 'done': True}, {'room': 'A', 'hour': 14}",
          {
            items: [
              { todo: 'pay', done: true },
              { room: 'A', hour: 14 },
            ],
          },
        ),
        either(
          'one that is neither',
          '{"items": [{"todo": "call", "done": true}, {"place": "C"}]}',
          changed({ items: [{ todo: 'call', done: true }] }),
          refused(),
        ),
      ],
    },
    {
      type: 'interface Basic { sku: string; price: number; }\ninterface Full { sku: string; price: number; color: string; size: string; }\ntype Item = Basic | Full;',
      cases: [
        exact('all fields: the one with more', '{"sku": "a", "price": 1, "color": "tan", "size": "M"}', {
          sku: 'a',
          price: 1,
          color: 'tan',
          size: 'M',
        }),
        exact('few fields: the one with less', '{"sku": "b", "price": 2}', { sku: 'b', price: 2 }),
        changes('one field of the larger', '{"sku": "c", "price": 3, "color": "red"}', {
          sku: 'c',
          price: 3,
        }),
      ],
    },
    {
      type: 'type IdOrName = int | string;',
      cases: [
        exact('a number', '7', 7),
        exact('a text', '"seven"', 'seven'),
        exact('a text of digits', '"7"', '7'),
        reads('a word', 'seven', 'seven'),
      ],
    },
    {
      type: 'interface Row { key: string; cell: int | string | boolean; }\ntype Sheet = Row[];',
      cases: [
        reads(
          'each keeps its type of JSON',
          '[{"key": "a", "cell": 1}, {"key": "b", "cell": "1"}, {"key": "c", "cell": true}, {"key": "d", "cell": "true"},]',
          [
            { key: 'a', cell: 1 },
            { key: 'b', cell: '1' },
            { key: 'c', cell: true },
            { key: 'd', cell: 'true' },
          ],
        ),
      ],
    },
    {
      type: 'interface Pet { name: string; legs: int; }\ntype Pets = Pet | Pet[];',
      cases: [
        exact('one', '{"name": "Rex", "legs": 4}', { name: 'Rex', legs: 4 }),
        exact('a list', '[{"name": "Tweety", "legs": 2}]', [{ name: 'Tweety', legs: 2 }]),
        reads('a list that is not closed', '[{"name":"Nemo","legs":0},{"name":"Ant","legs":6}', [
          { name: 'Nemo', legs: 0 },
          { name: 'Ant', legs: 6 },
        ]),
        either(
          'several one after the other',
          '{"name": "A", "legs": 1}\n{"name": "B", "legs": 2}',
          as([
            { name: 'A', legs: 1 },
            { name: 'B', legs: 2 },
          ]),
          changed({ name: 'A', legs: 1 }),
        ),
      ],
    },
    {
      type: 'interface Call { tool: string; query: string; }\ntype Turn = Call | string;',
      cases: [
        reads('an object', '```json\n{"tool": "search", "query": "tides"}\n```', {
          tool: 'search',
          query: 'tides',
        }),
        reads('a text', 'The tide turns at noon.', 'The tide turns at noon.'),
        harder(
          either(
            'an object behind a sentence',
            'Let me look: {"tool": "search", "query": "moon"}',
            as({ tool: 'search', query: 'moon' }),
            as('Let me look: {"tool": "search", "query": "moon"}'),
          ),
        ),
      ],
    },
    {
      type: "type Amount = number | 'unlimited';",
      cases: [
        exact('a number', '3.5', 3.5),
        reads('the word', 'unlimited', 'unlimited'),
        changes('the word in a sentence', 'The plan is Unlimited.', 'unlimited'),
        changes('the number in a text', '"3.5"', 3.5),
      ],
    },
    {
      type: 'interface Slot { when: Date | null; who: string | string[]; }',
      cases: [
        reads('a text', '{"when": null, "who": "Ida",}', { when: null, who: 'Ida' }),
        reads('a list', '{"when": "2030-01-02T03:04:05Z", "who": ["Ida", "Jon"],}', {
          when: new Date('2030-01-02T03:04:05Z'),
          who: ['Ida', 'Jon'],
        }),
      ],
    },
  ],
};

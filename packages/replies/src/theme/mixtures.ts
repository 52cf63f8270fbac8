import { changed, changes, either, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Two, three or more mistakes in one reply. */
export const mixtures: Theme = {
  name: 'mixtures',
  groups: [
    {
      type: "type Status = 'OPEN' | 'IN_PROGRESS' | 'DONE';\ninterface Issue { id: int; summary: string; status: Status; labels: string[]; estimate?: number; }",
      cases: [
        changes(
          'a thought, a fence, a comment, a name in words',
          '<think>Is it open? {"id": 1, "status": "OPEN"}</think>\n```json\n{\n  "id": 42, // the number\n  "summary": "Fix the "login" page",\n  "status": "in progress",\n  "labels": ["ui", "auth",],\n}\n```',
          { id: 42, summary: 'Fix the "login" page', status: 'IN_PROGRESS', labels: ['ui', 'auth'] },
        ),
        changes(
          'Python, an underscore for a blank, a number as a text',
          "Issue = {'id': '43', 'summary': 'It\\'s slow', 'status': 'Done', 'labels': ['perf'], 'estimate': None}",
          { id: 43, summary: "It's slow", status: 'DONE', labels: ['perf'] },
        ),
        changes(
          'minified, curly quotes, cut in a label',
          '{“id”:44,“summary”:“Crash on save”,“status”:“OPEN”,“labels”:[“bug”,“sav',
          { id: 44, summary: 'Crash on save', status: 'OPEN', labels: ['bug', 'sav'] },
        ),
        changes(
          'a key too many, a list of one text, a number with a unit',
          '{"id": 45, "summary": "Docs", "status": "DONE", "labels": "docs", "estimate": "1.5 h", "assignee": "Bo"}',
          { id: 45, summary: 'Docs', status: 'DONE', labels: ['docs'], estimate: 1.5 },
        ),
        reads(
          'no commas, comments with a number sign, bare keys',
          '{\n  id: 46 # next\n  summary: "Cache"\n  status: OPEN # new\n  labels: ["infra"]\n}',
          { id: 46, summary: 'Cache', status: 'OPEN', labels: ['infra'] },
        ),
        reads(
          'escaped as a whole, in a fence, with a comma at the end',
          '```\n{\\"id\\": 47, \\"summary\\": \\"Tests\\", \\"status\\": \\"DONE\\", \\"labels\\": [],}\n```',
          { id: 47, summary: 'Tests', status: 'DONE', labels: [] },
        ),
        reads(
          'two fences, the first with settings, the second never closed',
          '```json\n{"temperature": 0.1}\n```\nand\n```json\n{"id": 48, "summary": "Deploy", "status": "OPEN", "labels": ["ops"]}\n',
          { id: 48, summary: 'Deploy', status: 'OPEN', labels: ['ops'] },
        ),
        reads(
          'keys in quotes of three kinds',
          '{"id": 49, \'summary\': `Lint`, “status”: “DONE”, labels: []}',
          { id: 49, summary: 'Lint', status: 'DONE', labels: [] },
        ),
        either(
          'a bad label and a bad estimate',
          '{"id": 50, "summary": "Split", "status": "OPEN", "labels": ["a", null, "b"], "estimate": "soon"}',
          changed({ id: 50, summary: 'Split', status: 'OPEN', labels: ['a', 'b'] }),
          refused(),
        ),
      ],
    },
    {
      type: 'interface Money { amount: number; currency: string; }\ninterface Room { name: string; beds: int; price: Money; }\ninterface Hotel { hotel: string; open: boolean; rooms: Room[]; }',
      cases: [
        changes(
          'prices, words of Python, a room that is cut',
          "Here:\n{'hotel': 'Lido', 'open': True, 'rooms': [{'name': 'Sea', 'beds': 2, 'price': {'amount': '$120.00', 'currency': 'USD'}}, {'name': 'Ga",
          {
            hotel: 'Lido',
            open: true,
            rooms: [{ name: 'Sea', beds: 2, price: { amount: 120, currency: 'USD' } }],
          },
        ),
        reads(
          'missing commas and brackets at several places',
          '{"hotel": "Alpina" "open": false, "rooms": [{"name": "Fir", "beds": 1, "price": {"amount": 80, "currency": "CHF"}}\n{"name": "Ash", "beds": 3, "price": {"amount": 95.5, "currency": "CHF"}}',
          {
            hotel: 'Alpina',
            open: false,
            rooms: [
              { name: 'Fir', beds: 1, price: { amount: 80, currency: 'CHF' } },
              { name: 'Ash', beds: 3, price: { amount: 95.5, currency: 'CHF' } },
            ],
          },
        ),
        either(
          'a room without a price, a room with a text for beds',
          '{"hotel":"Miramar","open":true,"rooms":[{"name":"A","beds":1},{"name":"B","beds":"two","price":{"amount":5,"currency":"EUR"}},{"name":"C","beds":2,"price":{"amount":6,"currency":"EUR"}},],}',
          changed({
            hotel: 'Miramar',
            open: true,
            rooms: [{ name: 'C', beds: 2, price: { amount: 6, currency: 'EUR' } }],
          }),
          refused(),
        ),
        changes(
          'keys in another case, one number as a text, prose behind',
          '{"Hotel": "Savoy", "Open": "true", "Rooms": [{"Name": "Suite", "Beds": "4", "Price": {"Amount": 300, "Currency": "GBP"}}]}\n\nHave a nice stay! :}',
          {
            hotel: 'Savoy',
            open: true,
            rooms: [{ name: 'Suite', beds: 4, price: { amount: 300, currency: 'GBP' } }],
          },
        ),
      ],
    },
    {
      type: 'interface Turn { speaker: string; words: string; }\ntype Script = Turn[];',
      cases: [
        reads(
          'quotes, line breaks and a missing comma',
          '[\n  {"speaker": "A", "words": "Did you say "now"?"}\n  {"speaker": "B", "words": "I said:\nlater."},\n]',
          [
            { speaker: 'A', words: 'Did you say "now"?' },
            { speaker: 'B', words: 'I said:\nlater.' },
          ],
        ),
        reads(
          'lines of JSON with a comment and bare keys',
          '// scene 1\n{speaker: "C", words: "Hello {you}"}\n{speaker: "D", words: "[waves]"}',
          [
            { speaker: 'C', words: 'Hello {you}' },
            { speaker: 'D', words: '[waves]' },
          ],
        ),
        harder(
          changes(
            'under a key, with a last turn that is cut',
            '{"turns": [{"speaker": "E", "words": "One"}, {"speaker": "F", "words": "Two"}, {"speaker": "G"',
            [
              { speaker: 'E', words: 'One' },
              { speaker: 'F', words: 'Two' },
            ],
          ),
        ),
      ],
    },
  ],
};

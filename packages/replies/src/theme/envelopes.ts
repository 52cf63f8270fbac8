import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** The marks that models and their servers put around a value, and rubbish behind it. */
export const envelopes: Theme = {
  name: 'envelopes',
  groups: [
    {
      type: 'interface Booking { guest: string; nights: int; }',
      cases: [
        reads('the tag of a fence without ticks', 'json\n{"guest": "Ann", "nights": 2}', {
          guest: 'Ann',
          nights: 2,
        }),
        reads('three single quotes for ticks', '\'\'\'json\n{"guest": "Bo", "nights": 3}\n\'\'\'', {
          guest: 'Bo',
          nights: 3,
        }),
        reads('a fence closed with two ticks', '```json\n{"guest": "Cy", "nights": 1}\n``', {
          guest: 'Cy',
          nights: 1,
        }),
        reads('a tag json', '<json>{"guest": "Di", "nights": 4}</json>', { guest: 'Di', nights: 4 }),
        reads('a tag output that is never closed', '<output>\n{"guest": "Ed", "nights": 5}\n', {
          guest: 'Ed',
          nights: 5,
        }),
        reads('an action', 'Action: book\nAction Input: {"guest": "Fay", "nights": 6}\nObservation:', {
          guest: 'Fay',
          nights: 6,
        }),
        reads('a function in a tag', '<function=book>{"guest": "Gus", "nights": 7}</function>', {
          guest: 'Gus',
          nights: 7,
        }),
        either(
          'a list of calls',
          '[TOOL_CALLS] [{"name": "book", "arguments": {"guest": "Hal", "nights": 8}}]',
          changed({ guest: 'Hal', nights: 8 }),
          refused(),
        ),
        reads('a python tag', '<|python_tag|>{"guest": "Ida", "nights": 9}<|eom_id|>', {
          guest: 'Ida',
          nights: 9,
        }),
        reads('a quote behind the brace', '{"guest": "Jo", "nights": 10}"', { guest: 'Jo', nights: 10 }),
        reads('a callback', '/**/ cb({"guest": "Kit", "nights": 11});', { guest: 'Kit', nights: 11 }),
        reads('data of an event stream', 'data: {"guest": "Lu", "nights": 12}\n\ndata: [DONE]\n', {
          guest: 'Lu',
          nights: 12,
        }),
        reads('a mark of the end of a turn', '{"guest": "Max", "nights": 13}<end_of_turn>\n<eos>', {
          guest: 'Max',
          nights: 13,
        }),
        reads('marks of markdown around', '**{"guest": "Ned", "nights": 14}**', { guest: 'Ned', nights: 14 }),
        reads('a heading with a colon', '### JSON Output:\n{"guest": "Ola", "nights": 15}\n### End', {
          guest: 'Ola',
          nights: 15,
        }),
        changes('dots in the object', '{"guest": "Pat", "nights": 16, ...}', { guest: 'Pat', nights: 16 }),
        fails('dots for a value', '{"guest": "Quin", "nights": ...}', 'nights'),
        reads('a log in front', 'INFO [main] 12:01:02 reply={"guest": "Ray", "nights": 17}', {
          guest: 'Ray',
          nights: 17,
        }),
        reads('C-like casts', '(Booking) {"guest": "Sam", "nights": 18}', { guest: 'Sam', nights: 18 }),
        harder(
          either(
            'a definition with values',
            'interface Booking { guest: string; nights: number }\nconst b: Booking = { guest: "Tia", nights: 19 };',
            as({ guest: 'Tia', nights: 19 }),
          ),
        ),
        harder(
          either(
            'XML with attributes',
            '<booking guest="Uma" nights="20"/>',
            as({ guest: 'Uma', nights: 20 }),
            refused(),
          ),
        ),
        either(
          'two of them, the second cut',
          '{"guest": "Vi", "nights": 21}\n{"guest": "Wes", "ni',
          as({ guest: 'Vi', nights: 21 }),
        ),
        harder(
          either(
            'the first cut by prose, the second whole',
            '{"guest": "Xia", oh wait. {"guest": "Xia", "nights": 22}',
            as({ guest: 'Xia', nights: 22 }),
          ),
        ),
      ],
    },
    {
      type: 'interface Basket { items: string[]; }',
      cases: [
        either(
          'the list without its object',
          '["pear", "plum"]',
          changed({ items: ['pear', 'plum'] }),
          refused(),
        ),
        reads('lines of JSON with one field', '{"items": ["fig"]}', { items: ['fig'] }),
        either(
          'an object around',
          '{"basket": {"items": ["kiwi"]}}',
          changed({ items: ['kiwi'] }),
          refused(),
        ),
        fails('a refusal', 'I cannot see any basket.'),
        either('one text for the list', '{"items": "lime"}', changed({ items: ['lime'] })),
      ],
    },
    {
      type: 'interface Result { value: number; result: string; }',
      fixedNames: true,
      cases: [
        reads('fields that are named like envelopes', '{value: 3, result: "ok",}', {
          value: 3,
          result: 'ok',
        }),
        either(
          'an envelope of the same name',
          '{"result": {"value": 4, "result": "ok"}}',
          changed({ value: 4, result: 'ok' }),
          refused(),
        ),
        fails('one of them missing', '{"value": 5}', 'result'),
      ],
    },
    {
      type: 'interface Poi { name: string; tags: string[]; }\ntype Pois = Poi[];',
      cases: [
        reads(
          'lines of JSON with blank lines between',
          '{"name": "Fort", "tags": []}\n\n\n{"name": "Mill", "tags": ["old"]}\n',
          [
            { name: 'Fort', tags: [] },
            { name: 'Mill', tags: ['old'] },
          ],
        ),
        reads(
          'numbered headings between',
          '### 1\n{"name": "Dam", "tags": ["x"]}\n### 2\n{"name": "Pier", "tags": []}',
          [
            { name: 'Dam', tags: ['x'] },
            { name: 'Pier', tags: [] },
          ],
        ),
        changes(
          'an event stream',
          'data: {"name": "Zoo", "tags": []}\n\ndata: {"name": "Spa", "tags": []}\n\ndata: {"na',
          [
            { name: 'Zoo', tags: [] },
            { name: 'Spa', tags: [] },
          ],
        ),
        either(
          'an object of lists',
          '{"name": ["A", "B"], "tags": [[], []]}',
          refused(),
          changed([
            { name: 'A', tags: [] },
            { name: 'B', tags: [] },
          ]),
          changed([{ name: '["A","B"]', tags: ['[]', '[]'] }]),
          changed([{ name: '["A", "B"]', tags: ['[]', '[]'] }]),
        ),
        either(
          'a map by name',
          '{"Fort": {"tags": ["a"]}, "Mill": {"tags": []}}',
          refused(),
          changed([
            { name: 'Fort', tags: ['a'] },
            { name: 'Mill', tags: [] },
          ]),
        ),
      ],
    },
  ],
};

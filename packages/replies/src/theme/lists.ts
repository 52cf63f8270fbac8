import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Lists: of one, of nothing, with items that do not fit, written as bullets. */
export const lists: Theme = {
  name: 'lists',
  groups: [
    {
      type: 'type Herbs = string[];',
      cases: [
        exact('as JSON', '["thyme", "sage"]', ['thyme', 'sage']),
        exact('empty', '[]', []),
        either('one text', '"basil"', changed(['basil'])),
        either('one bare word', 'dill', changed(['dill']), refused()),
        either(
          'bullets',
          '- mint\n- chive\n- rue',
          as(['mint', 'chive', 'rue']),
          changed(['- mint\n- chive\n- rue']),
        ),
        harder(either('stars', '* bay\n* lovage', as(['bay', 'lovage']), changed(['* bay\n* lovage']))),
        harder(
          either('numbers', '1. anise\n2. cumin', as(['anise', 'cumin']), changed(['1. anise\n2. cumin'])),
        ),
        harder(
          either(
            'bullets behind a sentence',
            'Here are some herbs:\n\n- fennel\n- borage',
            changed(['fennel', 'borage']),
            as(['fennel', 'borage']),
            changed(['Here are some herbs:\n\n- fennel\n- borage']),
            refused(),
          ),
        ),
        either(
          'commas',
          'parsley, oregano',
          as(['parsley', 'oregano']),
          changed(['parsley, oregano']),
          refused(),
        ),
        changes('numbers for texts', '[1, 2.5, true]', ['1', '2.5', 'true']),
        either('null among texts', '["sorrel", null]', changed(['sorrel']), refused()),
        either('JSON in a text', '"[\\"savory\\"]"', as(['savory']), changed(['["savory"]'])),
        reads('words without quotes', '[mint, lemon balm, rue]', ['mint', 'lemon balm', 'rue']),
        either(
          'under a key',
          '{"herbs": ["tarragon", "chervil"]}',
          changed(['tarragon', 'chervil']),
          refused(),
        ),
        either('a list in a list', '[["hyssop"]]', changed(['hyssop']), changed(['["hyssop"]']), refused()),
        harder(
          either(
            'an object for an item',
            '["lavage", {"name": "sage"}]',
            changed(['lavage', '{"name": "sage"}']),
            changed(['lavage', '{"name":"sage"}']),
            changed(['lavage', 'sage']),
            changed(['lavage']),
            refused(),
          ),
        ),
      ],
    },
    {
      type: 'type Codes = int[];',
      cases: [
        either('an item that is none', '[1, "two", 3]', changed([1, 3]), refused()),
        changes('texts of digits', '["10", "20"]', [10, 20]),
        either('one number', '30', changed([30])),
        either('one of them null', '[1, null, 3]', changed([1, 3]), refused()),
        either('none fits', '["a", "b"]', changed([]), refused()),
        reads('cut between items', '[1, 2, 3,', [1, 2, 3]),
        changes('cut in a number', '[100, 200, 30', [100, 200, 30]),
        fails('a refusal', 'I do not have any codes.'),
        either('an object with numbers', '{"a": 1, "b": 2}', refused(), changed([1, 2])),
      ],
    },
    {
      type: 'interface Ticket { id: int; title: string; }\ntype Queue = Ticket[];',
      cases: [
        exact('as JSON', '[{"id": 1, "title": "A"}, {"id": 2, "title": "B"}]', [
          { id: 1, title: 'A' },
          { id: 2, title: 'B' },
        ]),
        either(
          'under a key',
          '{"tickets": [{"id": 3, "title": "C"}]}',
          changed([{ id: 3, title: 'C' }]),
          refused(),
        ),
        either(
          'under a key, with a count beside it',
          '{"count": 2, "items": [{"id": 4, "title": "D"}, {"id": 5, "title": "E"}]}',
          changed([
            { id: 4, title: 'D' },
            { id: 5, title: 'E' },
          ]),
          refused(),
        ),
        either('one object', '{"id": 6, "title": "F"}', changed([{ id: 6, title: 'F' }])),
        either(
          'an item with a field missing',
          '[{"id": 7, "title": "G"}, {"id": 8}]',
          changed([{ id: 7, title: 'G' }]),
          refused(),
        ),
        either(
          'a text among objects',
          '[{"id": 9, "title": "H"}, "and more"]',
          changed([{ id: 9, title: 'H' }]),
          refused(),
        ),
        changes('the last object cut', '[{"id": 10, "title": "I"}, {"id": 11', [{ id: 10, title: 'I' }]),
        either(
          'objects by number',
          '{"1": {"id": 12, "title": "J"}, "2": {"id": 13, "title": "K"}}',
          changed([
            { id: 12, title: 'J' },
            { id: 13, title: 'K' },
          ]),
          refused(),
        ),
        either(
          'a list of lists',
          '[[{"id": 14, "title": "L"}]]',
          changed([{ id: 14, title: 'L' }]),
          refused(),
        ),
        fails('an empty object', '{}'),
        fails('an object of another kind', '{"error": "no tickets"}'),
        exact('an empty list', '[]', []),
      ],
    },
    {
      type: 'interface Box { label: string; sizes: int[]; rows: string[][]; }',
      cases: [
        either(
          'one number for a list',
          '{"label": "a", "sizes": 4, "rows": []}',
          changed({ label: 'a', sizes: [4], rows: [] }),
        ),
        either(
          'JSON in a text for a list',
          '{"label": "b", "sizes": "[1, 2]", "rows": [["x"], ["y", "z"]]}',
          changed({ label: 'b', sizes: [1, 2], rows: [['x'], ['y', 'z']] }),
        ),
        either(
          'commas in a text for a list',
          '{"label": "c", "sizes": "3, 4", "rows": []}',
          changed({ label: 'c', sizes: [3, 4], rows: [] }),
          refused('sizes'),
        ),
        reads(
          'lists in lists, minified, with a comma too many',
          '{"label":"d","rows":[["p","q",],["r"],],"sizes":[5,6,],}',
          {
            label: 'd',
            sizes: [5, 6],
            rows: [['p', 'q'], ['r']],
          },
        ),
        either(
          'a flat list for a list of lists',
          '{"label": "e", "sizes": [], "rows": ["s", "t"]}',
          changed({ label: 'e', sizes: [], rows: [['s'], ['t']] }),
          refused(),
        ),
      ],
    },
  ],
};

import { as, either, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Delimiters of texts, and quotes inside of texts. */
export const quotes: Theme = {
  name: 'quotes',
  groups: [
    {
      type: 'interface Shop { name: string; city: string; }',
      cases: [
        reads('single quotes', "{'name': 'Bento Box', 'city': 'Nara'}", { name: 'Bento Box', city: 'Nara' }),
        reads('single and double mixed', `{"name": 'Kiosk 7', 'city': "Graz"}`, {
          name: 'Kiosk 7',
          city: 'Graz',
        }),
        reads('an apostrophe inside of single quotes', "{'name': 'Rosa's Deli', 'city': 'Cork'}", {
          name: "Rosa's Deli",
          city: 'Cork',
        }),
        reads('double quotes inside of single ones', `{'name': 'The "Old" Mill', 'city': 'York'}`, {
          name: 'The "Old" Mill',
          city: 'York',
        }),
        reads('curly quotes as delimiters', '{“name”: “Fuego”, “city”: “León”}', {
          name: 'Fuego',
          city: 'León',
        }),
        reads('curly quotes for values only', '{"name": “Lumen”, "city": “Turin”}', {
          name: 'Lumen',
          city: 'Turin',
        }),
        reads('a curly quote that opens, a straight one that ends', '{"name": “Vela", "city": “Bari"}', {
          name: 'Vela',
          city: 'Bari',
        }),
        reads('curly single quotes', '{‘name’: ‘Hob’, ‘city’: ‘Leeds’}', { name: 'Hob', city: 'Leeds' }),
        reads('curly quotes inside of straight ones', '{"name": "The “Nest” Bar", "city": "Bonn"}', {
          name: 'The “Nest” Bar',
          city: 'Bonn',
        }),
        reads('angle quotes inside of a text', '{"name": "«Chez Lou»", "city": "Lyon"}', {
          name: '«Chez Lou»',
          city: 'Lyon',
        }),
        reads('a curly apostrophe', '{"name": "Nona’s", "city": "Derry"}', { name: 'Nona’s', city: 'Derry' }),
        reads('backticks', '{`name`: `Papier`, `city`: `Ghent`}', { name: 'Papier', city: 'Ghent' }),
      ],
    },
    {
      type: 'interface Scene { line: string; speaker: string; }',
      cases: [
        reads(
          'quotes inside that are not escaped',
          '{"line": "He whispered "run" and ran", "speaker": "Iris"}',
          {
            line: 'He whispered "run" and ran',
            speaker: 'Iris',
          },
        ),
        reads(
          'quotes at the end that are not escaped',
          '{"line": "They call it "the pit"", "speaker": "Omar"}',
          {
            line: 'They call it "the pit"',
            speaker: 'Omar',
          },
        ),
        reads('quotes at the beginning', '{"line": ""Enough," she said", "speaker": "Lea"}', {
          line: '"Enough," she said',
          speaker: 'Lea',
        }),
        reads('a quote before a comma', '{"line": "She said "no", then left", "speaker": "Tom"}', {
          line: 'She said "no", then left',
          speaker: 'Tom',
        }),
        reads('a quote before a colon', '{"line": "The word "fate": a riddle", "speaker": "Ana"}', {
          line: 'The word "fate": a riddle',
          speaker: 'Ana',
        }),
        reads(
          'escaped and plain quotes in one text',
          '{"line": "\\"Go\\" is not "stop"", "speaker": "Bea"}',
          {
            line: '"Go" is not "stop"',
            speaker: 'Bea',
          },
        ),
        harder(
          reads('a quote before a brace', '{"line": "use "{x}" here", "speaker": "Kai"}', {
            line: 'use "{x}" here',
            speaker: 'Kai',
          }),
        ),
      ],
    },
    {
      type: 'interface Part { sizes: string[]; note: string; }',
      cases: [
        reads('an inch mark in a list', '{"sizes": ["3" nail", "6" bolt"], "note": "steel"}', {
          sizes: ['3" nail', '6" bolt'],
          note: 'steel',
        }),
        harder(
          reads('an inch mark at the end of an item', '{"sizes": ["pipe 2"", "pipe 4""], "note": "copper"}', {
            sizes: ['pipe 2"', 'pipe 4"'],
            note: 'copper',
          }),
        ),
        reads('quotes around words of an item', '{"sizes": ["the "big" one", "the small one"], "note": ""}', {
          sizes: ['the "big" one', 'the small one'],
          note: '',
        }),
        reads('single quotes in a list', "{'sizes': ['S', 'M', 'XL'], 'note': 'don\\'t shrink'}", {
          sizes: ['S', 'M', 'XL'],
          note: "don't shrink",
        }),
      ],
    },
    {
      type: 'interface Page { heading: string; views: int; }',
      cases: [
        reads('a key without its closing quote', '{"heading: "Start", "views": 3}', {
          heading: 'Start',
          views: 3,
        }),
        harder(
          reads('a key without its opening quote', '{heading": "Docs", views": 5}', {
            heading: 'Docs',
            views: 5,
          }),
        ),
        reads(
          'a value without its closing quote, at the end of a line',
          '{\n  "heading": "About,\n  "views": 8\n}',
          {
            heading: 'About',
            views: 8,
          },
        ),
        harder(
          either(
            'a value without its opening quote',
            '{"heading": Press", "views": 13}',
            as({ heading: 'Press', views: 13 }),
            as({ heading: 'Press"', views: 13 }),
          ),
        ),
        harder(
          reads('doubled quotes', '{""heading"": ""Team"", ""views"": 21}', { heading: 'Team', views: 21 }),
        ),
        reads('triple quotes', '{"heading": """Jobs""", "views": 34}', { heading: 'Jobs', views: 34 }),
        reads('triple quotes over lines', '{"heading": """Terms\nof "Use"\n""", "views": 55}', {
          heading: 'Terms\nof "Use"\n',
          views: 55,
        }),
        reads('an unescaped line break', '{"heading": "Line one\nLine two", "views": 89}', {
          heading: 'Line one\nLine two',
          views: 89,
        }),
        reads('an unescaped tab', '{"heading": "A\tB", "views": 144}', { heading: 'A\tB', views: 144 }),
        reads('all quotes escaped', '{\\"heading\\": \\"Blog\\", \\"views\\": 233}', {
          heading: 'Blog',
          views: 233,
        }),
        reads('a JSON text that holds the JSON', '"{\\"heading\\": \\"FAQ\\", \\"views\\": 377}"', {
          heading: 'FAQ',
          views: 377,
        }),
        reads(
          'a JSON text that holds JSON with an escaped quote',
          '"{\\"heading\\": \\"The \\\\\\"Hub\\\\\\"\\", \\"views\\": 1}"',
          { heading: 'The "Hub"', views: 1 },
        ),
        harder(either('an empty object in quotes', '"{}"', refused())),
      ],
    },
    {
      type: 'type Lines = string[];',
      cases: [
        reads('curly quotes in a list', '[“one”, “two”]', ['one', 'two']),
        reads('a list in a JSON text', '"[\\"a b\\", \\"c\\"]"', ['a b', 'c']),
        reads('all escaped quotes in a list', '[\\"x\\", \\"y z\\"]', ['x', 'y z']),
        reads('quotes of German', '[„Wer“, „Was“]', ['Wer', 'Was']),
      ],
    },
  ],
};

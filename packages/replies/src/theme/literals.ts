import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Unions of literals: numbers, texts and booleans that stand for themselves. */
export const literals: Theme = {
  name: 'literals',
  groups: [
    {
      type: 'type Stars = 1 | 2 | 3 | 4 | 5;',
      cases: [
        exact('a number', '4', 4),
        changes('a number in quotes', '"3"', 3),
        changes('a number in a sentence', 'I give it 5 stars.', 5),
        fails('another number', '7'),
        fails('two of them', 'somewhere between 2 and 3'),
        fails('a number that begins alike', '12'),
        either('a whole number with a fraction of zero', '2.0', as(2)),
        either('out of five', '4/5', changed(4), refused()),
        fails('a fraction between', '3.5'),
      ],
    },
    {
      type: "interface Cell { kind: 'cell'; size: 8 | 16 | 32; side: 'left' | 'right'; }",
      cases: [
        changes('texts for numbers, capitals', '{"kind": "cell", "size": "16", "side": "Left"}', {
          kind: 'cell',
          size: 16,
          side: 'left',
        }),
        reads('without quotes', '{kind: cell, size: 32, side: right}', {
          kind: 'cell',
          size: 32,
          side: 'right',
        }),
        fails('a size that does not exist', '{"kind": "cell", "size": 64, "side": "left"}', 'size'),
        either(
          'the literal missing',
          '{"size": 8, "side": "left"}',
          changed({ kind: 'cell', size: 8, side: 'left' }),
          refused('kind'),
        ),
        changes('a sentence for a side', '{"kind":"cell","size":8,"side":"on the right hand"}', {
          kind: 'cell',
          size: 8,
          side: 'right',
        }),
        fails('both sides', '{"kind":"cell","size":8,"side":"left and right"}', 'side'),
      ],
    },
    {
      type: "type Answer = 'yes' | 'no' | 'not sure';",
      cases: [
        changes('with a capital and a comma', 'Yes, because it rained.', 'yes'),
        changes('two words', 'I am not sure.', 'not sure'),
        exact('in quotes', '"no"', 'no'),
        fails('yes and no', 'yes and no'),
        fails('a word that holds no', 'Nothing known'),
        changes('with marks around', '>>> NO <<<', 'no'),
      ],
    },
    {
      type: "type Http = 200 | 404 | 'timeout';",
      cases: [
        exact('a number', '404', 404),
        reads('a word', 'timeout', 'timeout'),
        changes('a status line', 'HTTP 404 Not Found', 404),
        either('a text of digits', '"200"', changed(200)),
      ],
    },
    {
      type: 'enum Severity { Low, Mid, High }',
      cases: [
        reads('the name of a numeric enum', 'High', 2),
        changes('the name in small letters', 'low', 0),
        harder(either('the number', '1', as(1), refused())),
        fails('a number that does not exist', '9'),
        changes('a sentence', 'The severity is mid.', 1),
      ],
    },
    {
      type: 'type Sku = `A-${number}`;',
      cases: [
        exact('a template', '"A-77"', 'A-77'),
        reads('a template without quotes', 'A-12', 'A-12'),
        fails('another form', '"B-12"'),
        harder(either('a template in a sentence', 'The SKU is A-5.', changed('A-5'), refused())),
      ],
    },
  ],
};

import { as, changed, changes, either, fails, harder, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Numbers as other languages write them: the right value or a refusal, never another value without a word. */
export const otherNumberFormats: Theme = {
  name: "other languages' numbers",
  groups: [
    {
      type: 'type Betrag = number;',
      cases: [
        either('German thousands and comma', '1.234,56', changed(1234.56), refused()),
        either('German millions', '12.345.678,90 €', changed(12345678.9), refused()),
        either('a comma for the point', '3,75', changed(3.75), refused()),
        either('French blanks', '1 234,5', changed(1234.5), refused()),
        either('narrow blanks', '12\u202F345,67', changed(12345.67), refused()),
        either('Swiss apostrophes', "1'234.50", changed(1234.5), refused()),
        either('Swiss curly apostrophes', '9’876’543', changed(9876543), refused()),
        either('Indian groups', '12,34,567.89', changed(1234567.89), refused()),
        either('a Brazilian price', 'R$ 2.500,00', changed(2500), refused()),
        either('two dots', '1.234.567', changed(1234567), refused()),
        harder(either('Arabic digits', '٤٢', changed(42), refused())),
        harder(either('wide digits', '１２３', changed(123), refused())),
        harder(either('a minus of typography', '−15', changed(-15), refused())),
        harder(either('a Chinese unit', '3万', changed(30000), refused())),
        harder(either('a Spanish sentence', 'Son 1.500,25 pesos', changed(1500.25), refused())),
      ].map(harder),
    },
    {
      type: 'type Beträge = number[];',
      cases: [
        either('commas in numbers, semicolons between', '4,5; 12,25', changed([4.5, 12.25]), refused()),
        either('semicolons between', '4.5; 12.25', changed([4.5, 12.25]), refused()),
      ].map(harder),
    },
    {
      type: 'interface Rechnung { netto: number; stück: int; }',
      cases: [
        changes('an English number in a German reply', 'Gerne! {"netto": "1,234.50", "stück": "3 Stk."}', {
          netto: 1234.5,
          stück: 3,
        }),
        either(
          'texts with a comma for the point',
          '{"netto": "99,95", "stück": 2}',
          changed({ netto: 99.95, stück: 2 }),
          refused('netto'),
        ),
        either(
          'texts with dots and a comma',
          '{"netto": "4.599,00", "stück": "1"}',
          changed({ netto: 4599, stück: 1 }),
          refused('netto'),
        ),
        harder(
          either(
            'bare with dots and a comma',
            '{"netto": 4.599,00, "stück": 1}',
            changed({ netto: 4599, stück: 1 }),
            refused('netto'),
            refused(),
          ),
        ),
        fails('words', '{"netto": "etwa hundert", "stück": 1}', 'netto'),
      ],
    },
    {
      type: 'type Prix = number[];',
      cases: [
        either(
          'texts with blanks and commas',
          '["1 000,50", "20,00"]',
          changed([1000.5, 20]),
          refused(),
          changed([]),
        ),
        either('texts with English separators', '["1,000.50", "20.00"]', changed([1000.5, 20])),
        harder(
          either(
            'bare, separated by semicolons',
            '[1,5; 2,5]',
            changed([1.5, 2.5]),
            refused(),
            changed([1, 5, 2, 5]),
            as([1, 5, 2, 5]),
          ),
        ),
      ],
    },
  ],
};

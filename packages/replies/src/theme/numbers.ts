import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Numbers as text, with units, signs and separators. */
export const numbers: Theme = {
  name: 'numbers',
  groups: [
    {
      type: 'type Total = int;',
      cases: [
        exact('bare', '128', 128),
        exact('negative', '-7', -7),
        reads('with line breaks around', '\n\n 64 \n', 64),
        changes('in quotes', '"512"', 512),
        changes('with separators', '1,024', 1024),
        changes('with separators in quotes', '"2,048,000"', 2048000),
        changes('bold', '**42**', 42),
        changes('with a unit', '17 pears', 17),
        changes('in a sentence', 'The total is 365.', 365),
        changes('in a sentence with a bold number', 'There are **88** keys on it.', 88),
        fails('two numbers in a sentence', 'Between 12 and 15 people.'),
        fails('no number', 'Quite a few.'),
        fails('an empty reply', ''),
        either('a word', 'forty-two', changed(42), refused()),
        either('an object around', '{"total": 9}', changed(9), refused()),
        either('another object around', '{"answer": 42}', changed(42), refused()),
        either('a whole number with a fraction of zero', '30.0', as(30)),
        either('a list of one', '[77]', changed(77)),
        fails('a list of two', '[7, 8]'),
        harder(either('an exponent', '1e3', as(1000))),
        harder(either('a result with its sum', '12 + 8 = 20', changed(20), refused())),
        fails('true', 'true'),
        fails('null', 'null'),
      ],
    },
    {
      type: 'type Rate = number;',
      cases: [
        exact('a fraction', '0.125', 0.125),
        changes('a percentage', '12.5%', 12.5),
        changes('a price', '$1,299.90', 1299.9),
        changes('a negative price', '-$45.10', -45.1),
        either('a price with the sign behind', '45.10 €', changed(45.1)),
        reads('without a zero', '.75', 0.75),
        reads('a plus sign', '+3.5', 3.5),
        changes('a fraction with a slash', '3/8', 0.375),
        reads('an exponent', '6.02e23', 6.02e23),
        either('about', '~ 2.5', changed(2.5)),
        fails('not a number', 'NaN'),
        fails('infinity', 'Infinity'),
        harder(either('a number and its unit of time', '3.5ms', changed(3.5))),
      ],
    },
    {
      type: 'interface Bill { net: number; items: int; tax: number; }',
      cases: [
        changes('texts for numbers', '{"net": "19.90", "items": "3", "tax": "3.18"}', {
          net: 19.9,
          items: 3,
          tax: 3.18,
        }),
        reads('bare numbers as people write them', '{"net": .5, "items": +4, "tax": 5.}', {
          net: 0.5,
          items: 4,
          tax: 5,
        }),
        changes('a bare price', '{"net": $1,250.75, "items": 5, "tax": $0.50}', {
          net: 1250.75,
          items: 5,
          tax: 0.5,
        }),
        changes('a bare percentage', '{"net": 100, "items": 1, "tax": 19%}', { net: 100, items: 1, tax: 19 }),
        changes('units without quotes', '{"net": 12 EUR, "items": 2 pcs, "tax": 1.9 EUR}', {
          net: 12,
          items: 2,
          tax: 1.9,
        }),
        changes('bare numbers with separators', '{"net": 12,500.75, "items": 1,000, "tax": 2}', {
          net: 12500.75,
          items: 1000,
          tax: 2,
        }),
        either(
          'a fraction for a whole number',
          '{"net": 5, "items": 2.5, "tax": 1}',
          changed({ net: 5, items: 3, tax: 1 }),
          changed({ net: 5, items: 2, tax: 1 }),
          refused('items'),
        ),
        either(
          'zeros at the front',
          '{"net": 007.5, "items": 02, "tax": 1}',
          as({ net: 7.5, items: 2, tax: 1 }),
        ),
        either(
          'a whole number written as a fraction',
          '{"net": 5, "items": 2.0, "tax": 1}',
          as({ net: 5, items: 2, tax: 1 }),
        ),
        reads('underscores', '{"net": 1_000.5, "items": 2_000, "tax": 0}', {
          net: 1000.5,
          items: 2000,
          tax: 0,
        }),
        harder(
          either(
            'a hexadecimal number',
            '{"net": 1, "items": 0x1F, "tax": 0}',
            as({ net: 1, items: 31, tax: 0 }),
            refused('items'),
          ),
        ),
        fails('a word for a number', '{"net": "n. a. yet", "items": 2, "tax": 1}', 'net'),
        harder(
          either(
            'a sum',
            '{"net": 10 + 5, "items": 2, "tax": 1}',
            changed({ net: 15, items: 2, tax: 1 }),
            refused('net'),
          ),
        ),
        fails('a range', '{"net": "10-15", "items": 1, "tax": 0}', 'net'),
        fails('no value at all', '{"net": , "items": 1, "tax": 0}', 'net'),
      ],
    },
    {
      type: 'type Serial = bigint;',
      cases: [
        reads('beyond what a double holds', '9007199254740993', 9007199254740993n),
        reads('as a text', '"123456789012345678901234567890"', 123456789012345678901234567890n),
        harder(either('with the letter of JavaScript', '42n', as(42n), refused())),
        either('with separators', '12,345,678,901,234,567,891', changed(12345678901234567891n)),
        fails('with a fraction', '1.5'),
      ],
    },
    {
      type: 'interface Account { owner: string; balance: bigint; }',
      cases: [
        reads('a bare one in an object', '{"owner": "F. Moss", "balance": 18014398509481985}', {
          owner: 'F. Moss',
          balance: 18014398509481985n,
        }),
        reads(
          'a bare one in an object with a comma too many',
          '{"owner":"G. Fern","balance":-9007199254740995,}',
          {
            owner: 'G. Fern',
            balance: -9007199254740995n,
          },
        ),
      ],
    },
  ],
};

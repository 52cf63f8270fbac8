import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Digits that are no number, and numbers that look like two. */
export const numbersInProse: Theme = {
  name: 'numbers in prose',
  groups: [
    {
      type: 'type Count = int;',
      cases: [
        changes('a round number with a separator', 'approx. 1,200 people', 1200),
        fails('a range with a dash', '2-3 days'),
        fails('a range in words', '5 to 7'),
        fails('a clock', '10:30'),
        fails('a date', '2031-04-05'),
        either('an ordinal', '1st', changed(1), refused()),
        either('a version', 'v2.0.1', refused()),
        either('a name with a digit', 'COVID-19', changed(19), refused()),
        changes('a unit without a blank', '250ml', 250),
        either('a fraction as a text', '"5.0"', changed(5)),
        either('a number of thousands', '3k', changed(3000), refused()),
        either('a number of millions', '1.5 million', changed(1_500_000), refused()),
        either('an equation', 'x = 12', changed(12)),
        either('a number in brackets', '(8)', changed(8), changed(-8), refused()),
        reads('a number in a tag', '<answer>7</answer>', 7),
        changes('a number in a box', '\\boxed{96}', 96),
        changes('a number behind marks', '#### 18', 18),
        either('the final one of several', 'First 3, then 4.\n\nFinal answer: 7', changed(7), refused()),
        either('the same number twice', '15. So there are 15.', changed(15), refused()),
        fails('a phone number', '555-0142'),
        fails('a power', '10⁶'),
        fails('a power of a unit that is missing', '5²'),
        either('a sign in words', 'minus 12', changed(-12), refused()),
        either('hundreds in words', '6 hundred', changed(600), refused()),
        either('millions in another language', '3 Millionen', changed(3_000_000), refused()),
        either('thousands with a blank', '4 k', changed(4000), refused()),
        either('a half in words', '8 and a half', refused()),
        fails('a limit in words', 'under 40'),
        fails('a limit behind the number', '9 or more'),
        fails('two numbers, one in words', 'one or 2'),
      ],
    },
    {
      type: 'interface Trip { way: number; degrees: number; share: number; }',
      cases: [
        changes('units, a sign, a percentage', '{"way": "12.4 km", "degrees": "-5 °C", "share": "85%"}', {
          way: 12.4,
          degrees: -5,
          share: 85,
        }),
        changes('units without quotes', '{"way": 3.2km, "degrees": -7°C, "share": 40%}', {
          way: 3.2,
          degrees: -7,
          share: 40,
        }),
        either(
          'about',
          '{"way": "~30", "degrees": "about 4", "share": "<1"}',
          changed({ way: 30, degrees: 4, share: 1 }),
          refused(),
        ),
        either(
          'a negative number in brackets',
          '{"way": 1, "degrees": "(5.00)", "share": 0}',
          changed({ way: 1, degrees: -5, share: 0 }),
          refused('degrees'),
        ),
        fails('NaN', '{"way": 1, "degrees": NaN, "share": 0}', 'degrees'),
        fails('infinity', '{"way": Infinity, "degrees": 2, "share": 0}', 'way'),
        fails('a number beyond all', '{"way": 1e999, "degrees": 2, "share": 0}', 'way'),
        either(
          'a negative zero',
          '{"way": -0, "degrees": 1, "share": 0}',
          as({ way: -0, degrees: 1, share: 0 }),
          as({ way: 0, degrees: 1, share: 0 }),
        ),
        either(
          'a comma for the point, bare',
          '{"way": 1,5, "degrees": 2, "share": 0}',
          changed({ way: 1.5, degrees: 2, share: 0 }),
          refused('way'),
          refused(),
        ),
        fails('a clock for a number', '{"way": 1, "degrees": "10:30", "share": 0}', 'degrees'),
        fails('a boolean for a number', '{"way": true, "degrees": 1, "share": 0}', 'way'),
        harder(
          either(
            'a number as an object',
            '{"way": {"value": 9, "unit": "km"}, "degrees": 1, "share": 0}',
            changed({ way: 9, degrees: 1, share: 0 }),
            refused('way'),
          ),
        ),
        either(
          'a number as a list of one',
          '{"way": [9], "degrees": 1, "share": 0}',
          changed({ way: 9, degrees: 1, share: 0 }),
          refused('way'),
        ),
      ],
    },
    {
      type: 'interface Fact { year?: int; population: int | null; height: number | null; }',
      cases: [
        either(
          'circa',
          '{"year": "c. 1450", "population": 900, "height": null}',
          changed({ year: 1450, population: 900, height: null }),
          refused('year'),
        ),
        either(
          'unknown',
          '{"year": "unknown", "population": "unknown", "height": "unknown"}',
          changed({ population: null, height: null }),
          refused(),
        ),
        changes('words for nothing', '{"year": "N/A", "population": "n/a", "height": "none"}', {
          population: null,
          height: null,
        }),
        either(
          'a dash for nothing',
          '{"year": "-", "population": "—", "height": "?"}',
          changed({ population: null, height: null }),
          refused(),
        ),
        changes('a unit and a separator', '{"population": "1,250,000 people", "height": "1.82 m"}', {
          population: 1250000,
          height: 1.82,
        }),
        either(
          'two numbers in a text',
          '{"population": "between 5 and 6", "height": 1}',
          changed({ population: null, height: 1 }),
          refused('population'),
        ),
      ],
    },
    {
      type: 'interface Log { at: Date; seen: Date[]; }',
      cases: [
        either(
          'a blank for the T',
          '{"at": "2030-01-02 10:00:00Z", "seen": []}',
          as({ at: new Date('2030-01-02T10:00:00Z'), seen: [] }),
          refused('at'),
        ),
        either(
          'no zone',
          '{"at": "2030-01-02T10:00:00", "seen": []}',
          as({ at: new Date('2030-01-02T10:00:00Z'), seen: [] }),
          refused('at'),
        ),
        either(
          'a list with one that is none',
          '{"at": "2030-01-02T10:00:00Z", "seen": ["2030-01-01T00:00:00Z", "yesterday"]}',
          changed({ at: new Date('2030-01-02T10:00:00Z'), seen: [new Date('2030-01-01T00:00:00Z')] }),
          refused(),
        ),
        either(
          'a number of milliseconds',
          '{"at": 1893578400000, "seen": []}',
          changed({ at: new Date(1893578400000), seen: [] }),
          refused('at'),
        ),
        either(
          'a date with its weekday',
          '{"at": "2030-01-02T10:00:00Z (Wed)", "seen": []}',
          changed({ at: new Date('2030-01-02T10:00:00Z'), seen: [] }),
          refused('at'),
        ),
        fails('a month only', '{"at": "2030-13", "seen": []}', 'at'),
      ],
    },
  ],
};

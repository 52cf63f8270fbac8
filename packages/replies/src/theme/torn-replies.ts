import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Delimiters that are lost, and what only a second look tells apart. */
export const tornReplies: Theme = {
  name: 'torn replies',
  groups: [
    {
      type: 'interface Guest { full_name: string; age: int; diet?: string; }',
      cases: [
        harder(
          either(
            'the first brace lost',
            '"full_name": "Ann Lee", "age": 30}',
            as({
              full_name: 'Ann Lee',
              age: 30,
            }),
            refused(),
          ),
        ),
        reads('a bare key with a blank', '{full name: "Bo Ek", age: 31}', { full_name: 'Bo Ek', age: 31 }),
        harder(
          reads('a closing quote lost before a comma', '{"full_name": "Cy Day, "age": 32}', {
            full_name: 'Cy Day',
            age: 32,
          }),
        ),
        harder(
          either(
            'a closing quote lost before the brace',
            '{"age": 33, "full_name": "Di Fox}',
            as({
              full_name: 'Di Fox',
              age: 33,
            }),
            changed({ full_name: 'Di Fox}', age: 33 }),
          ),
        ),
        changes(
          'a remark behind a value',
          '{"full_name": "Ed Gray", "age": 34 (next May), "diet": "vegan"}',
          {
            full_name: 'Ed Gray',
            age: 34,
            diet: 'vegan',
          },
        ),
        reads('objects glued together', '{"note": 1}{"full_name": "Flo Hart", "age": 35}', {
          full_name: 'Flo Hart',
          age: 35,
        }),
        reads('a line break inside of a key', '{"full_name"\n:\n"Gil Ives"\n,\n"age"\n:\n36\n}', {
          full_name: 'Gil Ives',
          age: 36,
        }),
        harder(
          reads('a colon doubled', '{"full_name":: "Hal Joy", "age": 37}', { full_name: 'Hal Joy', age: 37 }),
        ),
        reads('values on the next lines', '{\n  "full_name":\n    "Ira Key",\n  "age":\n    38,\n}', {
          full_name: 'Ira Key',
          age: 38,
        }),
        reads('tabs and no-break blanks', '{\t"full_name":\u00A0"Jo Lam",\t"age":\u00A039\t}', {
          full_name: 'Jo Lam',
          age: 39,
        }),
        either(
          'the name as a text of nothing',
          '{"full_name": "Kai", "age": 40, "diet": "N/A"}',
          as({ full_name: 'Kai', age: 40, diet: 'N/A' }),
          changed({ full_name: 'Kai', age: 40 }),
        ),
        reads('a text that begins with a word of JSON', '{full_name: nullable Tom, age: 41}', {
          full_name: 'nullable Tom',
          age: 41,
        }),
        reads('a text that begins with digits', '{full_name: 3rd Guest, age: 42}', {
          full_name: '3rd Guest',
          age: 42,
        }),
        reads('a text with a colon, without quotes', '{full_name: Lee: the second, age: 43}', {
          full_name: 'Lee: the second',
          age: 43,
        }),
        fails('the number lost', '{"full_name": "Mo", "age": }', 'age'),
      ],
    },
    {
      type: 'interface Quote { says: string; mood: string; }',
      cases: [
        harder(
          reads('one quote inside that is not closed', '{"says":"He said "no","mood":"sad"}', {
            says: 'He said "no',
            mood: 'sad',
          }),
        ),
        harder(
          reads('JSON in a text that is not escaped', '{"says": "{"x": 1}", "mood": "odd"}', {
            says: '{"x": 1}',
            mood: 'odd',
          }),
        ),
        reads('apostrophes in single quotes', "{'says': 'it's mine, isn't it', 'mood': 'bold'}", {
          says: "it's mine, isn't it",
          mood: 'bold',
        }),
        reads('a text of one quote', '{"says": "\\"", "mood": "x",}', { says: '"', mood: 'x' }),
        reads('an empty text, minified, with a comma too many', '{"says":"","mood":"",}', {
          says: '',
          mood: '',
        }),
        reads('a text that looks like the end', '{"says": "end\\"}", "mood": "y",}', {
          says: 'end"}',
          mood: 'y',
        }),
        reads('three dots in a text', '{"says": "well...", "mood": "...",}', {
          says: 'well...',
          mood: '...',
        }),
      ],
    },
    {
      type: 'type Words = string[];',
      cases: [
        reads('apostrophes in single quotes', "['it's', 'don't', 'plain']", ["it's", "don't", 'plain']),
        either(
          'the bracket at the beginning lost',
          '"a", "b", "c"]',
          as(['a', 'b', 'c']),
          changed(['"a", "b", "c"]']),
        ),
        either(
          'lines in quotes without brackets',
          '"one two"\n"three"',
          as(['one two', 'three']),
          changed(['"one two"\n"three"']),
        ),
        reads('items of two kinds of quotes', `['a "b"', "c 'd'"]`, ['a "b"', "c 'd'"]),
        reads('an item with a comma and a bracket', '["a, b", "c]", "d",]', ['a, b', 'c]', 'd']),
      ].map(harder),
    },
    {
      type: "type Flag = 'true' | 'false' | 'unknown';",
      cases: [
        changes('a boolean for its name', 'True', 'true'),
        either('JSON true for a name', 'true', as('true')),
        changes('a name in a sentence', 'Unknown so far', 'unknown'),
        fails('two names', 'true or unknown'),
      ],
    },
    {
      type: "interface Pick { size: '1' | '2' | '3'; scale: number | 'auto'; }",
      cases: [
        either(
          'a number for a name of digits',
          '{"size": 2, "scale": 1.5}',
          changed({ size: '2', scale: 1.5 }),
        ),
        changes('a name in capitals', '{"size": "3", "scale": "AUTO"}', { size: '3', scale: 'auto' }),
        changes('a number in quotes', '{"size": "1", "scale": "0.5"}', { size: '1', scale: 0.5 }),
        fails('neither a number nor the name', '{"size": "1", "scale": "big"}', 'scale'),
      ],
    },
    {
      type: "interface Wire { kind: 'bank_transfer'; iban: string; }\ninterface Coin { kind: 'crypto_coin'; wallet: string; }\ntype Pay = Wire | Coin;\ninterface Payout { pays: Pay[]; }",
      cases: [
        changes(
          'words for the literal',
          '{"pays": [{"kind": "Bank Transfer", "iban": "DE1"}, {"kind": "crypto-coin", "wallet": "w"}]}',
          {
            pays: [
              { kind: 'bank_transfer', iban: 'DE1' },
              { kind: 'crypto_coin', wallet: 'w' },
            ],
          },
        ),
        either(
          'the literal as a key',
          '{"pays": [{"bank_transfer": {"iban": "DE2"}}]}',
          changed({ pays: [{ kind: 'bank_transfer', iban: 'DE2' }] }),
          changed({ pays: [] }),
          refused(),
        ),
        either(
          'a literal that does not go with its fields',
          '{"pays": [{"kind": "bank_transfer", "wallet": "w2"}]}',
          changed({ pays: [{ kind: 'crypto_coin', wallet: 'w2' }] }),
          changed({ pays: [] }),
          refused(),
        ),
      ],
    },
  ],
};

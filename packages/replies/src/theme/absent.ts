import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Null, optional, missing, and the words that models have for nothing. */
export const absent: Theme = {
  name: 'null and optional',
  groups: [
    {
      type: 'interface Profile { nick: string; age?: int; motto?: string; mail: string | null; }',
      cases: [
        exact('all there', '{"nick": "pip", "age": 9, "motto": "go", "mail": "p@x.example"}', {
          nick: 'pip',
          age: 9,
          motto: 'go',
          mail: 'p@x.example',
        }),
        reads('optional ones left out', '{"nick": "rin", "mail": null}', { nick: 'rin', mail: null }),
        reads('null for optional ones', '{"nick": "sol", "age": null, "motto": null, "mail": null}', {
          nick: 'sol',
          mail: null,
        }),
        changes('N/A for an optional number', '{"nick": "tao", "age": "N/A", "mail": "t@x.example"}', {
          nick: 'tao',
          mail: 't@x.example',
        }),
        changes('an empty text for an optional number', '{"nick": "ugo", "age": "", "mail": "u@x.example"}', {
          nick: 'ugo',
          mail: 'u@x.example',
        }),
        reads('None of Python', "{'nick': 'vic', 'age': None, 'motto': None, 'mail': None}", {
          nick: 'vic',
          mail: null,
        }),
        reads('undefined', '{nick: "wyn", age: undefined, mail: "w@x.example"}', {
          nick: 'wyn',
          mail: 'w@x.example',
        }),
        reads('nil and NULL', '{"nick": "xio", "age": nil, "mail": NULL}', { nick: 'xio', mail: null }),
        exact('an empty text stays', '{"nick": "", "motto": "", "mail": ""}', {
          nick: '',
          motto: '',
          mail: '',
        }),
        either('null missing', '{"nick": "yma"}', changed({ nick: 'yma', mail: null }), refused('mail')),
        fails('null for a required text', '{"nick": null, "mail": "z@x.example"}', 'nick'),
        fails('a required text missing', '{"mail": null}', 'nick'),
        either(
          'an optional number that is none',
          '{"nick": "abe", "age": "unknown", "mail": null}',
          changed({ nick: 'abe', mail: null }),
          refused('age'),
        ),
        exact('the text "null" in a name', '{"nick": "null island", "mail": null}', {
          nick: 'null island',
          mail: null,
        }),
        harder(
          either(
            'the text "null" where null may be',
            '{"nick": "bo", "mail": "null"}',
            changed({ nick: 'bo', mail: null }),
            as({ nick: 'bo', mail: 'null' }),
          ),
        ),
        harder(
          either(
            'the text "None" for an optional text',
            '{"nick": "cy", "motto": "None", "mail": null}',
            changed({ nick: 'cy', mail: null }),
            as({ nick: 'cy', motto: 'None', mail: null }),
          ),
        ),
      ],
    },
    {
      type: 'interface Lead { company: string; employees: int | null; tags: string[]; notes: Record<string, string>; }',
      cases: [
        either(
          'a list and a map that are missing',
          '{"company": "Moor", "employees": 3}',
          changed({ company: 'Moor', employees: 3, tags: [], notes: {} }),
          refused(),
        ),
        either(
          'null for a list and a map',
          '{"company": "Heath", "employees": null, "tags": null, "notes": null}',
          changed({ company: 'Heath', employees: null, tags: [], notes: {} }),
          refused(),
        ),
        changes('N/A for a number or null', '{"company":"Fen","employees":"n/a","tags":[],"notes":{}}', {
          company: 'Fen',
          employees: null,
          tags: [],
          notes: {},
        }),
        changes(
          'a dash of a table for a number or null',
          '{"company":"Bog","employees":"","tags":[],"notes":{}}',
          {
            company: 'Bog',
            employees: null,
            tags: [],
            notes: {},
          },
        ),
        fails('null for the name', '{"company":null,"employees":1,"tags":[],"notes":{}}', 'company'),
        reads(
          'a word of Python in a list',
          "{'company': 'Dell', 'employees': None, 'tags': ['b2b',], 'notes': {}}",
          {
            company: 'Dell',
            employees: null,
            tags: ['b2b'],
            notes: {},
          },
        ),
      ],
    },
    {
      type: 'interface Inner { key: string; note?: string; }\ninterface Outer { id: int; inner?: Inner; }',
      cases: [
        reads('an optional object without its own optional', '{"id": 1, "inner": {"key": "k"}}', {
          id: 1,
          inner: { key: 'k' },
        }),
        reads('no optional object', '{"id": 2}', { id: 2 }),
        reads('null for it', '{"id": 3, "inner": null}', { id: 3 }),
        either('an empty one', '{"id": 4, "inner": {}}', changed({ id: 4 }), refused()),
        either('one of another kind', '{"id": 5, "inner": {"other": 1}}', changed({ id: 5 }), refused()),
        reads('minified with a comma too many', '{"id":6,"inner":{"key":"m",},}', {
          id: 6,
          inner: { key: 'm' },
        }),
      ],
    },
    {
      type: 'type Age = int | null;',
      cases: [
        exact('null', 'null', null),
        exact('a number', '30', 30),
        reads('None', 'None', null),
        changes('N/A', 'N/A', null),
        harder(fails('a refusal', 'I am sorry, but I cannot share personal details.')),
        changes('a sentence with a number', 'She is 31 years old', 31),
      ],
    },
    {
      type: 'interface Owner { first: string; last: string; }\ntype Found = Owner | null;',
      cases: [
        exact('null for an object', 'null', null),
        reads('null in a fence', '```json\nnull\n```', null),
        fails('a refusal', 'I cannot identify people in pictures.'),
        fails(
          'prose that says nothing was found',
          'The document does not name an owner, so there is not much to say.',
        ),
        reads('the object', 'Here: {"first": "Ada", "last": "Stone"}', { first: 'Ada', last: 'Stone' }),
        fails('an object with a field missing', '{"first": "Ada"}'),
      ],
    },
  ],
};

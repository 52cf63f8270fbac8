import { as, changed, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Keys of prototypes, refusals, echoes of the schema, and replies that say nothing. */
export const hostile: Theme = {
  name: 'prototype keys, refusals, echoes',
  groups: [
    {
      type: 'interface Login { user: string; admin?: boolean; }',
      fixedNames: true,
      cases: [
        either(
          'a prototype in the object',
          '{"user": "mallory", "__proto__": {"admin": true}}',
          changed({ user: 'mallory' }),
          refused(),
        ),
        either(
          'a constructor',
          '{"user": "eve", "constructor": {"prototype": {"admin": true}}}',
          changed({ user: 'eve' }),
          refused(),
        ),
        either(
          'a prototype, with repairs',
          "{user: 'oscar', __proto__: {admin: true},}",
          changed({ user: 'oscar' }),
          refused(),
        ),
        either(
          'names of methods',
          '{"user": "trudy", "toString": "x", "hasOwnProperty": 1}',
          changed({ user: 'trudy' }),
        ),
      ],
    },
    {
      type: 'type Counts = Record<string, int>;',
      fixedNames: true,
      cases: [
        either(
          'a prototype as a key of a map',
          '{"a": 1, "__proto__": 2}',
          as(JSON.parse('{"a": 1, "__proto__": 2}')),
          changed({ a: 1 }),
          refused(),
        ),
        either(
          'a constructor as a key of a map',
          '{"constructor": 3, "b": 4,}',
          as({ constructor: 3, b: 4 }),
          refused(),
        ),
        reads('names of methods as keys of a map', '{"toString": 1, "valueOf": 2,}', {
          toString: 1,
          valueOf: 2,
        }),
      ],
    },
    {
      type: 'interface Meta { valueOf: string; toString: string; }',
      fixedNames: true,
      cases: [
        exact('fields that are named like methods', '{"valueOf": "Ana", "toString": "yes"}', {
          valueOf: 'Ana',
          toString: 'yes',
        }),
        fails('fields that are named like methods, left out', '{}'),
        fails('one of them left out', "{'valueOf': 'Ana',}", 'toString'),
      ],
    },
    {
      type: 'interface Diagnosis { illness: string; severity: int; treatment: string[]; }',
      cases: [
        fails('a refusal', 'I cannot provide a diagnosis. Please consult a doctor.'),
        fails(
          'a refusal with an apology and a list',
          "I'm sorry, but I can't help with that. You could:\n- call a clinic\n- ask [1] a nurse",
        ),
        fails('a question back', 'Which symptoms does the patient have?'),
        fails('a refusal as JSON', '{"error": "I cannot diagnose patients."}'),
        fails('a refusal as a field', '{"refusal": "not allowed"}'),
        fails('an empty reply', ''),
        fails('a dash', '-'),
        fails('an empty fence', '```json\n```'),
        fails('null', 'null'),
        fails('a list without items', '[]'),
        fails('a page of HTML', '<html><body><h1>502 Bad Gateway</h1></body></html>'),
        fails('dots only', '...'),
        fails('a refusal in German', 'Das kann ich leider nicht beantworten.'),
        fails('an object with other fields', '{"message": "ok", "status": 200}'),
        either(
          'a refusal behind the value',
          '{"illness": "flu", "severity": 2, "treatment": ["rest"]}\nThis is no medical advice.',
          as({ illness: 'flu', severity: 2, treatment: ['rest'] }),
        ),
      ],
    },
    {
      type: 'interface Town { town: string; people: int; }',
      cases: [
        reads(
          'the schema, then the value',
          '{"type": "object", "properties": {"town": {"type": "string"}, "people": {"type": "integer"}}, "required": ["town", "people"]}\n{"town": "Hay", "people": 1900}',
          { town: 'Hay', people: 1900 },
        ),
        fails(
          'the schema alone',
          '{"type": "object", "properties": {"town": {"type": "string"}, "people": {"type": "integer"}}}',
        ),
        reads(
          'the schema in a fence, then the value in another',
          '```json\n{"$schema": "x", "properties": {"town": {"type": "string"}}}\n```\nFilled in:\n```json\n{"town": "Wye", "people": 2200}\n```',
          { town: 'Wye', people: 2200 },
        ),
        fails('the notation of the prompt alone', '{\n  town: string,\n  people: int,\n}'),
        harder(
          reads(
            'the notation of the prompt, then the value',
            '{\n  town: string,\n  people: int,\n}\n\n{\n  town: "Ely",\n  people: 20000,\n}',
            { town: 'Ely', people: 20000 },
          ),
        ),
        fails('a template that is not filled in', '{"town": "<town>", "people": "<number>"}', 'people'),
        harder(
          either(
            'the value inside of the schema',
            '{"properties": {"town": "Rye", "people": 9000}, "type": "object"}',
            changed({ town: 'Rye', people: 9000 }),
            refused(),
          ),
        ),
      ],
    },
    {
      type: 'interface Field { type: string; properties: string[]; }',
      fixedNames: true,
      cases: [
        exact('a value that looks like a schema', '{"type": "object", "properties": ["a", "b"]}', {
          type: 'object',
          properties: ['a', 'b'],
        }),
        reads('a value that looks like a schema, in prose', 'Field: {"type": "string", "properties": []}', {
          type: 'string',
          properties: [],
        }),
      ],
    },
    {
      type: 'type Score = number | null;',
      cases: [
        harder(fails('prose for a number or null', 'I would need more context to score this.')),
        either('a number out of range of numbers', '1e999', refused()),
      ],
    },
    {
      type: 'interface Half { word: string; }',
      cases: [
        reads('half of a character in a text', '{"word": "caf\uFFFD",}', { word: 'caf\uFFFD' }),
        either(
          'half of a pair of code units',
          '{"word": "a\uD83D",}',
          as({ word: 'a\uD83D' }),
          as({ word: 'a\uFFFD' }),
        ),
        reads('control characters', '{"word": "a\u0007b\u0001",}', { word: 'a\u0007b\u0001' }),
        reads('blanks that do not break', '{\u00A0"word":\u00A0"x"\u00A0}', { word: 'x' }),
        reads('blanks of no width', '\u200B{"word": "y"}\u200B', { word: 'y' }),
        reads('line ends of Windows', '{\r\n  "word": "z",\r\n}\r\n', { word: 'z' }),
        harder(reads('wide punctuation', '{"word"：“宽”}', { word: '宽' })),
      ],
    },
  ],
};

import { describe, expect, it } from 'vitest';
import { strictSchemaProblems } from './strict-schema-problems.js';

const text = { type: 'string' };

function object(properties: object, more: object = {}): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    ...more,
  };
}

/** An object so many levels deep. */
function nested(levels: number): object {
  return levels === 1 ? object({ a: text }) : object({ a: nested(levels - 1) });
}

function named(count: number, length: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [String(at).padStart(length, '_'), text]),
  );
}

function values(count: number, length = 1): string[] {
  return Array.from({ length: count }, (_, at) => String(at).padStart(length, '_'));
}

describe('strictSchemaProblems', () => {
  it.each<[string, object]>([
    ['an object without properties', object({})],
    [
      'every type',
      object({
        a: text,
        b: { type: 'integer', minimum: 0 },
        c: { type: 'array', items: { type: 'boolean' } },
      }),
    ],
    [
      'a nullable property',
      object({ a: { anyOf: [text, { type: 'null' }] }, b: { type: ['string', 'null'] } }),
    ],
    ['recursion by the root', object({ next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } })],
    [
      'recursion by a definition',
      object(
        { tree: { $ref: '#/$defs/Tree' } },
        { $defs: { Tree: object({ list: { type: 'array', items: { $ref: '#/$defs/Tree' } } }) } },
      ),
    ],
    [
      'variants told apart by their first property',
      object({
        a: {
          anyOf: [
            object({ kind: { type: 'string', const: 'x' } }),
            object({ kind: { type: 'string', enum: ['y', 'z'] } }),
          ],
        },
      }),
    ],
    [
      'variants that begin with other properties',
      object({ a: { anyOf: [object({ b: text, c: text }), object({ c: text, b: text })] } }),
    ],
    ['a property that is named as a keyword', object({ allOf: text, properties: text })],
    ['ten levels', nested(10)],
    ['as many properties as are allowed', object(named(5000, 4))],
    ['as many values as are allowed', object({ a: { type: 'string', enum: values(1000, 15) } })],
    [
      'an enum that is not large, with long values',
      object({ a: { type: 'string', enum: values(250, 100) } }),
    ],
  ])('takes %s', (_, schema) => {
    expect(strictSchemaProblems(schema)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['what is no schema', true, '#: is no object'],
    ['a root that is no object', text, "#: the root is not of the type 'object'"],
    [
      'a root with variants',
      object({}, { anyOf: [object({})] }),
      "#: the root has 'anyOf', wanted an object that holds it",
    ],
    [
      'a property that is not required',
      object({ a: text }, { required: [] }),
      "#: the property 'a' is not in 'required'",
    ],
    [
      'a required name that is no property',
      object({}, { required: ['a'] }),
      "#: 'required' names 'a', which is no property",
    ],
    [
      'an object that is open',
      object({ a: object({}, { additionalProperties: true }) }),
      "#/properties/a: an object has no 'additionalProperties: false'",
    ],
    [
      'an object without properties',
      object({ a: { type: 'object', additionalProperties: false } }),
      "#/properties/a: an object has no 'properties'",
    ],
    ...[
      'oneOf',
      'allOf',
      'not',
      'if',
      'then',
      'else',
      'dependentRequired',
      'dependentSchemas',
      'patternProperties',
      'propertyNames',
      'default',
    ].map((keyword): [string, object, string] => [
      `the keyword ${keyword}`,
      object({ a: object({}, { [keyword]: {} }) }),
      `#/properties/a: '${keyword}' is not allowed here`,
    ]),
    [
      'prefixItems',
      object({ a: { type: 'array', items: text, prefixItems: [] } }),
      "#/properties/a: 'prefixItems' is not allowed here",
    ],
    [
      'uniqueItems',
      object({ a: { type: 'array', items: text, uniqueItems: true } }),
      "#/properties/a: 'uniqueItems' is not allowed here",
    ],
    [
      'minLength',
      object({ a: { type: 'string', minLength: 1 } }),
      "#/properties/a: 'minLength' is not allowed here",
    ],
    [
      'a keyword of another type',
      object({ a: { type: 'string', minimum: 1 } }),
      "#/properties/a: 'minimum' is not allowed here",
    ],
    [
      'a format that is not listed',
      object({ a: { type: 'string', format: 'uri' } }),
      '#/properties/a: the format "uri" is not known',
    ],
    ['no type', object({ a: { description: 'A.' } }), "#/properties/a: has no 'type'"],
    ['a type that there is none of', object({ a: { type: 'text' } }), "#/properties/a: 'text' is no type"],
    ['a list without items', object({ a: { type: 'array' } }), "#/properties/a: an array has no 'items'"],
    [
      'a link to elsewhere',
      object({ a: { $ref: 'https://example.org/a' } }),
      "#/properties/a: '$ref' leads to 'https://example.org/a', wanted # or an entry of #/$defs",
    ],
    [
      'a link to nothing',
      object({ a: { $ref: '#/$defs/A' } }),
      "#/properties/a: '$ref' leads to '#/$defs/A', wanted # or an entry of #/$defs",
    ],
    [
      'a problem in a definition',
      object({}, { $defs: { A: { type: 'string', minLength: 1 } } }),
      "#/$defs/A: 'minLength' is not allowed here",
    ],
    [
      'a problem in a list',
      object({ a: { type: 'array', items: { type: 'string', maxLength: 1 } } }),
      "#/properties/a/items: 'maxLength' is not allowed here",
    ],
    [
      'variants with the same first property',
      object({ a: { anyOf: [object({ b: text }), { type: 'null' }, object({ b: text, c: text })] } }),
      "#/properties/a: the objects 0 and 2 of 'anyOf' both begin with 'b'",
    ],
    [
      'variants of links with the same first property',
      object(
        { a: { anyOf: [{ $ref: '#/$defs/A' }, object({ b: text })] } },
        { $defs: { A: object({ b: text }) } },
      ),
      "#/properties/a: the objects 0 and 1 of 'anyOf' both begin with 'b'",
    ],
    ['eleven levels', nested(11), '#: has 11 levels, at most 10 are allowed'],
    ['too many properties', object(named(5001, 4)), '#: has 5001 properties, at most 5000 are allowed'],
    [
      'too many values',
      object({ a: { type: 'string', enum: values(600) }, b: { type: 'string', enum: values(401) } }),
      '#: has 1001 enum values in all, at most 1000 are allowed',
    ],
    [
      'a large enum with long values',
      object({ a: { type: 'string', enum: values(251, 60) } }),
      '#: has 15060 characters in an enum of 251 values, at most 15000 are allowed',
    ],
    [
      'long names',
      object(named(1200, 101)),
      '#: has 121200 characters in names and values, at most 120000 are allowed',
    ],
  ])('refuses %s', (_, schema, problem) => {
    expect(strictSchemaProblems(schema)).toEqual([problem]);
  });
});

import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Keys: bare, in another case, aliased, doubled, missing, too many. */
export const objects: Theme = {
  name: 'objects and keys',
  groups: [
    {
      type: 'interface Person { firstName: string; birthYear: int; homeTown?: string; }',
      cases: [
        exact('as JSON', '{"firstName": "Noor", "birthYear": 1990, "homeTown": "Fez"}', {
          firstName: 'Noor',
          birthYear: 1990,
          homeTown: 'Fez',
        }),
        either(
          'keys with underscores',
          '{"first_name": "Ines", "birth_year": 1985}',
          as({ firstName: 'Ines', birthYear: 1985 }),
        ),
        either(
          'keys with capitals',
          '{"FirstName": "Jo", "BirthYear": 2001, "HomeTown": "Ulm"}',
          as({ firstName: 'Jo', birthYear: 2001, homeTown: 'Ulm' }),
        ),
        either(
          'keys with blanks',
          '{"First Name": "Sven", "Birth Year": 1977}',
          as({ firstName: 'Sven', birthYear: 1977 }),
        ),
        either(
          'keys with dashes',
          '{"first-name": "Mei", "birth-year": 1969}',
          as({ firstName: 'Mei', birthYear: 1969 }),
        ),
        reads('blanks inside of the quotes of keys', '{" firstName": "Raj", "birthYear ": 1955}', {
          firstName: 'Raj',
          birthYear: 1955,
        }),
        reads('bare keys', '{firstName: "Uli", birthYear: 1999}', { firstName: 'Uli', birthYear: 1999 }),
        changes('a key too many', '{"firstName": "Eve", "birthYear": 1980, "shoeSize": 38}', {
          firstName: 'Eve',
          birthYear: 1980,
        }),
        fails('a key missing', '{"firstName": "Max", "homeTown": "Rome"}', 'birthYear'),
        either(
          'a key twice, with other values',
          '{"firstName": "Ann", "birthYear": 1970, "firstName": "Anna"}',
          changed({ firstName: 'Ann', birthYear: 1970 }),
          changed({ firstName: 'Anna', birthYear: 1970 }),
          refused(),
        ),
        reads('in another order', '{"homeTown": "Bern", "birthYear": 1940, "firstName": "Urs"}', {
          firstName: 'Urs',
          birthYear: 1940,
          homeTown: 'Bern',
        }),
        either(
          'a list of one',
          '[{"firstName": "Gil", "birthYear": 1960}]',
          changed({ firstName: 'Gil', birthYear: 1960 }),
        ),
        fails('an empty object', '{}'),
        fails('an empty reply', ''),
        fails('blanks only', ' \n\n '),
        changes('a number for a text', '{"firstName": 4711, "birthYear": 1900}', {
          firstName: '4711',
          birthYear: 1900,
        }),
      ],
    },
    {
      type: 'interface Product {\n  /** @alias product_title */\n  title: string;\n  /** @alias unit_price */\n  price: number;\n  stock: int;\n}',
      cases: [
        exact('the aliases', '{"product_title": "Lamp", "unit_price": 40, "stock": 3}', {
          title: 'Lamp',
          price: 40,
          stock: 3,
        }),
        either(
          'the declared names',
          '{"title": "Desk", "price": 250, "stock": 1}',
          as({ title: 'Desk', price: 250, stock: 1 }),
        ),
        either(
          'one of each',
          '{"product_title": "Chair", "price": 99.5, "stock": 8}',
          as({ title: 'Chair', price: 99.5, stock: 8 }),
        ),
        reads('aliases with repairs', "{product_title: 'Sofa', unit_price: 1200, stock: 0,}", {
          title: 'Sofa',
          price: 1200,
          stock: 0,
        }),
        fails('an alias missing', '{"product_title": "Rug", "stock": 2}', 'price'),
      ],
    },
    {
      type: 'interface Geo { lat: number; lon: number; }\ninterface Place { name: string; geo: Geo; photos: Geo[]; }',
      cases: [
        exact(
          'objects in objects',
          '{"name": "Pier", "geo": {"lat": 1, "lon": 2}, "photos": [{"lat": 3, "lon": 4}]}',
          {
            name: 'Pier',
            geo: { lat: 1, lon: 2 },
            photos: [{ lat: 3, lon: 4 }],
          },
        ),
        fails('a field missing inside', '{"name": "Dock", "geo": {"lat": 1}, "photos": []}', 'geo.lon'),
        fails('a text for an object', '{"name": "Quay", "geo": "north", "photos": []}', 'geo'),
        either(
          'JSON in a text for an object',
          '{"name": "Jetty", "geo": "{\\"lat\\": 5, \\"lon\\": 6}", "photos": []}',
          changed({ name: 'Jetty', geo: { lat: 5, lon: 6 }, photos: [] }),
          refused('geo'),
        ),
        either(
          'a list of one for an object',
          '{"name": "Mole", "geo": [{"lat": 7, "lon": 8}], "photos": []}',
          changed({ name: 'Mole', geo: { lat: 7, lon: 8 }, photos: [] }),
        ),
        either(
          'an object for a list',
          '{"name": "Lock", "geo": {"lat": 0, "lon": 0}, "photos": {"lat": 9, "lon": 1}}',
          changed({ name: 'Lock', geo: { lat: 0, lon: 0 }, photos: [{ lat: 9, lon: 1 }] }),
        ),
        fails(
          'a wrong value deep inside',
          '{"name": "Weir", "geo": {"lat": 1, "lon": "east"}, "photos": []}',
          'geo.lon',
        ),
        harder(
          either(
            'flat keys with dots',
            '{"name": "Sluice", "geo.lat": 1, "geo.lon": 2, "photos": []}',
            changed({ name: 'Sluice', geo: { lat: 1, lon: 2 }, photos: [] }),
            refused('geo'),
          ),
        ),
      ],
    },
    {
      type: 'interface Note { value: number; }',
      cases: [
        either('one field from a number', '12', changed({ value: 12 })),
        exact('one field', '{"value": 13}', { value: 13 }),
        fails('one field from prose', 'I have no idea what to write.'),
      ],
    },
    {
      type: 'interface Summary { text: string; }',
      cases: [
        either(
          'one field from prose',
          'The river rose by two metres.',
          changed({ text: 'The river rose by two metres.' }),
          refused(),
        ),
        exact('one field', '{"text": "It rained."}', { text: 'It rained.' }),
        either(
          'one field from a text in quotes',
          '"Short and dry."',
          changed({ text: 'Short and dry.' }),
          refused(),
        ),
      ],
    },
    {
      type: 'interface Wide { a: int; b: int; c: int; d: int; e: int; f: int; }',
      cases: [
        reads('keys of one letter', '{a:1,b:2,c:3,d:4,e:5,f:6}', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }),
        harder(
          either(
            'the braces missing',
            '"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6',
            as({
              a: 1,
              b: 2,
              c: 3,
              d: 4,
              e: 5,
              f: 6,
            }),
            refused(),
          ),
        ),
        reads('the last brace missing', '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6', {
          a: 1,
          b: 2,
          c: 3,
          d: 4,
          e: 5,
          f: 6,
        }),
        harder(
          either(
            'lines without braces',
            'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6',
            as({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }),
            refused(),
          ),
        ),
      ],
    },
  ],
};

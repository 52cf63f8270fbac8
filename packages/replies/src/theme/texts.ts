import { changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Values of texts: kept as they are, digits and all. */
export const texts: Theme = {
  name: 'texts',
  groups: [
    {
      type: 'type Answer = string;',
      cases: [
        exact('prose', 'It depends on the tide.', 'It depends on the tide.'),
        exact('quotes stay', '"quoted"', '"quoted"'),
        exact('a fence stays', '```js\nlet x;\n```', '```js\nlet x;\n```'),
        exact('JSON stays', '{"a": 1}', '{"a": 1}'),
        exact('an empty reply', '', ''),
        exact('blanks stay', '  indented\n', '  indented\n'),
        exact('a number stays', '1.10', '1.10'),
      ],
    },
    {
      type: 'interface Contact { name: string; phone: string; zip: string; }',
      cases: [
        reads('bare digits keep their zeros', '{"name": "Lio", "phone": 0049301234, "zip": 01067}', {
          name: 'Lio',
          phone: '0049301234',
          zip: '01067',
        }),
        reads('a bare number with a plus', '{"name": "Mo", "phone": +4915112345678, "zip": 80331}', {
          name: 'Mo',
          phone: '+4915112345678',
          zip: '80331',
        }),
        changes('long digits', '{"name": "Ny", "phone": 90071992547409931234, "zip": 12345}', {
          name: 'Ny',
          phone: '90071992547409931234',
          zip: '12345',
        }),
        changes('a number with a last zero', '{"name": 1.10, "phone": 2.00, "zip": 3e2}', {
          name: '1.10',
          phone: '2.00',
          zip: '3e2',
        }),
        changes('a boolean', '{"name": true, "phone": "1", "zip": false}', {
          name: 'true',
          phone: '1',
          zip: 'false',
        }),
        either(
          'an object',
          '{"name": {"en": "Drip", "de": "Leck"}, "phone": "1", "zip": "2"}',
          changed({ name: '{"en": "Drip", "de": "Leck"}', phone: '1', zip: '2' }),
          changed({ name: '{"en":"Drip","de":"Leck"}', phone: '1', zip: '2' }),
          refused('name'),
        ),
        either(
          'an object with repairs',
          "{'name': {en: 'Drip',}, 'phone': '1', 'zip': '2'}",
          changed({ name: '{"en":"Drip"}', phone: '1', zip: '2' }),
          changed({ name: '{"en": "Drip"}', phone: '1', zip: '2' }),
          refused('name'),
        ),
        either(
          'a list of one',
          '{"name": ["Ole"], "phone": "1", "zip": "2"}',
          changed({ name: 'Ole', phone: '1', zip: '2' }),
          changed({ name: '["Ole"]', phone: '1', zip: '2' }),
          refused('name'),
        ),
        either(
          'a list of two',
          '{"name": ["Ole", "Kai"], "phone": "1", "zip": "2"}',
          changed({ name: '["Ole", "Kai"]', phone: '1', zip: '2' }),
          changed({ name: '["Ole","Kai"]', phone: '1', zip: '2' }),
          changed({ name: 'Ole, Kai', phone: '1', zip: '2' }),
          refused('name'),
        ),
      ],
    },
    {
      type: 'interface Firm { vendor: string; street: string; founded: int; }',
      cases: [
        reads('values without quotes', '{vendor: Otter Works, street: Elm Row 5, founded: 1912}', {
          vendor: 'Otter Works',
          street: 'Elm Row 5',
          founded: 1912,
        }),
        reads(
          'values without quotes on lines',
          '{\n  vendor: Heron and Daughters,\n  street: 12 Mill Lane,\n  founded: 1871\n}',
          {
            vendor: 'Heron and Daughters',
            street: '12 Mill Lane',
            founded: 1871,
          },
        ),
        harder(
          reads(
            'commas in a value without quotes',
            '{\n  vendor: Stoat, Weasel & Co.,\n  street: Quay 3, Dock B,\n  founded: 1950\n}',
            {
              vendor: 'Stoat, Weasel & Co.',
              street: 'Quay 3, Dock B',
              founded: 1950,
            },
          ),
        ),
        reads(
          'a value without quotes that ends with the brace',
          '{founded: 2003, street: Hill 9, vendor: Mole Ltd}',
          {
            vendor: 'Mole Ltd',
            street: 'Hill 9',
            founded: 2003,
          },
        ),
        reads('keys in quotes, values without', '{"vendor": Badger, "street": Oak 1, "founded": 1988}', {
          vendor: 'Badger',
          street: 'Oak 1',
          founded: 1988,
        }),
        reads(
          'brackets and braces in a text',
          '{"vendor": "a [b] {c}: d, e", "street": "]}", "founded": 1}',
          {
            vendor: 'a [b] {c}: d, e',
            street: ']}',
            founded: 1,
          },
        ),
        reads('emoji and other scripts', '{"vendor": "寿司 🍣", "street": "ул. Мира", "founded": 2020,}', {
          vendor: '寿司 🍣',
          street: 'ул. Мира',
          founded: 2020,
        }),
        reads('texts joined with a plus', '{"vendor": "Vole " + "Ltd", "street": "Fir 2", "founded": 1990}', {
          vendor: 'Vole Ltd',
          street: 'Fir 2',
          founded: 1990,
        }),
        harder(fails('a text that stops before the other fields', '{"vendor": "Newt')),
      ],
    },
  ],
};

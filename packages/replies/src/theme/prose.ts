import { changes, harder, reads } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** What models say before, after and around the value. */
export const prose: Theme = {
  name: 'prose around',
  groups: [
    {
      type: 'interface Flight { carrier: string; seats: int; }',
      cases: [
        reads('a sentence before', 'Sure! Here is the flight: {"carrier": "Iberia", "seats": 180}', {
          carrier: 'Iberia',
          seats: 180,
        }),
        reads(
          'a sentence behind',
          '{"carrier": "LOT", "seats": 82}\n\nLet me know if you need more details!',
          {
            carrier: 'LOT',
            seats: 82,
          },
        ),
        reads(
          'both, with an apostrophe and quotes',
          'It\'s the one called "the shuttle":\n{"carrier": "SAS", "seats": 120}\nThat\'s all.',
          { carrier: 'SAS', seats: 120 },
        ),
        reads('an assignment', 'const flight = {"carrier": "Azul", "seats": 70};', {
          carrier: 'Azul',
          seats: 70,
        }),
        reads('a call', 'book_flight({"carrier": "KLM", "seats": 100})', { carrier: 'KLM', seats: 100 }),
        reads('a tag around', '<answer>{"carrier": "TAP", "seats": 150}</answer>', {
          carrier: 'TAP',
          seats: 150,
        }),
        reads('a byte order mark', '\uFEFF{"carrier": "ANA", "seats": 300}', { carrier: 'ANA', seats: 300 }),
        reads('an end token', '{"carrier": "Qantas", "seats": 485}<|im_end|>', {
          carrier: 'Qantas',
          seats: 485,
        }),
        reads('another end token', ' {"carrier":"Delta","seats":190}</s>', { carrier: 'Delta', seats: 190 }),
        reads('a label', 'JSON: {"carrier": "Avianca", "seats": 90}', { carrier: 'Avianca', seats: 90 }),
        reads('a quote of markdown', '> {"carrier": "Finnair", "seats": 209}', {
          carrier: 'Finnair',
          seats: 209,
        }),
      ],
    },
    {
      type: 'interface Parcel { weight: number; fragile: boolean; }',
      cases: [
        reads(
          'braces in the sentence before',
          'I filled the template {weight}/{fragile} for you:\n{"weight": 2.4, "fragile": true}',
          { weight: 2.4, fragile: true },
        ),
        reads(
          'brackets in the sentence before',
          'See note [1] and [2, 3]. {"weight": 11, "fragile": false}',
          {
            weight: 11,
            fragile: false,
          },
        ),
        reads(
          'brackets with texts in the sentence before',
          'Of the tags ["new", "old"] I chose none. {"weight": 0.3, "fragile": true}',
          { weight: 0.3, fragile: true },
        ),
        reads('an emoji and a smiley', 'Here you go :-} 📦 {"weight": 5, "fragile": false}', {
          weight: 5,
          fragile: false,
        }),
        reads('braces in the sentence behind', '{"weight": 8, "fragile": true} (see {weight} in the docs)', {
          weight: 8,
          fragile: true,
        }),
        reads(
          'a formula with a set',
          'With x in {1, 2, 3} the result is {"weight": 6.5, "fragile": false}.',
          {
            weight: 6.5,
            fragile: false,
          },
        ),
        reads('an empty object before', 'Starting from {} I get {"weight": 1, "fragile": true}', {
          weight: 1,
          fragile: true,
        }),
        harder(
          reads(
            'an opening brace that never closes before',
            'Set notation { is odd. {"weight": 3, "fragile": true}',
            {
              weight: 3,
              fragile: true,
            },
          ),
        ),
      ],
    },
    {
      type: 'type Steps = string[];',
      cases: [
        reads('a list behind a sentence', 'The steps are: ["boil", "stir", "serve"]', [
          'boil',
          'stir',
          'serve',
        ]),
        reads('a list in a tag', '<steps>\n["cut", "glue"]\n</steps>', ['cut', 'glue']),
        reads('a list behind a footnote', 'As described in [1], do ["wash", "dry"].', ['wash', 'dry']),
        reads('a list with an end token', '["plan","build"]<|endoftext|>', ['plan', 'build']),
      ],
    },
    {
      type: 'interface Reading { sensor: string; celsius: number; }',
      cases: [
        reads(
          'a long preamble of markdown',
          '# Analysis\n\nThe log has **three** entries:\n\n- boot\n- warm-up (took 3.5 s)\n- measure\n\n---\n\n### Final answer\n\n{"sensor": "roof-2", "celsius": -4.5}\n\n---\n*Generated from the log.*',
          { sensor: 'roof-2', celsius: -4.5 },
        ),
        reads('single lines of a chat template', '<|assistant|>\n{"sensor":"attic","celsius":31}\n<|user|>', {
          sensor: 'attic',
          celsius: 31,
        }),
        reads('a backslash before the braces', 'Result:\\n\n{"sensor": "cellar", "celsius": 9}', {
          sensor: 'cellar',
          celsius: 9,
        }),
        changes(
          'a second thought in a field that nobody asked for',
          'Here: {"sensor":"hall","celsius":20,"confidence":0.8}',
          {
            sensor: 'hall',
            celsius: 20,
          },
        ),
      ],
    },
  ],
};

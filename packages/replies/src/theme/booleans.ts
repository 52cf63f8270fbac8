import { changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** True and false in words, in quotes and in sentences. */
export const booleans: Theme = {
  name: 'booleans',
  groups: [
    {
      type: 'type Spam = boolean;',
      cases: [
        exact('true', 'true', true),
        exact('false', 'false', false),
        reads('in capitals', 'TRUE', true),
        reads('as Python has it', 'False', false),
        changes('in quotes', '"true"', true),
        changes('bold with a dot', '**False.**', false),
        changes('a sentence', 'The statement is true.', true),
        changes('a sentence with false', 'That would be false, I am afraid', false),
        fails('both words', 'It is either true or false.'),
        fails('neither word', 'Hard to say.'),
        either('yes', 'yes', changed(true), refused()),
        either('No.', 'No.', changed(false), refused()),
        either('one', '1', changed(true), refused()),
        either('zero', '0', changed(false), refused()),
        fails('a word that holds true', 'untrue'),
        harder(either('not true', 'This is not true.', changed(false), refused())),
        harder(fails('a number that is neither', '7')),
        either('ja', 'ja', changed(true), refused()),
        either('an object around', '{"spam": false}', changed(false), refused()),
        either('a list of one', '[true]', changed(true), refused()),
      ],
    },
    {
      type: 'interface Check { valid: boolean; signed: boolean; }',
      cases: [
        reads('Python', "{'valid': True, 'signed': False}", { valid: true, signed: false }),
        changes('texts', '{"valid": "true", "signed": "False"}', { valid: true, signed: false }),
        reads('capitals without quotes', '{valid: TRUE, signed: FALSE}', { valid: true, signed: false }),
        either(
          'yes and no',
          '{"valid": "yes", "signed": "no"}',
          changed({ valid: true, signed: false }),
          refused(),
        ),
        either(
          'one and zero',
          '{"valid": 1, "signed": 0}',
          changed({ valid: true, signed: false }),
          refused(),
        ),
        fails('a word that is neither', '{"valid": "unknown", "signed": true}', 'valid'),
        fails('a boolean that is missing', '{"valid": true}', 'signed'),
        harder(
          either(
            'a sentence',
            '{"valid": "It is true", "signed": "this is false"}',
            changed({ valid: true, signed: false }),
          ),
        ),
        reads('minified, cut before the last brace', '{"signed":true,"valid":false', {
          valid: false,
          signed: true,
        }),
        harder(
          either(
            'a word that is cut',
            '{"signed":true,"valid":fal',
            refused('valid'),
            changed({ valid: false, signed: true }),
          ),
        ),
      ],
    },
  ],
};

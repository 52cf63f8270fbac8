import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** One of several names: bare, dressed up, in a sentence, half right. */
export const enums: Theme = {
  name: 'enums',
  groups: [
    {
      type: "enum Transport { Train = 'TRAIN', Ferry = 'FERRY', Tram = 'TRAM' }",
      cases: [
        reads('bare', 'TRAIN', 'TRAIN'),
        exact('in quotes', '"FERRY"', 'FERRY'),
        changes('in small letters', 'tram', 'TRAM'),
        changes('bold', '**Train**', 'TRAIN'),
        changes('with a dot', 'Ferry.', 'FERRY'),
        changes('a sentence', 'I would take the ferry, it is faster.', 'FERRY'),
        changes('a label', 'Answer: TRAM', 'TRAM'),
        either('a list of one', '["TRAIN"]', changed('TRAIN')),
        either('an object around', '{"transport": "TRAM"}', changed('TRAM'), refused()),
        fails('unknown', 'BALLOON'),
        fails('two names', 'TRAIN or FERRY'),
        fails('a name inside of a word', 'TRAINING'),
        fails('another inside of a word', 'It is a constraint.'),
        harder(
          either(
            'two names, one more often',
            'TRAM, not train: the tram is free',
            changed('TRAM'),
            refused(),
          ),
        ),
        fails('empty', ''),
        reads('in a fence', '```\nTRAM\n```', 'TRAM'),
        harder(changes('in italics and a colon', '*Transport*: _Ferry_', 'FERRY')),
        either('with a reason on the next line', 'TRAIN\n\nReason: it runs at night.', as('TRAIN')),
      ],
    },
    {
      type: "type Plan = 'FREE' | 'PRO' | 'PRO_PLUS' | 'PRO_PLUS_MAX';",
      cases: [
        changes('the longest name in a sentence', 'The customer is on PRO_PLUS now.', 'PRO_PLUS'),
        changes('blanks for underscores', 'They pay for pro plus.', 'PRO_PLUS'),
        changes('dashes for underscores', 'pro-plus-max', 'PRO_PLUS_MAX'),
        changes('the short one', 'only Pro, nothing else', 'PRO'),
        harder(changes('camel case', 'ProPlus', 'PRO_PLUS')),
        fails('a long and a short name', 'PRO_PLUS or FREE'),
        exact('the longest in quotes', '"PRO_PLUS_MAX"', 'PRO_PLUS_MAX'),
        fails('a name inside of another word', 'PROFESSIONAL'),
      ],
    },
    {
      type: "enum Feeling { Happy = 'HAPPY', Sad = 'SAD' }",
      cases: [
        fails('a word that holds the name', 'UNHAPPY'),
        fails('in a sentence', 'He looks unhappy to me'),
        changes('with an accent of French', 'Happy !', 'HAPPY'),
      ],
    },
    {
      type: "enum Triage {\n  /**\n   * Needs a doctor now.\n   * @alias red_flag\n   */\n  Urgent = 'URGENT',\n  /**\n   * Can wait for days.\n   * @alias routine\n   */\n  Later = 'LATER',\n}",
      cases: [
        reads('the name that was shown', 'red_flag', 'URGENT'),
        reads('the name that was shown, in quotes', '"routine"', 'LATER'),
        either('the value, although a name was shown', 'URGENT', as('URGENT')),
        either('the name of the program', 'Later', as('LATER')),
        changes('the shown name in a sentence', 'This is a red flag for me.', 'URGENT'),
        changes('name and description', 'routine: can wait for days', 'LATER'),
        harder(either('the description alone', 'Needs a doctor now.', changed('URGENT'), refused())),
        fails('two shown names', 'red_flag / routine'),
      ],
    },
    {
      type: "enum Roast { Light = 'Light', Medium = 'Medium', Cafe = 'Café Crème' }",
      cases: [
        reads('with accents', 'Café Crème', 'Café Crème'),
        changes('without accents', 'cafe creme', 'Café Crème'),
        changes('with decomposed accents', 'Cafe\u0301 Cre\u0300me', 'Café Crème'),
        either('the name of the program', 'Cafe', as('Café Crème')),
        changes('with a number sign', '#medium', 'Medium'),
      ],
    },
    {
      type: "type Team = 'billing' | 'sales' | 'human_resources';\ninterface Ticket { subject: string; team: Team; watchers: Team[]; }",
      cases: [
        changes('capitals in fields', '{"subject": "Invoice", "team": "BILLING", "watchers": ["Sales"]}', {
          subject: 'Invoice',
          team: 'billing',
          watchers: ['sales'],
        }),
        changes('words for underscores', '{"subject": "Leave", "team": "Human Resources", "watchers": []}', {
          subject: 'Leave',
          team: 'human_resources',
          watchers: [],
        }),
        reads('names without quotes', '{subject: "Quote", team: sales, watchers: [billing, sales]}', {
          subject: 'Quote',
          team: 'sales',
          watchers: ['billing', 'sales'],
        }),
        fails(
          'a name that does not exist',
          '{"subject": "Leak", "team": "plumbing", "watchers": []}',
          'team',
        ),
        either(
          'a name that does not exist in a list',
          '{"subject": "Leak", "team": "sales", "watchers": ["sales", "legal"]}',
          changed({ subject: 'Leak', team: 'sales', watchers: ['sales'] }),
          refused(),
        ),
        changes(
          'a name with its reason',
          '{"subject": "VAT", "team": "billing (it is about an invoice)", "watchers": []}',
          {
            subject: 'VAT',
            team: 'billing',
            watchers: [],
          },
        ),
        either(
          'one name for a list',
          '{"subject": "Fee", "team": "billing", "watchers": "sales"}',
          changed({ subject: 'Fee', team: 'billing', watchers: ['sales'] }),
        ),
        harder(
          either(
            'names with a comma for a list',
            '{"subject": "Fee", "team": "billing", "watchers": "sales, billing"}',
            changed({ subject: 'Fee', team: 'billing', watchers: ['sales', 'billing'] }),
            refused(),
          ),
        ),
        either(
          'a list of one for a name',
          '{"subject": "Fee", "team": ["billing"], "watchers": []}',
          changed({ subject: 'Fee', team: 'billing', watchers: [] }),
        ),
        fails('two names for one', '{"subject": "Fee", "team": "billing/sales", "watchers": []}', 'team'),
        harder(fails('a name that is cut off', '{"subject":"Fee","watchers":[],"team":"hum', 'team')),
      ],
    },
  ],
};

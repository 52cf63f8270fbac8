import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** What models of a few billion parameters write: several mistakes at once, repetition, the format of the prompt. */
export const smallModels: Theme = {
  name: 'small models',
  groups: [
    {
      type: "interface Intent { intent: 'book' | 'cancel' | 'ask'; people?: int; day?: string; }",
      cases: [
        reads('a label in front and no fence', 'Output: {"intent": "book", "people": 4, "day": "Friday"}', {
          intent: 'book',
          people: 4,
          day: 'Friday',
        }),
        changes('a capital and a number as a text', '{"intent": "Book", "people": "2", "day": "today"}', {
          intent: 'book',
          people: 2,
          day: 'today',
        }),
        changes(
          'null in quotes for an optional number',
          '{"intent": "cancel", "people": "null", "day": null}',
          {
            intent: 'cancel',
          },
        ),
        reads(
          'the end token and the next turn',
          '{"intent": "ask"}<|im_end|>\n<|im_start|>user\n{"intent": "book"}',
          {
            intent: 'ask',
          },
        ),
        reads(
          'the same object again and again',
          '{"intent": "ask"}\n{"intent": "ask"}\n{"intent": "ask"}\n{"inte',
          {
            intent: 'ask',
          },
        ),
        reads('an echo of the request', 'User: cancel it\nAssistant: {"intent": "cancel"}', {
          intent: 'cancel',
        }),
        changes('a sentence for a number', '{"intent": "book", "people": "for 3 people", "day": "Sunday",}', {
          intent: 'book',
          people: 3,
          day: 'Sunday',
        }),
        either('the name alone', 'cancel', changed({ intent: 'cancel' }), refused()),
        either('a colon too few', '{"intent" "ask"}', as({ intent: 'ask' })),
        either(
          'a type in front of the values',
          '{"intent": string "book", "people": int 2}',
          changed({ intent: 'book', people: 2 }),
          refused(),
        ),
        reads('quotes forgotten and a fence never closed', '```json\n{intent: ask, day: "tomorrow"\n', {
          intent: 'ask',
          day: 'tomorrow',
        }),
      ],
    },
    {
      type: 'interface Chore { what: string; minutes: int; }\ninterface Plan { owner: string; chores: Chore[]; }',
      cases: [
        changes(
          'a unit, a comment, a comma at the end',
          '{\n  "owner": "Bram", // from the text\n  "chores": [\n    {"what": "mop", "minutes": "20 min"},\n    {"what": "dust", "minutes": 10},\n  ],\n}',
          {
            owner: 'Bram',
            chores: [
              { what: 'mop', minutes: 20 },
              { what: 'dust', minutes: 10 },
            ],
          },
        ),
        changes(
          'one object where a list is wanted',
          '{"owner": "Cleo", "chores": {"what": "iron", "minutes": 30}}',
          { owner: 'Cleo', chores: [{ what: 'iron', minutes: 30 }] },
        ),
        reads(
          'braces doubled as in a template',
          '{{"owner": "Dirk", "chores": [{{"what": "sweep", "minutes": 5}}]}}',
          { owner: 'Dirk', chores: [{ what: 'sweep', minutes: 5 }] },
        ),
        reads(
          'a list closed twice, prose behind',
          '{"owner": "Elif", "chores": [{"what": "cook", "minutes": 45}]]} I hope this helps!',
          { owner: 'Elif', chores: [{ what: 'cook', minutes: 45 }] },
        ),
        reads(
          'quotes in a text and Python words around',
          `{'owner': "O'Hara", 'chores': [{'what': 'fix the "bad" tap', 'minutes': 60}]}`,
          { owner: "O'Hara", chores: [{ what: 'fix the "bad" tap', minutes: 60 }] },
        ),
        changes(
          'it repeats itself until it is cut',
          '{"owner": "Finn", "chores": [{"what": "wash", "minutes": 5}, {"what": "wash", "minutes": 5}, {"what": "wash", "min',
          {
            owner: 'Finn',
            chores: [
              { what: 'wash', minutes: 5 },
              { what: 'wash', minutes: 5 },
            ],
          },
        ),
        either(
          'a key in the plural and one in the singular',
          '{"owner": "Gus", "chore": [{"what": "rake", "minutes": 15}]}',
          changed({ owner: 'Gus', chores: [{ what: 'rake', minutes: 15 }] }),
          changed({ owner: 'Gus', chores: [] }),
          refused(),
        ),
        harder(
          reads(
            'a brace forgotten behind the first chore',
            '{"owner": "Hana", "chores": [{"what": "vacuum", "minutes": 25, {"what": "bins", "minutes": 3}]}',
            {
              owner: 'Hana',
              chores: [
                { what: 'vacuum', minutes: 25 },
                { what: 'bins', minutes: 3 },
              ],
            },
          ),
        ),
        fails('nothing but the beginning', 'Sure, I can help you with that! Here is the JSON:'),
      ],
    },
    {
      type: 'interface Grade { score: int; reason: string; }',
      cases: [
        either(
          'lines for a JSON object',
          'Score: 8\nReason: clear and short',
          as({ score: 8, reason: 'clear and short' }),
          refused(),
        ),
        either(
          'the score out of ten',
          '{"score": "7/10", "reason": "too long"}',
          changed({ score: 7, reason: 'too long' }),
          refused('score'),
        ),
        reads('the reason cut by a line break', '{"score": 6, "reason": "it is fine\nbut dull"}', {
          score: 6,
          reason: 'it is fine\nbut dull',
        }),
        harder(
          reads('a key with the wrong quotes', '{"score\': 5, "reason": "odd"}', { score: 5, reason: 'odd' }),
        ),
        changes('stars around values', '{"score": **9**, "reason": "great"}', { score: 9, reason: 'great' }),
        harder(
          either(
            'parentheses for braces',
            '("score": 4, "reason": "weak")',
            as({ score: 4, reason: 'weak' }),
            refused(),
          ),
        ),
        harder(
          reads('a stray quote before the brace', '{"score": 3, "reason": "vague"\n"}', {
            score: 3,
            reason: 'vague',
          }),
        ),
      ],
    },
  ],
};

import { as, changed, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** What reasoning models write before the answer. */
export const drafts: Theme = {
  name: 'drafts',
  groups: [
    {
      type: 'interface Verdict { guilty: boolean; years: int; }',
      cases: [
        reads('a thought without JSON', '<think>Two witnesses agree.</think>\n{"guilty": true, "years": 3}', {
          guilty: true,
          years: 3,
        }),
        reads(
          'a draft in the thought',
          '<think>\nMaybe {"guilty": false, "years": 0}? No: the camera saw him.\n</think>\n\n{"guilty": true, "years": 5}',
          { guilty: true, years: 5 },
        ),
        reads(
          'only the end of the thought',
          'First try: {"guilty": true, "years": 9}. That is too much.\n</think>\n{"guilty": true, "years": 2}',
          { guilty: true, years: 2 },
        ),
        reads(
          'two drafts in fences, the answer in a fence',
          '<think>\n```json\n{"guilty": true, "years": 1}\n```\nor\n```json\n{"guilty": true, "years": 4}\n```\n</think>\n```json\n{"guilty": false, "years": 0}\n```',
          { guilty: false, years: 0 },
        ),
        reads('an empty thought', '<think>\n\n</think>\n\n{"guilty":false,"years":0}', {
          guilty: false,
          years: 0,
        }),
        harder(
          reads(
            'another tag',
            '<thinking>{"guilty": true, "years": 7} seems harsh</thinking>{"guilty": true, "years": 6}',
            { guilty: true, years: 6 },
          ),
        ),
        harder(
          reads(
            'a tag reasoning, and an answer in a tag',
            '<reasoning>Start with {"guilty": false, "years": 1}.</reasoning>\n<answer>{"guilty": true, "years": 8}</answer>',
            { guilty: true, years: 8 },
          ),
        ),
        fails('a thought and nothing behind it', '<think>I would say {"guilty": true, "years": 5}</think>'),
        harder(fails('a thought that is cut off', '<think>Perhaps {"guilty": true, "years": 5} but')),
      ],
    },
    {
      type: 'interface Reply { text: string; tokens: int; }',
      cases: [
        reads(
          'the tag as a part of a text',
          '{"text": "Write <think> and </think> around it", "tokens": 9}',
          {
            text: 'Write <think> and </think> around it',
            tokens: 9,
          },
        ),
        reads(
          'the closing tag alone in a text behind a fence',
          '```json\n{"text": "Close it with </think>.", "tokens": 6}\n```',
          { text: 'Close it with </think>.', tokens: 6 },
        ),
        reads(
          'a thought, then a text with the tag',
          '<think>ok</think>{"text": "the tag </think> ends it", "tokens": 5}',
          { text: 'the tag </think> ends it', tokens: 5 },
        ),
      ],
    },
    {
      type: "type Mood = 'calm' | 'tense' | 'joyful';",
      cases: [
        reads(
          'a name behind a thought that has others',
          '<think>calm or tense? tense, tense.</think>\ncalm',
          'calm',
        ),
        reads(
          'a name behind a thought without beginning',
          'They look joyful, or calm.\n</think>\n\ntense',
          'tense',
        ),
        either(
          'a bold name behind a thought',
          '<think>calm?</think>The mood is **joyful**.',
          changed('joyful'),
        ),
      ],
    },
    {
      type: 'type Count = int;',
      cases: [
        reads(
          'a number behind a thought full of numbers',
          '<think>12 + 30 = 42, minus 2 is 40</think>\n40',
          40,
        ),
        reads('a number behind the end of a thought', '3 boxes of 8...\n</think>\n24', 24),
      ],
    },
    {
      type: 'type Essay = string;',
      cases: [
        either(
          'a text behind a thought',
          '<think>Keep it short.</think>\nRain fell all night.',
          as('Rain fell all night.'),
          as('\nRain fell all night.'),
        ),
        exact('a text without a thought', 'Rain fell, "softly".', 'Rain fell, "softly".'),
      ],
    },
    {
      type: 'interface Bid { amount: number; currency: string; }',
      cases: [
        harder(
          either(
            'a correction in prose',
            'At first: {"amount": 10, "currency": "EUR"}\nWait, the fee is missing. Corrected: {"amount": 12, "currency": "EUR"}',
            changed({ amount: 10, currency: 'EUR' }),
            changed({ amount: 12, currency: 'EUR' }),
          ),
        ),
        either(
          'a channel format',
          '<|channel|>analysis<|message|>Try {"amount": 1}.<|end|><|start|>assistant<|channel|>final<|message|>{"amount": 99.5, "currency": "USD"}',
          as({ amount: 99.5, currency: 'USD' }),
        ),
        harder(
          reads(
            'two thoughts',
            '<think>{"amount": 1, "currency": "A"}</think> hm <think>{"amount": 2, "currency": "B"}</think> {"amount": 3, "currency": "C"}',
            { amount: 3, currency: 'C' },
          ),
        ),
        either(
          'a thought as a field',
          '{"think": "12 is fair", "amount": 12, "currency": "CHF"}',
          changed({ amount: 12, currency: 'CHF' }),
          refused(),
        ),
      ],
    },
  ],
};

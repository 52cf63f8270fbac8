import { fails, harder, reads } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** The marks that other models put around their thoughts. */
export const thoughts: Theme = {
  name: 'thoughts of other models',
  groups: [
    {
      type: 'interface Move { piece: string; to: string; }',
      cases: [
        reads('capitals', '<THINK>{"piece": "rook", "to": "a1"}</THINK>{"piece": "pawn", "to": "e4"}', {
          piece: 'pawn',
          to: 'e4',
        }),
        reads(
          'a tag with blanks and lines',
          '< think >\nknight?\n< /think >\n{"piece": "knight", "to": "f3"}',
          {
            piece: 'knight',
            to: 'f3',
          },
        ),
        reads(
          'brackets for a tag',
          '[THINK]Or {"piece": "king", "to": "e2"}?[/THINK]{"piece": "queen", "to": "h5"}',
          {
            piece: 'queen',
            to: 'h5',
          },
        ),
        reads(
          'triangles for a tag',
          '◁think▷{"piece": "king", "to": "d1"}◁/think▷{"piece": "bishop", "to": "c4"}',
          {
            piece: 'bishop',
            to: 'c4',
          },
        ),
        reads(
          'bars for a tag',
          '<|begin_of_thought|>{"piece": "a", "to": "b"}<|end_of_thought|><|begin_of_solution|>{"piece": "rook", "to": "d8"}<|end_of_solution|>',
          { piece: 'rook', to: 'd8' },
        ),
        reads(
          'a scratchpad',
          '<scratchpad>{"piece": "x", "to": "y"}</scratchpad>\n{"piece": "pawn", "to": "d5"}',
          {
            piece: 'pawn',
            to: 'd5',
          },
        ),
        reads(
          'a thought in a thought',
          '<think>a <think>{"piece": "p", "to": "q"}</think> b</think>{"piece": "pawn", "to": "c3"}',
          {
            piece: 'pawn',
            to: 'c3',
          },
        ),
        reads(
          'a thought behind the answer',
          '{"piece": "knight", "to": "c6"}\n<think>That was easy.</think>',
          {
            piece: 'knight',
            to: 'c6',
          },
        ),
        reads(
          'a thought with attributes',
          '<think time="3s">{"piece": "z", "to": "z"}</think>{"piece": "king", "to": "g1"}',
          {
            piece: 'king',
            to: 'g1',
          },
        ),
        reads(
          'a thought between a fence and the answer',
          '```text\nplan\n```\n<think>{"piece": "no", "to": "no"}</think>\n```json\n{"piece": "queen", "to": "d1"}\n```',
          {
            piece: 'queen',
            to: 'd1',
          },
        ),
        fails('a thought in brackets that is never closed', '[THINK]{"piece": "king", "to": "e2"} or'),
      ].map(harder),
    },
    {
      type: 'type Verdict = boolean;',
      cases: [
        reads(
          'a word behind a thought with the other word',
          '<think>true? No, the date is wrong.</think>\n\nfalse',
          false,
        ),
        reads(
          'a word behind a thought without a beginning',
          'It looks true at first.\n</think>\nfalse',
          false,
        ),
        fails('a thought only', '<think>true, I guess</think>'),
      ],
    },
    {
      type: 'type Ids = int[];',
      cases: [
        reads('a list behind a thought with a list', '<think>[1, 2] or [3]?</think>[4, 5]', [4, 5]),
        reads('a list behind a thought without a beginning', 'maybe [1]\n</think>\n\n```json\n[6]\n```', [6]),
      ],
    },
  ],
};

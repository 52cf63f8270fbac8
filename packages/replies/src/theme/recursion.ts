import { changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Types that hold themselves. */
export const recursion: Theme = {
  name: 'recursion',
  groups: [
    {
      type: 'interface Folder { label: string; inside: Folder[]; }',
      cases: [
        exact(
          'three levels',
          '{"label": "a", "inside": [{"label": "b", "inside": [{"label": "c", "inside": []}]}]}',
          {
            label: 'a',
            inside: [{ label: 'b', inside: [{ label: 'c', inside: [] }] }],
          },
        ),
        reads(
          'with repairs',
          "{label: 'a', inside: [{label: 'b', inside: [],}, {label: 'c', inside: []},],}",
          {
            label: 'a',
            inside: [
              { label: 'b', inside: [] },
              { label: 'c', inside: [] },
            ],
          },
        ),
        either(
          'cut in a deep text',
          '{"label":"a","inside":[{"label":"b","inside":[{"label":"c","inside":[]}]},{"label":"d',
          changed({ label: 'a', inside: [{ label: 'b', inside: [{ label: 'c', inside: [] }] }] }),
          changed({
            label: 'a',
            inside: [
              { label: 'b', inside: [{ label: 'c', inside: [] }] },
              { label: 'd', inside: [] },
            ],
          }),
        ),
        either(
          'the innermost lists left out',
          '{"label": "a", "inside": [{"label": "b"}]}',
          changed({ label: 'a', inside: [{ label: 'b', inside: [] }] }),
          changed({ label: 'a', inside: [] }),
          refused(),
        ),
        fails('a level without its label', '{"inside": [{"label": "b", "inside": []}]}', 'label'),
      ],
    },
    {
      type: 'interface Chain { value: int; next: Chain | null; }',
      cases: [
        exact('a chain', '{"value": 1, "next": {"value": 2, "next": null}}', {
          value: 1,
          next: { value: 2, next: null },
        }),
        changes(
          'texts for numbers on each level',
          '{"value": "1", "next": {"value": "2", "next": {"value": "3", "next": null}}}',
          {
            value: 1,
            next: { value: 2, next: { value: 3, next: null } },
          },
        ),
        either(
          'cut on the second level',
          '{"value": 1, "next": {"value": 2, "next": {"val',
          changed({ value: 1, next: { value: 2, next: null } }),
          refused(),
        ),
        reads('None at the end', "{'value': 7, 'next': {'value': 8, 'next': None}}", {
          value: 7,
          next: { value: 8, next: null },
        }),
      ],
    },
    {
      type: "interface Leaf { op: 'leaf'; name: string; }\ninterface And { op: 'and'; args: Rule[]; }\ninterface Not { op: 'not'; arg: Rule; }\ntype Rule = Leaf | And | Not;",
      cases: [
        exact(
          'a tree of rules',
          '{"op": "and", "args": [{"op": "leaf", "name": "x"}, {"op": "not", "arg": {"op": "leaf", "name": "y"}}]}',
          {
            op: 'and',
            args: [
              { op: 'leaf', name: 'x' },
              { op: 'not', arg: { op: 'leaf', name: 'y' } },
            ],
          },
        ),
        reads(
          'minified, with a comma too many',
          '{"op":"and","args":[{"op":"leaf","name":"p"},{"op":"not","arg":{"op":"leaf","name":"q",},},],}',
          {
            op: 'and',
            args: [
              { op: 'leaf', name: 'p' },
              { op: 'not', arg: { op: 'leaf', name: 'q' } },
            ],
          },
        ),
        fails('an unknown rule inside', '{"op": "not", "arg": {"op": "or", "args": []}}'),
      ],
    },
    {
      type: 'interface Comment { author: string; votes?: int; replies?: Comment[]; }\ntype Thread = Comment[];',
      cases: [
        reads(
          'cut in a reply, minified',
          '[{"author":"ann","votes":3,"replies":[{"author":"bo","replies":[{"author":"cy","votes":1}',
          [{ author: 'ann', votes: 3, replies: [{ author: 'bo', replies: [{ author: 'cy', votes: 1 }] }] }],
        ),
        harder(
          either(
            'a count in words on one level',
            '[{"author": "di", "votes": "2 votes", "replies": [{"author": "ed", "votes": "none"}]}]',
            changed([{ author: 'di', votes: 2, replies: [{ author: 'ed' }] }]),
            refused(),
          ),
        ),
      ],
    },
  ],
};

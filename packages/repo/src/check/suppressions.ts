import { commentsOf } from '../tree/comments.js';
import { writtenFiles } from '../tree/source-files.js';
import type { Check } from './check.js';

const names = /oxlint-disable|eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error/;
const suppression = new RegExp(`^/[/*]\\s*(${names.source})`);
const excused = /oxlint-disable(?:-next-line|-line)? [\w@/, -]+ -- \S|@ts-expect-error\b.*TS\d+.*\s\w+/;

/** Whoever reads a suppression can tell when it may go. */
export const suppressionsCheck: Check = {
  rule: 'a comment that silences a tool names the rule and gives the reason',
  find: (tree) =>
    writtenFiles(tree)
      // Finding the comments takes longer than finding that there is nothing to find.
      .filter((path) => names.test(tree.text(path)))
      .flatMap((path) =>
        commentsOf(tree, path)
          .filter(({ text }) => suppression.test(text) && !excused.test(text))
          .map(({ line }) => ({
            path,
            line,
            message:
              "silences a tool. Write 'oxlint-disable-next-line RULE -- reason' or '@ts-expect-error TS0000: reason'.",
          })),
      ),
};

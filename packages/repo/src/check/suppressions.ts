import { writtenFiles } from '../tree/source-files.js';
import type { Check } from './check.js';

const suppression =
  /(?:\/\/|\/\*)\s*(oxlint-disable|eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|prettier-ignore)/;
const excused = /(?:oxlint-disable(?:-next-line|-line)? [\w@/, -]+ -- \S|@ts-expect-error\b.*TS\d+.*\s\w+)/;

/** Whoever reads a suppression can tell when it may go. */
export const suppressionsCheck: Check = {
  rule: 'a comment that silences a tool names the rule and gives the reason',
  find: (tree) =>
    writtenFiles(tree).flatMap((path) =>
      tree
        .text(path)
        .split('\n')
        .flatMap((text, index) =>
          suppression.test(text) && !excused.test(text)
            ? [
                {
                  path,
                  line: index + 1,
                  message:
                    "silences a tool. Write 'oxlint-disable-next-line RULE -- reason' or '@ts-expect-error TS0000: reason'.",
                },
              ]
            : [],
        ),
    ),
};

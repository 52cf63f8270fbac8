import { isTest, writtenFiles } from '../tree/source-files.js';
import type { Check } from './check.js';

const long = 300;
const tooLong = 400;

/** Past 300 lines a second concept is hiding. A long test is only noted: it goes where its source goes. */
export const fileLengthCheck: Check = {
  rule: `no file of code is longer than ${tooLong} lines; those over ${long} are noted`,
  find: (tree) =>
    writtenFiles(tree).flatMap((path) => {
      const lines = tree.text(path).replace(/\n$/, '').split('\n').length;
      if (lines <= long) return [];
      return [
        {
          path,
          message: `has ${lines} lines. Look for the second concept.`,
          note: lines <= tooLong || isTest(path),
        },
      ];
    }),
};

import { generatedPath } from '../sources/source-paths.js';
import type { Rule } from './rule.js';

/** No two sources have one generated file: `ticket.ts` and `ticket.tsx` would. */
export const ownGeneratedFile: Rule = {
  code: 'SIGIL2009',
  severity: 'error',
  check(source, all) {
    const path = generatedPath(source.file);
    const other = all.find((one) => one.file !== source.file && generatedPath(one.file) === path);
    const [first] = source.classes;
    if (other === undefined || first === undefined) return [];
    return [
      {
        place: first.place,
        message: `Cannot compile ${source.file}: ${other.file} would have the same generated file, ${path}.`,
        hint: 'rename one of the two sources',
      },
    ];
  },
};

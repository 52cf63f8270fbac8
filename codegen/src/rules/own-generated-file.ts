import { generatedPath } from '../sources/source-paths.js';
import type { Rule } from './rule.js';

/** No two sources have one generated file: `ticket.ts` and `ticket.tsx` would. */
export const ownGeneratedFile: Rule = {
  code: 'SIGIL2009',
  severity: 'error',
  check(source, rivals) {
    const other = rivals.find((one) => one.file !== source.file);
    const [first] = [...source.classes, ...source.programs];
    if (other === undefined || first === undefined) return [];
    return [
      {
        place: first.place,
        message: `Cannot compile ${source.file}: ${other.file} would have the same generated file, ${generatedPath(source.file)}.`,
        hint: 'rename one of the two sources',
      },
    ];
  },
};

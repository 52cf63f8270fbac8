import { hasBanner } from '../emit/print-file.js';
import type { Diagnostic } from '../rules/diagnostic.js';
import type { PlannedFile } from './planned-file.js';
import { sameData } from './same-data.js';

/** Files that stand where a generated file belongs, and that somebody else wrote: nothing a user made is lost. */
export function foreignFiles(files: readonly PlannedFile[]): readonly Diagnostic[] {
  return files
    .filter(
      ({ status, text, previous = '' }) =>
        status === 'stale' && previous.trim() !== '' && !hasBanner(previous) && !sameData(text, previous),
    )
    .map(({ path }) => ({
      code: 'SIGIL2402',
      severity: 'error',
      message: `Cannot write ${path}: a file of that name is there, which 'sigil generate' did not write.`,
      file: path,
      hint: 'rename or remove it',
    }));
}

import { existsSync, readFileSync } from 'node:fs';
import { isEjected } from '@sigil/codegen/eject';
import { UsageError } from '@sigil/spec';

/**
 * Makes sure that a file is not there, or is one that `sigil eject` wrote.
 *
 * @throws UsageError when it is somebody's work
 */
export function guardFile(file: string, shown: string): void {
  if (!existsSync(file) || isEjected(readFileSync(file, 'utf8'))) return;
  throw new UsageError(
    `Cannot write ${shown}: it is there, and sigil eject did not write it. Name another file with --out, or write over it with --force.`,
  );
}

import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('..', import.meta.url));

/** The copy of the seed program in which everything happens; git ignores it. */
export const WORK = join(EXAMPLE, 'work');

/** What a real run produced, committed. */
export const RESULT = join(EXAMPLE, 'result');

/** The datasets, as the commands in {@link WORK} name them. */
export const DATA = '../data';

/** Lays the seed program anew; the cache of replies and the records of earlier runs stay. */
export function prepareWork(): void {
  mkdirSync(WORK, { recursive: true });
  rmSync(join(WORK, 'src'), { recursive: true, force: true });
  const isSource = (path: string): boolean => !path.includes('node_modules');
  cpSync(join(EXAMPLE, 'seed'), WORK, {
    recursive: true,
    filter: (path) => isSource(relative(EXAMPLE, path)),
  });
  mkdirSync(join(WORK, 'before'), { recursive: true });
  copyFileSync(join(WORK, 'src/review.gen.ts'), join(WORK, 'before/review.gen.ts'));
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { tunedFilePath } from '@sigil/codegen';
import { UsageError } from '@sigil/spec';
import { readTuned, type ReadTuned } from './edit-tuned.js';

/**
 * The tuned file of a class.
 *
 * @throws UsageError when it has none, TunedFileError when it is nonsense
 */
export async function tunedStateOf(root: string, id: string): Promise<ReadTuned> {
  const found = await findTunedState(root, id);
  if (found !== undefined) return found;
  throw new UsageError(
    `Cannot find tuned state of '${id}': no .opt.json of the project belongs to it. ${optimizeHint(id)}`,
  );
}

/** How a class gets tuned state. */
export function optimizeHint(id: string): string {
  return `To make one: 'sigil optimize ${id} --data ROWS.jsonl --metric exact-match', with your rows and metric.`;
}

/** The same; undefined where it has none. */
export async function findTunedState(root: string, id: string): Promise<ReadTuned | undefined> {
  const [source = '', name = ''] = id.split('#');
  const file = await tunedFilePath(root, source, name);
  if (!existsSync(path.join(root, file))) return undefined;
  const found = readTuned(root, file);
  return found.tuned.program === id ? found : undefined;
}

import path from 'node:path';
import type { RunKey } from '@sigil/codegen/unchanged';
import { configNames } from './locate-project.js';

/** The adapter of a signature whose state names none. */
export const defaultAdapter = 'chat/1';

/** What a run of the generator depends on, known before the configuration is loaded. */
export function runKey(root: string): RunKey {
  return { files: configNames.map((name) => path.join(root, name)), values: { adapter: defaultAdapter } };
}

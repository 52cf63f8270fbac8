import { existsSync } from 'node:fs';
import path from 'node:path';
import { generateProject } from '../project/generate-project.js';
import { compileProject } from '../project/compile-project.js';
import type { Project } from '../project/open-project.js';
import type { AcceptedState } from './merge-tuned.js';
import { writeTuned } from './write-tuned.js';

/** What was written, and what there is to say about it. */
export interface Accepted {
  /** Relative to the project; the tuned file first. */
  readonly written: readonly string[];
  /** The tuned file was not there before. */
  readonly isNew: boolean;
  readonly warnings: readonly string[];
}

/**
 * Writes a state that passed its test into its tuned file, and compiles it into the artifact.
 *
 * @param tunedFile relative to the project
 */
export async function acceptState(
  project: Project,
  tunedFile: string,
  accepted: Omit<AcceptedState, 'inner'>,
): Promise<Accepted> {
  const isNew = !existsSync(path.join(project.root, tunedFile));
  const inner = await innerStatesOf(project, accepted);
  const dropped = await writeTuned(project.root, tunedFile, { ...accepted, inner });
  const { planned, written } = await generateProject(project);
  const broken = planned.diagnostics.some(({ severity }) => severity === 'error');
  return {
    written: [tunedFile, ...written],
    isNew,
    warnings: [
      ...dropped.map(
        (id) => `The state of ${id} was left out of ${tunedFile}: it was tuned for other fields.`,
      ),
      ...(broken
        ? [
            `${tunedFile} is not compiled yet: the project has errors. Correct them, then run 'sigil generate'.`,
          ]
        : []),
    ],
  };
}

/** A lone signature has no predictors with states of their own. */
async function innerStatesOf(
  project: Project,
  { program, signatures }: Pick<AcceptedState, 'program' | 'signatures'>,
): Promise<AcceptedState['inner']> {
  if (signatures.has('')) return {};
  return (await compileProject(project)).innerStates.get(program) ?? {};
}

import { apply, type Applied, type Plan } from '@sigil/codegen';
import { knownSources, remember, type RunKey } from '@sigil/codegen/unchanged';
import { compileProject, type GeneratorOptions } from './compile-project.js';
import type { Project } from './open-project.js';
import { runKey } from './run-key.js';

/** What the generator found and did. */
export interface Generated extends Applied {
  readonly planned: Plan;
}

/**
 * Brings the generated files of a project up to date. With an error in a class nothing is written. What did not change
 * since the last run is not read again.
 */
export async function generateProject(project: Project, options: GeneratorOptions = {}): Promise<Generated> {
  const key = projectKey(project);
  const planned = await compileProject(project, {
    known: knownSources(project.root, key.values, project.config.tsconfig),
    ...options,
  });
  const applied = await apply(planned);
  remember(planned, key);
  return { planned, ...applied };
}

/** What a run of the generator depends on beside what it reads: with the files of the configuration. */
export function projectKey(project: Project): RunKey {
  const key = runKey(project.root);
  return { ...key, files: [...key.files, ...project.code.imported()] };
}

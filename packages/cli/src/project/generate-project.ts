import { apply, type Applied, type Plan } from '@sigil/codegen';
import { remember } from '@sigil/codegen/unchanged';
import { compileProject, type WireOptions } from './compile-project.js';
import type { Project } from './open-project.js';
import { runKey } from './run-key.js';

/** What the generator found and did. */
export interface Generated extends Applied {
  readonly planned: Plan;
}

/** Brings the generated files of a project up to date. With an error in a class nothing is written. */
export async function generateProject(project: Project, options: WireOptions = {}): Promise<Generated> {
  const planned = await compileProject(project, options);
  const applied = await apply(planned);
  const key = runKey(project.root);
  remember(planned, { ...key, files: [...key.files, ...project.code.imported()] });
  return { planned, ...applied };
}

import type { Plan } from '@sigil/codegen';
import { generateProject } from '../project/generate-project.js';
import type { Project } from '../project/open-project.js';
import { writeTunedEdits, type TunedEdit } from './edit-tuned.js';

/** What was done, relative to the project. */
export interface AppliedEdits {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** What the generator found afterwards. */
  readonly planned: Plan;
}

/** Writes edits of tuned files and compiles them into the artifacts. */
export async function applyEdits(project: Project, edits: readonly TunedEdit[]): Promise<AppliedEdits> {
  writeTunedEdits(project.root, edits);
  const { planned, written, deleted } = await generateProject(project);
  return {
    written: [...edits.map(({ file }) => file), ...written],
    deleted: [
      ...edits.filter(({ before, file }) => before.file !== file).map(({ before }) => before.file),
      ...deleted,
    ],
    planned,
  };
}

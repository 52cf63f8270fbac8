import type { Project } from '../project/open-project.js';
import { editedText, editJson, editText } from '../report/tuned-edit-report.js';
import { applyEdits } from '../store/apply-edits.js';
import type { TunedEdit } from '../store/edit-tuned.js';
import type { Shell } from '../terminal/shell.js';

/**
 * Shows what is to change in tuned files, changes it, and runs the generator.
 *
 * @param ids of the classes whose state it is
 * @param nothing said where nothing is to change
 * @returns the exit code
 */
export async function makeEdits(
  shell: Shell,
  project: Project,
  all: readonly TunedEdit[],
  {
    ids,
    nothing,
    json,
  }: { readonly ids: readonly string[]; readonly nothing: string; readonly json: boolean },
): Promise<number> {
  const { out } = shell.terminal;
  const edits = all.filter(({ before, file, text }) => before.file !== file || before.text !== text);
  if (!json) out.write(edits.length === 0 ? `${nothing}\n` : editText(edits, out.paint));
  const applied = edits.length === 0 ? undefined : await applyEdits(project, edits);
  if (json) out.write(`${JSON.stringify(editJson(edits, applied), null, 2)}\n`);
  else if (applied !== undefined) out.write(editedText(applied, ids));
  return 0;
}

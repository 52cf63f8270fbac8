import type { TunedEdit } from '../store/edit-tuned.js';
import type { AppliedEdits } from '../store/apply-edits.js';
import type { Paint } from '../terminal/channel.js';
import { lineDiff } from './line-diff.js';

/** What is about to change in tuned files, for a person: sentences, and the lines. */
export function editText(edits: readonly TunedEdit[], paint: Paint): string {
  return edits
    .map((edit) => {
      const head = edit.changes.map((change) => `  ${change}\n`).join('');
      const lines = diffOf(edit)
        .split('\n')
        .map((line) => colored(line, paint));
      return `${edit.before.file}\n${head}${lines.join('\n')}`;
    })
    .join('');
}

function colored(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint.green(line);
  return line.startsWith('-') ? paint.red(line) : line;
}

/** What was done, for a person. */
export function editedText({ written, deleted, planned }: AppliedEdits, ids: readonly string[]): string {
  const rest = planned.warnings
    .filter(({ signature, status }) => status !== 'fresh' && ids.includes(signature))
    .map(({ signature, status, details }) => [`${signature} is ${status} still:`, ...details].join('\n  '));
  return [
    `Written: ${written.join(', ')}.${deleted.length === 0 ? '' : ` Deleted: ${deleted.join(', ')}.`}`,
    ...rest,
    '',
  ].join('\n');
}

/** The same for `--json`. */
export function editJson(edits: readonly TunedEdit[], applied: AppliedEdits | undefined): object {
  return {
    written: applied?.written ?? [],
    deleted: applied?.deleted ?? [],
    edits: edits.map((edit) => ({
      program: edit.before.tuned.program,
      from: edit.before.file,
      file: edit.file,
      changes: edit.changes,
      diff: diffOf(edit),
    })),
    warnings: applied?.planned.warnings ?? [],
  };
}

function diffOf({ before, file, text }: TunedEdit): string {
  return `--- ${before.file}\n+++ ${file}\n${lineDiff(before.text, text)}`;
}

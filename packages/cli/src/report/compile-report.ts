import type { Applied, Plan } from '@sigil/codegen';
import { formatDiagnostics } from '@sigil/codegen/diagnostics';
import type { Channel, Paint } from '../terminal/channel.js';
import { plural } from '../terminal/number-text.js';
import { table } from '../terminal/table.js';

/** What there is to remark on in a project. */
export type Remarked = Pick<Plan, 'root' | 'diagnostics' | 'warnings'>;

/** Tells what the compiler remarks on: errors and warnings of classes, and what is known of tuned state. */
export function tellRemarks(err: Channel, planned: Remarked): void {
  err.write(remarksText(err, planned));
}

/** What {@link tellRemarks} says; empty where there is nothing to remark on. */
export function remarksText(err: Channel, planned: Remarked): string {
  const color = err.paint.bold('x') !== 'x';
  const { diagnostics, root } = planned;
  const said = diagnostics.length === 0 ? '' : `${formatDiagnostics(diagnostics, { color, root })}\n`;
  const warned = planned.warnings.map(
    ({ message, details }) => `${err.paint.yellow('warning')} ${[message, ...details].join('\n  ')}\n`,
  );
  return [said, ...warned].join('');
}

/** Number of diagnostics that keep anything from being written. */
export function errorCount(planned: Plan): number {
  return planned.diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** Generated files that are not as they should be, each with what is different, indented below it. */
export function fileList(files: Plan['files'], paint: Paint): string {
  return files
    .filter(({ status }) => status !== 'fresh')
    .map(({ path, status, changes }) => {
      const head = `  ${paint.yellow(status.padEnd(8))}  ${path}\n`;
      return head + changes.map((change) => `            ${change}\n`).join('');
    })
    .join('');
}

/** `3 signatures`; says how to get one where there is none. */
export function signatureCount(planned: Plan): string {
  if (planned.signatures.length > 0) return plural(planned.signatures.length, 'signature');
  return `No class with @Signature() in ${planned.inputs.include.join(', ')}. Write one, or run 'sigil init'`;
}

/** What `sigil check` says where every generated file is as it should be: then tuned state may still not be. */
export function freshText(planned: Plan): string {
  if (planned.signatures.length === 0) return `${signatureCount(planned)}.\n`;
  const unfit = new Map(
    planned.warnings
      .filter(({ status }) => status !== 'fresh')
      .map(({ file, status, signature, movedTo }) => [file, { status, signature, movedTo }]),
  );
  if (unfit.size === 0) return `Fresh: ${signatureCount(planned)}.\n`;
  const lines = [...unfit].map(([file, { status, signature, movedTo }]) => {
    const fix =
      status === 'orphaned'
        ? movedTo === undefined
          ? 'Remove it, or bring the class back'
          : `Run 'sigil migrate ${signature} --move ${movedTo}'`
        : `Run 'sigil optimize ${signature}' with the options you tuned it with, 'sigil accept ${signature}' or, after a rename, 'sigil migrate ${signature} OLD=NEW'`;
    return `  ${file} is ${status}. ${fix}.\n`;
  });
  return `Generated files are fresh (${signatureCount(planned)}). Tuned state is not:\n${lines.join('')}`;
}

/** What `sigil generate` did, for a person. */
export function generatedText(planned: Plan, { written, deleted }: Applied, paint: Paint): string {
  if (planned.signatures.length === 0 && deleted.length === 0) return `${signatureCount(planned)}.\n`;
  if (written.length + deleted.length === 0)
    return `Nothing changed: ${signatureCount(planned)}, all up to date.\n`;
  const lines = changeLines(planned, { written, deleted }, paint);
  return `${lines}${signatureCount(planned)}, ${plural(written.length, 'file')} written${deleted.length === 0 ? '' : `, ${deleted.length} deleted`}.\n`;
}

/** A line for each file that was written or deleted, with why. */
export function changeLines(planned: Plan, { written, deleted }: Applied, paint: Paint): string {
  if (written.length + deleted.length === 0) return '';
  const changes = new Map(planned.files.map((file) => [file.path, file.changes]));
  return table([
    ...written.map((path) => [paint.green(path), (changes.get(path) ?? ['wired']).join('; ')]),
    ...deleted.map((path) => [paint.red(path), 'deleted: its source has no signature any more']),
  ]);
}

import { nothingChanged, unchangedRemarks } from '../project/is-up-to-date.js';
import { keepHeapSmall } from '../project/small-heap.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil generate` was told. */
export interface GenerateOptions {
  readonly watch?: true;
  readonly wire?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Runs `sigil generate`. The compiler and the configuration are loaded only when something changed. */
export async function runGenerate(shell: Shell, options: GenerateOptions): Promise<number> {
  if (options.watch === true) {
    const { watchProject } = await import('../watch/watch-project.js');
    return watchProject(shell);
  }
  const last = options.wire === true ? undefined : unchangedRemarks(shell.cwd);
  if (last !== undefined) {
    const { diagnostics, warnings } = last;
    const { out } = shell.terminal;
    if (options.json === true) {
      out.write(`${JSON.stringify({ written: [], deleted: [], diagnostics, warnings }, null, 2)}\n`);
      return 0;
    }
    if (diagnostics.length + warnings.length > 0) {
      const { tellRemarks } = await import('../report/compile-report.js');
      tellRemarks(shell.terminal.err, last);
    }
    out.write(nothingChanged);
    return 0;
  }
  keepHeapSmall();
  const { openProject } = await import('../project/open-project.js');
  const { generateProject } = await import('../project/generate-project.js');
  const { generatedText, tellRemarks, errorCount } = await import('../report/compile-report.js');
  const { out, err } = shell.terminal;
  const { planned, written, deleted } = await generateProject(await openProject(shell.cwd), {
    wire: options.wire === true,
    force: options.force === true,
  });
  const errors = errorCount(planned);
  if (options.json === true) {
    const { diagnostics, warnings } = planned;
    out.write(`${JSON.stringify({ written, deleted, diagnostics, warnings }, null, 2)}\n`);
    return errors > 0 ? 2 : 0;
  }
  tellRemarks(err, planned);
  if (errors > 0) err.write(`Errors: ${errors}. Nothing was written.\n`);
  else out.write(generatedText(planned, { written, deleted }, out.paint));
  return errors > 0 ? 2 : 0;
}

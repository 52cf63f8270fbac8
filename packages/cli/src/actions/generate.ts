import { isUpToDate, nothingChanged } from '../project/is-up-to-date.js';
import { keepHeapSmall } from '../project/small-heap.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil generate` was told. */
export interface GenerateOptions {
  readonly watch?: true;
  readonly wire?: true;
  readonly force?: true;
  readonly json?: true;
}

const nothing = { written: [], deleted: [], diagnostics: [], warnings: [] };

/** Runs `sigil generate`. The compiler and the configuration are loaded only when something changed. */
export async function runGenerate(shell: Shell, options: GenerateOptions): Promise<number> {
  if (options.watch === true) {
    const { watchProject } = await import('../watch/watch-project.js');
    return watchProject(shell);
  }
  if (options.wire !== true && isUpToDate(shell.cwd)) {
    shell.terminal.out.write(
      options.json === true ? `${JSON.stringify(nothing, null, 2)}\n` : nothingChanged,
    );
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

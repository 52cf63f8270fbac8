import { examine } from '../doctor/examine.js';
import { projectFacts } from '../doctor/project-facts.js';
import { compileProject } from '../project/compile-project.js';
import { openProject } from '../project/open-project.js';
import { errorCount, fileList, freshText, tellRemarks } from '../report/compile-report.js';
import { setupText } from '../report/setup-text.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil check` was told. */
export interface CheckOptions {
  readonly tuned: 'warn' | 'error';
  readonly json?: true;
}

const codes = { fresh: 0, stale: 1, error: 2 } as const;

/** Runs `sigil check`. */
export async function runCheck(shell: Shell, options: CheckOptions): Promise<number> {
  const { out, err } = shell.terminal;
  const project = await openProject(shell.cwd);
  const planned = await compileProject(project);
  const files = planned.files.filter(({ status }) => status !== 'fresh');
  // An orphan is a fault whatever the level: nothing of it is used, and nobody would notice.
  const tuned = planned.warnings.filter(
    ({ status }) => status === 'orphaned' || (options.tuned === 'error' && status !== 'fresh'),
  );
  const status = errorCount(planned) > 0 ? 'error' : files.length + tuned.length > 0 ? 'stale' : 'fresh';
  if (options.json === true) {
    const { diagnostics, warnings } = planned;
    const listed = files.map(({ path, status: state, changes }) => ({ path, status: state, changes }));
    out.write(`${JSON.stringify({ status, files: listed, diagnostics, warnings }, null, 2)}\n`);
    return codes[status];
  }
  tellRemarks(err, planned);
  // What cannot run is not what is stale: it is said, and the exit code stays.
  const problems = examine(projectFacts(project.root)).filter(({ level }) => level === 'problem');
  if (problems.length > 0) err.write(`${setupText(problems, err.paint)}\n`);
  if (status === 'error') err.write(`Errors: ${errorCount(planned)}.\n`);
  else if (files.length > 0) {
    out.write(`${fileList(files, out.paint)}\nRun 'sigil generate' and commit what it writes.\n`);
  } else out.write(freshText(planned));
  return codes[status];
}

import { examine } from '../doctor/examine.js';
import { projectFacts } from '../doctor/project-facts.js';
import { findProject } from '../project/find-project.js';
import { setupText } from '../report/setup-text.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil doctor` was told. */
export interface DoctorOptions {
  readonly json?: true;
}

/** Runs `sigil doctor`. */
export function runDoctor(shell: Shell, options: DoctorOptions): number {
  const { out } = shell.terminal;
  const facts = projectFacts(findProject(shell.cwd).root);
  const findings = examine(facts);
  const problems = findings.filter(({ level }) => level === 'problem');
  const status = problems.length === 0 ? 'well' : 'problems';
  if (options.json === true) out.write(`${JSON.stringify({ status, findings }, null, 2)}\n`);
  else if (findings.length === 0)
    out.write(`Node ${facts.node}, ${facts.tsconfig ?? ''}: nothing to change.\n`);
  else out.write(`${setupText(findings, out.paint)}\n`);
  return problems.length === 0 ? 0 : 1;
}

import type { SetupFinding } from '../doctor/finding.js';
import type { Paint } from '../terminal/channel.js';

/** What `sigil doctor` found, two lines each. */
export function setupText(findings: readonly SetupFinding[], paint: Paint): string {
  return findings
    .map(({ level, file, found, fix }) => {
      const word = level === 'problem' ? paint.red('problem') : paint.yellow('advice ');
      return `${word}  ${file}: ${found}.\n         fix: ${fix}`;
    })
    .join('\n');
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLASSES, writeProject } from './hundred-classes.js';
import { median, spread, times, type Figure } from './measure.js';

const TURNS = 7;
const BIN = fileURLToPath(new URL('../node_modules/@sigil/cli/dist/bin.js', import.meta.url));

/** Wall time of `sigil generate` on a project of 100 classes: from nothing, and with nothing changed. */
export function generateCost(): readonly Figure[] {
  // Inside this package, so that the classes' import of sigil resolves.
  const project = mkdtempSync(fileURLToPath(new URL('../.generate-', import.meta.url)));
  try {
    writeProject(project);
    const bare: number[] = [];
    const cold: number[] = [];
    const unchanged: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      rmSync(join(project, 'node_modules'), { recursive: true, force: true });
      for (let index = 0; index < CLASSES; index++)
        rmSync(join(project, `src/ticket${index}.gen.ts`), { force: true });
      cold.push(run(project, [BIN, 'generate']));
      bare.push(run(project, ['-e', '']));
      unchanged.push(run(project, [BIN, 'generate']));
    }
    const base = median(bare);
    const [first, again] = [median(cold), median(unchanged) - base];
    const bareNode = `a bare Node process (${seconds(base)} s)`;
    return [
      {
        what: `sigil generate, ${CLASSES} classes, from nothing: wall time`,
        wanted: '<= 1.30 s',
        median: `${seconds(first)} s`,
        spread: spread(cold, seconds),
        beside: times(first, base, bareNode),
        reached: first <= 1300,
      },
      {
        what: `sigil generate, ${CLASSES} classes, nothing changed: wall time on top of bare Node`,
        wanted: '<= 0.10 s',
        median: `${seconds(again)} s`,
        spread: spread(
          unchanged.map((one) => one - base),
          seconds,
        ),
        beside: times(again + base, base, bareNode),
        reached: again <= 100,
      },
    ];
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function run(cwd: string, args: readonly string[]): number {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} failed: ${done.stdout}${done.stderr}`);
  return performance.now() - start;
}

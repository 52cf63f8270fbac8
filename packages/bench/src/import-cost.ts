import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, spread, type Figure } from './measure.js';

const TURNS = 15;

/** Wall time that `import 'sigil'` adds to a bare Node process, beside what zod alone adds. */
export function importCost(): Figure {
  const times = { bare: [] as number[], zod: [] as number[], sigil: [] as number[] };
  const programs = { bare: '', zod: "import 'zod'", sigil: "import 'sigil'" } as const;
  const kinds = ['bare', 'zod', 'sigil'] as const;
  for (let turn = 0; turn < TURNS; turn++) {
    for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed())
      times[kind].push(nodeTime(programs[kind]));
  }
  const bare = median(times.bare);
  const added = median(times.sigil) - bare;
  const zod = median(times.zod) - bare;
  return {
    what: "import 'sigil': wall time on top of bare Node",
    wanted: `<= ${(40 + zod).toFixed(0)} ms (40 + zod's own)`,
    median: `${added.toFixed(0)} ms`,
    spread: spread(
      times.sigil.map((one) => one - bare),
      (one) => one.toFixed(0),
    ),
    beside: [
      `${(added / zod).toFixed(2)} x import 'zod' (${zod.toFixed(0)} ms on top of ${bare.toFixed(0)} ms)`,
    ],
    reached: added <= 40 + zod,
  };
}

function nodeTime(program: string): number {
  const start = performance.now();
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`'${program}' failed: ${run.stderr}`);
  return performance.now() - start;
}

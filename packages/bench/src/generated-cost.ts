import { transformSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLASSES, writeProject } from './hundred-classes.js';
import { median, spread, type Figure } from './measure.js';

const TURNS = 21;
const BIN = fileURLToPath(new URL('../node_modules/@sigil/cli/dist/bin.js', import.meta.url));

/** Wall time of importing 100 generated files in a process that has zod already. */
export function generatedCost(): Figure {
  // Inside this package, so that the files' import of sigil/zod resolves.
  const folder = mkdtempSync(fileURLToPath(new URL('../.imported-', import.meta.url)));
  try {
    writeFiles(folder);
    const times: Record<'generated' | 'empty', number[]> = { generated: [], empty: [] };
    for (let turn = 0; turn < TURNS; turn++) {
      const kinds = ['generated', 'empty'] as const;
      for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed())
        times[kind].push(importTime(folder, kind));
    }
    const [ours, empty] = [median(times.generated), median(times.empty)];
    return {
      what: `import of ${CLASSES} generated files: wall time beyond zod`,
      wanted: '<= 50 ms',
      median: `${ours.toFixed(0)} ms`,
      spread: spread(times.generated, (one) => one.toFixed(0)),
      beside: [
        `${(ours / empty).toFixed(1)} x ${CLASSES} files with one import of sigil/zod and nothing else (${empty.toFixed(0)} ms)`,
      ],
      reached: ours <= 50,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importTime(folder: string, kind: 'generated' | 'empty'): number {
  const program = `await import('sigil/zod');
const start = performance.now();
await import('./${kind}/all.js');
console.log(performance.now() - start);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The import of ${kind} files failed: ${run.stderr}`);
  return Number(run.stdout);
}

/** What the compiler generates for the classes of a project, without its types, and files that only import. */
function writeFiles(folder: string): void {
  writeProject(folder);
  const generated = spawnSync(process.execPath, [BIN, 'generate'], { cwd: folder, encoding: 'utf8' });
  if (generated.status !== 0)
    throw new Error(`sigil generate failed: ${generated.stdout}${generated.stderr}`);
  const indexes = Array.from({ length: CLASSES }, (_, at) => at);
  for (const kind of ['generated', 'empty']) {
    mkdirSync(join(folder, kind));
    const all = indexes.map((at) => `import './ticket${at}.gen.js';\n`).join('');
    writeFileSync(join(folder, kind, 'all.js'), all);
  }
  for (const at of indexes) {
    const source = readFileSync(join(folder, `src/ticket${at}.gen.ts`), 'utf8');
    writeFileSync(
      join(folder, `generated/ticket${at}.gen.js`),
      transformSync(source, { loader: 'ts', format: 'esm' }).code,
    );
    writeFileSync(
      join(folder, `empty/ticket${at}.gen.js`),
      `import { z } from 'sigil/zod';\nexport const Ticket${at} = z;\n`,
    );
  }
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, spread, times, type Figure } from './measure.js';

const CLASSES = 100;
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

function writeProject(project: string): void {
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'package.json'), '{ "name": "hundred", "type": "module" }\n');
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2022',
    strict: true,
    experimentalDecorators: true,
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    `${JSON.stringify({ compilerOptions, include: ['src'] }, null, 2)}\n`,
  );
  for (let index = 0; index < CLASSES; index++) {
    writeFileSync(join(project, `src/ticket${index}.ts`), classText(index));
  }
}

function classText(index: number): string {
  return `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket${index}.gen.js';

export interface Item${index} { sku: string; quantity?: number; notes: string[] }
enum Priority { Low = 'low', High = 'high' }

/** Route support ticket number ${index} to the team that can solve it. */
@Signature()
export class Ticket${index} {
  static readonly artifact = gen.Ticket${index};

  /** The customer's message, verbatim. */
  @InputField() message!: string;
  @InputField() channel: 'mail' | 'chat' = 'mail';
  @InputField() history?: string[];
  @InputField() items!: Item${index}[];
  @OutputField() team!: 'billing' | 'technical' | 'sales';
  /** 0 can wait, 1 is an outage. @minimum 0 @maximum 1 */
  @OutputField() urgency!: number;
  @OutputField() priority!: Priority;
  @OutputField() order?: { id: string; lines: Item${index}[] } | null;
}
`;
}

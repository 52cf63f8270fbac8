import * as fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { finishedSources, type KnownSources } from '../src/cache/index.js';
import { apply, ParsedFiles } from '../src/index.js';
import { options } from './compiler.js';
import {
  INNER,
  SUPPORT,
  inner,
  lone,
  readIn,
  remembered,
  said,
  signatures,
  support,
  tunedFiles,
} from './tuned-programs.js';

/** What may stand in each file; undefined: it is not there. */
function variants(
  tuned: Record<string, string>,
  other: Record<string, string>,
): readonly [string, (string | undefined)[]][] {
  const states = Object.keys(tuned).map((path): [string, (string | undefined)[]] => [
    path,
    [tuned[path], other[path], tuned[path]?.replace('"a"', '3'), 'nonsense', undefined],
  ]);
  const second = tuned['src/support.opt.json'];
  return [
    ...states,
    ['src/support.Support.opt.json', [second, undefined, undefined]],
    ['src/elsewhere.opt.json', [tuned['src/inner.opt.json'], undefined]],
    [
      'src/signatures.ts',
      [
        signatures(),
        signatures("@OutputField() team!: 'x' | 'y';"),
        signatures('@OutputField() group!: string;'),
        signatures('@OutputField() team!: Team;'),
        signatures('@OutputField() team!: string;\n  forgotten!: string;'),
        signatures('@OutputField() team!: RegExp;'),
        signatures(undefined, 'class {'),
      ],
    ],
    ['src/team.ts', ["export type Team = 'a' | 'b';\n", 'export type Team = string;\n', undefined]],
    [
      'src/inner.ts',
      [
        inner(INNER),
        inner(`${INNER}\n  second = new Predict(Answer);`),
        inner('  first = new Predict(Answer);'),
        inner(INNER, ''),
        inner('  first = Math.random() > 0.5 ? new Predict(Ticket) : undefined;'),
        undefined,
      ],
    ],
    [
      'src/support.ts',
      [
        support(SUPPORT),
        support('  first = new Predict(Ticket);\n  stages = [new Predict(Answer)];\n  inner = new Inner();'),
        support('  first = new Inner();\n  steps = [new Predict(Answer)];'),
        undefined,
      ],
    ],
    ['src/judge.ts', [lone('Judge'), lone('Judge', '@OutputField() verdict!: boolean;'), undefined]],
    ['src/judge.tsx', [lone('Judge'), undefined, undefined]],
    ['src/plain.ts', [lone('Plain'), lone('Plain', '@OutputField() text!: string;')]],
    ['src/support.gen.ts', ['', 'export const mine = 1;\n', undefined]],
    ['tsconfig.json', [options('legacy', false), options('standard', false)]],
  ];
}

it('a process that generates again and again gives what a new one would, whatever is edited', async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal() ?? {};
  const { project, other } = await remembered();
  const tuned = await tunedFiles(project, '');
  const pool = variants(tuned, other);
  const edit = fc
    .constantFrom(...pool)
    .chain(([path, texts]) => fc.constantFrom(...texts).map((text) => ({ path, text })));
  const steps = fc.sample(fc.array(edit, { minLength: 1, maxLength: 2 }), { numRuns: 60, seed });
  const kept = new ParsedFiles();
  let known: KnownSources = finishedSources(await project.plan());
  let reused = 0;
  for (const [at, edits] of steps.entries()) {
    for (const { path, text } of edits) {
      if (text !== undefined) project.write({ [path]: text });
      else if (project.list().includes(path)) project.remove(path);
    }
    // What is as young as the run may have been edited during it, and is not remembered.
    await setTimeout(15);
    const [cold, warm] = [await project.plan(), await project.plan({ kept, known })];
    const told = {
      seed,
      at,
      edits: steps
        .slice(0, at + 1)
        .flat()
        .map(({ path }) => path)
        .join(),
    };
    expect({ ...told, ...said(warm) }).toEqual({ ...told, ...said(cold) });
    if (readIn(warm).length < 3) reused += 1;
    await apply(warm);
    known = finishedSources(warm);
  }
  // Most edits leave most of the sources as they are.
  expect(reused).toBeGreaterThan(10);
}, 120_000);

import { problem, type SetupCheck } from './finding.js';
import { major, scriptsOf, type ProjectFacts } from './project-facts.js';

const FLAG = `set "experimentalDecorators": true`;

function usesStandard(facts: ProjectFacts): boolean {
  return facts.option('experimentalDecorators') !== true;
}

/** Vite 8 leaves standard decorators in its output: no test runs, and the error names no cause. */
export const viteReadsDecorators: SetupCheck = (facts) => {
  const vite = facts.version('vite');
  if (!usesStandard(facts) || major(vite) < 8) return [];
  return problem(
    facts.tsconfig ?? 'tsconfig.json',
    `Vite ${vite ?? ''} cannot read standard decorators: vitest and the dev server stop with "Invalid or unexpected token"`,
    FLAG,
  );
};

/** Next reads decorators with the flag only. */
export const nextReadsDecorators: SetupCheck = (facts) => {
  const next = facts.version('next');
  if (!usesStandard(facts) || next === undefined) return [];
  return problem(
    facts.tsconfig ?? 'tsconfig.json',
    `Next ${next} cannot read standard decorators: Turbopack calls them in a way of its own, webpack stops at them`,
    FLAG,
  );
};

/** @oxc-node/core reads decorators with the flag only. */
export const oxcReadsDecorators: SetupCheck = (facts) => {
  const used = scriptsOf(facts).find(([, command]) => command.includes('@oxc-node/core'));
  if (!usesStandard(facts) || used === undefined) return [];
  return problem(
    facts.tsconfig ?? 'tsconfig.json',
    `the script '${used[0]}' runs @oxc-node/core, which cannot read standard decorators`,
    FLAG,
  );
};

/** Node's own TypeScript support takes types away, and decorators stay: no Node can read them. */
export const nodeRunsNoDecorators: SetupCheck = (facts) => {
  const stripping = /\bnode\b[^&|;]*(?:--experimental-(?:strip|transform)-types|\s[\w./-]+\.[cm]?ts\b)/u;
  const used = scriptsOf(facts).find(
    ([, command]) => stripping.test(command) && !/--(?:import|loader|require)\b|\btsx\b/u.test(command),
  );
  if (used === undefined) return [];
  return problem(
    'package.json',
    `the script '${used[0]}' (${used[1]}) lets Node take the types away: decorators stay, and are a SyntaxError`,
    'run the file with tsx: node --import tsx file.ts',
  );
};

/** Emitted metadata imports what only types need, and fails at run time. */
export const noEmittedMetadata: SetupCheck = (facts) => {
  if (facts.option('emitDecoratorMetadata') !== true) return [];
  return problem(
    facts.tsconfig ?? 'tsconfig.json',
    `"emitDecoratorMetadata" makes swc and Vite import interfaces at run time, which fails ("does not provide an export named ..."); Sigil does not need it`,
    'remove it, or import types with "import type"',
  );
};

import {
  configIsNotBuilt,
  hasTsconfig,
  importsEsModules,
  marksGeneratedFiles,
  namesItsTsconfig,
  nullsAreStrict,
  saysNoSideEffects,
} from './check-compiler.js';
import {
  nextReadsDecorators,
  nodeRunsNoDecorators,
  noEmittedMetadata,
  oxcReadsDecorators,
  viteReadsDecorators,
} from './check-decorators.js';
import { nodeIsRecent, vitestFitsNode } from './check-versions.js';
import type { SetupCheck, SetupFinding } from './finding.js';
import type { ProjectFacts } from './project-facts.js';

const CHECKS: readonly SetupCheck[] = [
  nodeIsRecent,
  vitestFitsNode,
  hasTsconfig,
  nullsAreStrict,
  importsEsModules,
  configIsNotBuilt,
  viteReadsDecorators,
  nextReadsDecorators,
  oxcReadsDecorators,
  nodeRunsNoDecorators,
  noEmittedMetadata,
  namesItsTsconfig,
  saysNoSideEffects,
  marksGeneratedFiles,
];

/** Everything that the checks find, problems first. */
export function examine(facts: ProjectFacts): readonly SetupFinding[] {
  const findings = CHECKS.flatMap((check) => check(facts));
  return [
    ...findings.filter(({ level }) => level === 'problem'),
    ...findings.filter(({ level }) => level === 'advice'),
  ];
}

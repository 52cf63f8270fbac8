import { problem, type SetupCheck } from './finding.js';
import { major } from './project-facts.js';

/** Sigil runs on Node 20.19 and later. */
export const nodeIsRecent: SetupCheck = (facts) => {
  const [first = 0, second = 0] = facts.node.split('.').map(Number);
  if (first > 20 || (first === 20 && second >= 19)) return [];
  return problem(
    'package.json',
    `Node ${facts.node} runs, and Sigil needs 20.19`,
    'install Node 20.19 or later',
  );
};

/** vitest 5 uses what Node 20 does not have: a failing test crashes the reporter. */
export const vitestFitsNode: SetupCheck = (facts) => {
  const vitest = facts.version('vitest');
  if (major(vitest) < 5 || major(facts.node) >= 22) return [];
  return problem(
    'package.json',
    `vitest ${vitest ?? ''} on Node ${facts.node}: a failing test crashes it ("Map.groupBy is not a function")`,
    'install vitest 4, or run Node 22',
  );
};

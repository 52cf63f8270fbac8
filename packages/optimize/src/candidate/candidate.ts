import { contentHash } from '@sigil/hash';
import type { PredictorState, ProgramState } from '@sigil/spec';

/** A tuned state that was proposed. It never changes. */
export interface Candidate {
  /** Content hash of the state: equal states are one candidate. */
  readonly id: string;
  /** How it came to be, in a few words: `bootstrap 3: 2 bootstrapped and 14 labeled demos`. */
  readonly origin: string;
  readonly state: ProgramState;
}

/** A candidate with a frozen copy of a state, without the parts that say nothing (no demos, no state). */
export function createCandidate(state: ProgramState, origin: string): Candidate {
  const telling = Object.entries(structuredClone(state))
    .map(([path, { demos, ...rest }]): [string, PredictorState] => {
      return [path, demos === undefined || demos.length === 0 ? rest : { ...rest, demos }];
    })
    .filter(([, predictor]) => Object.keys(predictor).length > 0);
  const frozen = deepFreeze(Object.fromEntries(telling));
  return Object.freeze({ id: contentHash(frozen), origin, state: frozen });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

import { stream } from '@sigil/evaluate';
import type { Example } from '@sigil/spec';
import { createCandidate, type Candidate } from '../candidate/candidate.js';
import { withDemos } from '../candidate/with-demos.js';
import { calledPredictor } from '../run/called-predictor.js';
import type { SearchRun } from '../run/search-run.js';
import { labeledDemos } from '../sample/labeled-demos.js';

/** A candidate whose predictors each have up to `count` rows of the trainset as demos. */
export function labeledCandidate<E extends Example, P extends object>(
  run: SearchRun<E, P>,
  count: number,
): Candidate {
  const { train } = run.sets;
  const demos = new Map(
    [...run.predictors].map(([path, signature]) => {
      const drawn = labeledDemos(train, signature, count, stream(run.seed, `labeled/${path}`));
      if (drawn.length === 0)
        run.note(
          `${calledPredictor(path)} got no labeled demo: no row tells one of its inputs and one of its outputs.`,
        );
      return [path, drawn];
    }),
  );
  const total = [...demos.values()].reduce((sum, { length }) => sum + length, 0);
  return createCandidate(withDemos(run.base, demos), `labeled: ${total} labeled demos`);
}

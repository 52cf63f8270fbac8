import { stream } from '@sigil/evaluate';
import type { Demo, SignatureSpec, TraceStep } from '@sigil/spec';
import { project } from '../sample/labeled-demos.js';

/**
 * One demo for each predictor that ran on a row. A predictor that ran several times gives one of its calls: with
 * probability 1/2 the last one, else any of those before it (as DSPy does), drawn from a stream of its own.
 *
 * @param purpose names the random stream: `bootstrap 3/repeated/h:12`
 */
export function tracedDemos(
  trace: readonly TraceStep[],
  predictors: ReadonlyMap<string, SignatureSpec>,
  seed: number,
  purpose: string,
): ReadonlyMap<string, Demo> {
  const demos = new Map<string, Demo>();
  for (const [path, signature] of predictors) {
    const steps = trace.filter((step) => step.path === path);
    const random = stream(seed, `${purpose}/${path}`);
    const isLast = steps.length < 2 || random.uniformInt(0, 1) === 1;
    const step = isLast ? steps.at(-1) : steps[random.uniformInt(0, steps.length - 2)];
    if (step !== undefined) demos.set(path, project({ ...step.inputs, ...step.outputs }, signature));
  }
  return demos;
}

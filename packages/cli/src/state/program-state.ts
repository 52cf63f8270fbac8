import type { Artifact, ProgramState, StateVariants } from '@sigil/spec';

/**
 * The states that a model gets: its own variant, else the one for every model. A predictor without either is left out.
 *
 * @param variants by predictor path
 * @param model id
 */
export function stateFor(variants: Readonly<Record<string, StateVariants>>, model: string): ProgramState {
  return Object.fromEntries(
    Object.entries(variants).flatMap(([path, ofPath]) => {
      const state = ofPath[model] ?? ofPath['*'];
      return state === undefined ? [] : [[path, state]];
    }),
  );
}

/** The state that is committed for a model; `{}` for a signature that nobody has tuned. */
export function committedState(artifact: Artifact, model: string): ProgramState {
  return stateFor(artifact.states ?? {}, model);
}

/** A state in a few words: `4 demos, new instructions`, or `the bare signature`. */
export function describeState(state: ProgramState): string {
  const parts = Object.values(state).flatMap(({ demos = [], instructions, adapter }) => [
    ...(demos.length === 0 ? [] : [`${demos.length} demo${demos.length === 1 ? '' : 's'}`]),
    ...(instructions === undefined ? [] : ['new instructions']),
    ...(adapter === undefined ? [] : [`adapter ${adapter}`]),
  ]);
  return parts.length === 0 ? 'the bare signature' : parts.join(', ');
}

import type { Demo, ProgramState } from '@sigil/spec';

/** Demos by predictor path. */
export type ProgramDemos = ReadonlyMap<string, readonly Demo[]>;

/** The state with these demos and no others; instructions and adapters stay. */
export function withDemos(state: ProgramState, demos: ProgramDemos): ProgramState {
  const paths = [...new Set([...Object.keys(state), ...demos.keys()])];
  return Object.fromEntries(
    paths.map((path) => {
      const { demos: _, ...rest } = state[path] ?? {};
      return [path, { ...rest, demos: demos.get(path) ?? [] }];
    }),
  );
}

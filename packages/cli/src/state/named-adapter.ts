import { UsageError, type ProgramState } from '@sigil/spec';

/**
 * The id of the adapter that `--adapter` names: `json` or `json/1`.
 *
 * @throws UsageError that lists the names
 */
export async function namedAdapter(name: string): Promise<string> {
  // Parsers come with it, which most commands do without.
  const { adapters } = await import('sigil/adapter');
  const found = adapters.find(({ id }) => id === name || shortName(id) === name);
  if (found !== undefined) return found.id;
  throw new UsageError(
    `Cannot use the adapter '${name}': expected one of ${adapters.map(({ id }) => shortName(id)).join(', ')}.`,
  );
}

function shortName(id: string): string {
  return id.replace(/\/\d+$/u, '');
}

/** The state with this adapter for each of these predictors; instructions and demos stay. */
export function inAdapter(state: ProgramState, paths: Iterable<string>, adapter: string): ProgramState {
  return Object.fromEntries(Array.from(paths, (path) => [path, { ...state[path], adapter }]));
}

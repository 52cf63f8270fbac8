import { UsageError, type Adapter } from '@sigil/spec';
import { adapters } from './adapters.js';

/**
 * The adapter that compiled a template or a state.
 *
 * @param id name and format number: `chat/1`
 * @throws UsageError for an adapter or a format that this version does not have
 * @example
 * ```ts
 * adapterById('chat/1') === chatAdapter; // -> true
 * ```
 */
export function adapterById(id: string): Adapter {
  const adapter = adapters.find((one) => one.id === id);
  if (adapter !== undefined) return adapter;
  throw new UsageError(
    `Cannot use adapter '${id}': this version of Sigil has ${adapters.map((one) => `'${one.id}'`).join(', ')}. ` +
      `Run 'sigil generate', or install the version that wrote the artifact.`,
  );
}

import { UsageError, type Adapter } from '@sigil/spec';

/**
 * What was given as an adapter, if it is one: in JavaScript it may be a name, or the function that makes one.
 *
 * @throws UsageError
 */
export function checkAdapter(given: Adapter): Adapter {
  const value: unknown = given;
  if (typeof value === 'object' && value !== null && 'compile' in value && 'id' in value) return given;
  const found = typeof value === 'string' ? `the text '${value}'` : `a ${typeof value}`;
  throw new UsageError(
    `Cannot use ${found} as an adapter: wanted one of 'sigil/adapter', such as jsonAdapter or twoStep().`,
  );
}

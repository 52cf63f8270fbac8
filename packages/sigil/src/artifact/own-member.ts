/**
 * A member of a record that is its own: a model or a path may be called like something that every object has,
 * `constructor`.
 *
 * @param record undefined has no members
 */
export function ownMember<T>(
  record: { readonly [name: string]: T } | undefined,
  name: string,
): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

import type { Direction, FieldSpec } from '@sigil/spec';

/**
 * What differs between the decorated fields of a class and those of its artifact: names and directions.
 *
 * @returns one sentence for each field that differs
 */
export function compareFields(
  inClass: ReadonlyMap<string, Direction>,
  inArtifact: readonly FieldSpec[],
): string[] {
  const word = { in: 'input', out: 'output' } as const;
  const compiled = new Map(inArtifact.map((field) => [field.name, field.direction]));
  const differences: string[] = [];
  for (const [name, direction] of inClass) {
    const before = compiled.get(name);
    if (before === undefined) differences.push(`${word[direction]} '${name}' was added`);
    else if (before !== direction)
      differences.push(`'${name}' was an ${word[before]} and is an ${word[direction]}`);
  }
  for (const [name, direction] of compiled) {
    if (!inClass.has(name)) differences.push(`${word[direction]} '${name}' was removed`);
  }
  return differences;
}

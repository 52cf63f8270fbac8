import type { BasisChanges, FieldChange } from './compare-basis.js';

const word = { in: 'input', out: 'output' } as const;

/**
 * What changed since a state was tuned, one sentence each.
 *
 * @param leftOut fields whose values are not used, and in how many demos
 * @param id of the signature, for the command that follows a renamed field
 */
export function describeBasisChanges(
  { instructions, fields, renamed }: BasisChanges,
  leftOut: ReadonlyMap<string, number>,
  id: string,
): readonly string[] {
  return [
    ...(instructions === undefined
      ? []
      : [`the instructions of the class were edited (${instructions[0]} to ${instructions[1]})`]),
    ...fields.map((change) => sentence(change) + unusedValues(leftOut.get(change.name) ?? 0)),
    ...(renamed.length === 0 ? [] : [renameSentence(renamed, id)]),
  ];
}

function sentence({ name, kind, direction, values = [] }: FieldChange): string {
  if (kind === 'widened') {
    return `${word[direction]} '${name}' may be ${values.map((value) => JSON.stringify(value)).join(', ')} too`;
  }
  if (kind === 'moved') {
    const before = direction === 'in' ? 'out' : 'in';
    return `'${name}' was an ${word[before]} and is an ${word[direction]} now`;
  }
  const said = {
    added: 'was added',
    removed: 'was removed',
    retyped: 'has another type',
    reworded: 'is described in other words',
  } as const;
  return `${word[direction]} '${name}' ${said[kind]}`;
}

function unusedValues(demos: number): string {
  if (demos === 0) return '';
  return `: its values are left out of ${demos} demo${demos === 1 ? '' : 's'}`;
}

function renameSentence(renamed: BasisChanges['renamed'], id: string): string {
  const pairs = renamed.map(([before, now]) => `'${before}' seems to be '${now}' now`).join(', ');
  const command = `sigil migrate ${id} ${renamed.map((pair) => pair.join('=')).join(' ')}`;
  return `${pairs}: run '${command}' to keep ${renamed.length === 1 ? 'its' : 'their'} values`;
}

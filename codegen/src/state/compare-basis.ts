import type { FieldBasis, FieldSpec, SignatureSpec, StateBasis } from '@sigil/spec';
import { basisOf } from './basis.js';

/** What became of one field since the state was tuned. */
export interface FieldChange {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'retyped' | 'moved' | 'reworded';
  readonly direction: 'in' | 'out';
}

/** How a signature differs from the one that a state was tuned for. */
export interface BasisChanges {
  /** The hashes before and now, where the class's own instructions were edited. */
  readonly instructions?: readonly [before: string, now: string];
  readonly fields: readonly FieldChange[];
  /** Removed and added fields that have one shape: most likely the same field under a new name. */
  readonly renamed: readonly (readonly [before: string, now: string])[];
}

/** Compares by name: the order of fields does not count. */
export function compareBasis(before: StateBasis, spec: SignatureSpec): BasisChanges {
  const now = basisOf(spec);
  const fields: FieldChange[] = [];
  for (const field of spec.fields) {
    const old = Object.hasOwn(before.fields, field.name) ? before.fields[field.name] : undefined;
    const kind = changeOf(old, now.fields[field.name]);
    if (kind !== undefined) fields.push({ name: field.name, kind, direction: field.direction });
  }
  for (const [name, [direction]] of Object.entries(before.fields)) {
    if (!spec.fields.some((field) => field.name === name)) fields.push({ name, kind: 'removed', direction });
  }
  return {
    ...(before.instructions === now.instructions
      ? {}
      : { instructions: [before.instructions, now.instructions] as const }),
    fields,
    renamed: findRenamed(before, now, fields),
  };
}

function changeOf(
  before: FieldBasis | undefined,
  now: FieldBasis | undefined,
): FieldChange['kind'] | undefined {
  if (before === undefined || now === undefined) return 'added';
  if (before[0] !== now[0]) return 'moved';
  if (before[1] !== now[1]) return 'retyped';
  return before[2] === now[2] ? undefined : 'reworded';
}

function findRenamed(
  before: StateBasis,
  now: StateBasis,
  changes: readonly FieldChange[],
): readonly (readonly [string, string])[] {
  const shape = ([direction, hash]: FieldBasis): string => `${direction} ${hash}`;
  const of = (kind: FieldChange['kind'], basis: StateBasis) =>
    changes.flatMap(({ name, kind: found }) => {
      const field = found === kind ? basis.fields[name] : undefined;
      return field === undefined ? [] : [{ name, shape: shape(field) }];
    });
  const added = of('added', now);
  return of('removed', before).flatMap(({ name, shape: wanted }) => {
    const same = added.filter((field) => field.shape === wanted);
    const [only] = same;
    return same.length === 1 && only !== undefined ? [[name, only.name] as const] : [];
  });
}

/** True for a field that may be absent. */
export function mayBeAbsent(field: FieldSpec): boolean {
  return field.optional === true || field.default !== undefined;
}

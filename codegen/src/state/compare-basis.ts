import type { EnumType, FieldBasis, SignatureSpec, StateBasis } from '@sigil/spec';
import { basisOf, valuesAddedTo } from './basis.js';

/** What became of one field since the state was tuned. */
export interface FieldChange {
  readonly name: string;
  /** `widened`: an enum has more values. `moved`: an input became an output, or the other way round. */
  readonly kind: 'added' | 'removed' | 'retyped' | 'widened' | 'moved' | 'reworded';
  /** As it is now; as it was, for a field that is gone. */
  readonly direction: 'in' | 'out';
  /** Of a widened enum. */
  readonly values?: EnumType['values'];
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
    const kind = changeOf(fieldOf(before, field.name), fieldOf(now, field.name));
    if (kind === undefined) continue;
    const { name, direction } = field;
    const old = fieldOf(before, name);
    const values = kind === 'retyped' && old !== undefined ? valuesAddedTo(field, old) : undefined;
    fields.push(
      values === undefined ? { name, kind, direction } : { name, kind: 'widened', direction, values },
    );
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

/** Pairs of which nobody could mean another: one removed and one added field of a direction and shape. */
function findRenamed(
  before: StateBasis,
  now: StateBasis,
  changes: readonly FieldChange[],
): readonly (readonly [string, string])[] {
  const byShape = (kind: FieldChange['kind'], basis: StateBasis): ReadonlyMap<string, readonly string[]> => {
    const names = new Map<string, string[]>();
    for (const change of changes) {
      const field = change.kind === kind ? fieldOf(basis, change.name) : undefined;
      if (field === undefined) continue;
      const shape = `${field[0]} ${field[1]}`;
      names.set(shape, [...(names.get(shape) ?? []), change.name]);
    }
    return names;
  };
  const added = byShape('added', now);
  return [...byShape('removed', before)].flatMap(([shape, removed]) => {
    const [old, ...otherOld] = removed;
    const [name, ...otherNew] = added.get(shape) ?? [];
    const isOnly = otherOld.length + otherNew.length === 0;
    return isOnly && old !== undefined && name !== undefined ? [[old, name] as const] : [];
  });
}

function fieldOf({ fields }: StateBasis, name: string): FieldBasis | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

import type { UnionType, ValueType } from '@sigil/spec';
import { followedType } from './followed-type.js';
import { valueShownAs } from './shown-value.js';

/**
 * The variant that the discriminator of an object names: by its name or its alias, with the value or what is shown for
 * it. Undefined where it names none.
 *
 * @param references the recursive types around
 */
export function namedVariant(
  { variants, discriminator }: UnionType,
  value: unknown,
  references: ReadonlyMap<string, ValueType>,
): ValueType | undefined {
  if (discriminator === undefined || typeof value !== 'object' || value === null) return undefined;
  return variants.find((variant) => {
    const type = followedType(variant, references);
    const key =
      type?.kind === 'object' ? type.properties.find((one) => one.name === discriminator) : undefined;
    if (key?.type.kind !== 'enum') return false;
    const said: unknown = Reflect.get(value, Object.hasOwn(value, key.name) ? key.name : (key.alias ?? ''));
    return valueShownAs(key.type, said) !== undefined;
  });
}

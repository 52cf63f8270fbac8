import { valueShownAs } from '@sigil/schema';
import { ParseError, type Coercion, type UnionType, type ValueType } from '@sigil/spec';
import { nameKey } from '../template/field-name.js';
import { followed, type CoerceContext, type Fit } from './coerce-context.js';
import { mismatch } from './mismatch.js';

/**
 * The variant that a value is meant as: the one that its discriminator names, else the one that takes it with the
 * fewest changes. The first of several such variants.
 *
 * @throws ParseError where no variant takes it
 */
export function coerceUnion(
  value: unknown,
  type: UnionType,
  path: string,
  context: CoerceContext,
  fit: Fit,
): unknown {
  const named = variantNamed(value, type, context);
  if (named !== undefined) return fit(value, named, path, context);
  let best: { readonly value: unknown; readonly coercions: readonly Coercion[] } | undefined;
  for (const variant of type.variants) {
    const coercions: Coercion[] = [];
    try {
      const read = fit(value, variant, path, { ...context, coercions });
      if (best === undefined || coercions.length < best.coercions.length) best = { value: read, coercions };
    } catch (error) {
      if (!ParseError.isInstance(error)) throw error;
    }
  }
  if (best === undefined) throw mismatch(value, type, path, context);
  context.coercions.push(...best.coercions);
  return best.value;
}

function variantNamed(
  value: unknown,
  { discriminator, variants }: UnionType,
  context: CoerceContext,
): ValueType | undefined {
  if (discriminator === undefined || typeof value !== 'object' || value === null) return undefined;
  return variants.find((variant) => {
    const [body] = followed(variant, context);
    const property =
      body.kind === 'object' ? body.properties.find((one) => one.name === discriminator) : undefined;
    if (property?.type.kind !== 'enum') return false;
    const keys = new Set([property.name, property.alias ?? property.name].map(nameKey));
    const given: unknown = Object.entries(value).find(([name]) => keys.has(nameKey(name)))?.[1];
    return valueShownAs(property.type, given) !== undefined;
  });
}

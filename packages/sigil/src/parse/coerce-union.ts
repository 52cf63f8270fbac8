import { ParseError, type Coercion, type EnumType, type UnionType, type ValueType } from '@sigil/spec';
import { nameKey } from '../template/field-name.js';
import { followed, type CoerceContext, type Fit } from './coerce-context.js';
import { mismatch } from './mismatch.js';

interface Candidate {
  readonly value: unknown;
  readonly coercions: readonly Coercion[];
}

/**
 * The variant that a value is meant as: the one that its discriminator names, else the one that takes it with the
 * fewest changes, a text as it stands before others.
 *
 * @throws ParseError where no variant takes it, or where several do that change it into different values
 */
export function coerceUnion(
  value: unknown,
  type: UnionType,
  path: string,
  context: CoerceContext,
  fit: Fit,
): unknown {
  if (type.discriminator !== undefined) {
    return fit(value, variantNamed(value, type, type.discriminator, path, context, fit), path, context);
  }
  const candidates = type.variants.flatMap((variant) => candidate(value, variant, path, context, fit));
  const least = Math.min(...candidates.map(({ coercions }) => coercions.length));
  const best = candidates.filter(({ coercions }) => coercions.length === least);
  const [first] = best;
  if (first === undefined) throw mismatch(value, type, path, context);
  if (least === 0) return (best.find((one) => one.value === value) ?? first).value;
  const read = JSON.stringify(first.value);
  if (best.some((one) => JSON.stringify(one.value) !== read)) throw mismatch(value, type, path, context);
  context.coercions.push(...first.coercions);
  return first.value;
}

function candidate(
  value: unknown,
  variant: ValueType,
  path: string,
  context: CoerceContext,
  fit: Fit,
): readonly Candidate[] {
  const coercions: Coercion[] = [];
  try {
    return [{ value: fit(value, variant, path, { ...context, coercions }), coercions }];
  } catch (error) {
    if (!ParseError.isInstance(error)) throw error;
    return [];
  }
}

/** @throws ParseError at the discriminator, with its values, where it names no variant */
function variantNamed(
  value: unknown,
  type: UnionType,
  discriminator: string,
  path: string,
  context: CoerceContext,
  fit: Fit,
): ValueType {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    // An object that stands in a text says its variant when it is read.
    const json: unknown =
      typeof value === 'string' ? fit(value, { kind: 'json' }, path, { ...context, coercions: [] }) : value;
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      throw mismatch(value, type, path, context);
    return variantNamed(json, type, discriminator, path, context, fit);
  }
  const variants = type.variants.flatMap((variant) => {
    const [body] = followed(variant, context);
    const property =
      body.kind === 'object' ? body.properties.find((one) => one.name === discriminator) : undefined;
    return property?.type.kind === 'enum' ? [{ variant, key: property.type, names: namesOf(property) }] : [];
  });
  const names = new Set(variants.flatMap((one) => one.names));
  const given: unknown = Object.entries(value).find(([name]) => names.has(nameKey(name)))?.[1];
  const at = path === '' ? discriminator : `${path}.${discriminator}`;
  const all = oneOfAll(variants.map(({ key }) => key));
  if (given === undefined) throw mismatch('', all, at, context);
  const meant = fit(given, all, at, { ...context, coercions: [] });
  const named = variants.find(({ key }) => key.values.some((one) => one === meant));
  if (named === undefined) throw mismatch(given, all, at, context);
  return named.variant;
}

function namesOf({
  name,
  alias = name,
}: {
  readonly name: string;
  readonly alias?: string;
}): readonly string[] {
  return [name, alias].map(nameKey);
}

function oneOfAll(keys: readonly EnumType[]): EnumType {
  return {
    kind: 'enum',
    values: keys.flatMap((key) => key.values),
    members: keys.flatMap((key) => key.values.map((_, at) => key.members?.[at] ?? {})),
  };
}

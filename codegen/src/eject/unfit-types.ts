import { formatPattern, innerTypes } from '@sigil/schema';
import { UsageError, type FieldSpec, type SignatureSpec, type ValueType } from '@sigil/spec';

/**
 * Refuses a signature with values that take more code than a person wants to read in one file.
 *
 * @throws UsageError that names the fields
 */
export function requireEjectable({ id, fields }: SignatureSpec): void {
  const problems = fields.flatMap((field) => {
    const problem = problemOf(field.type, field);
    return problem === undefined ? [] : [`field '${field.name}' is ${problem}`];
  });
  if (!fields.some(({ direction }) => direction === 'out')) problems.push('it has no outputs');
  if (problems.length === 0) return;
  throw new UsageError(
    `Cannot eject ${id}: ${problems.join('; ')}. Such values need Sigil's own reader: keep the signature, or change its type. ` +
      'Nothing was written.',
  );
}

function problemOf(type: ValueType, field: FieldSpec): string | undefined {
  return ownProblem(type, field) ?? firstOf(innerTypes(type), (one) => problemOf(one, field));
}

function ownProblem(type: ValueType, { direction }: FieldSpec): string | undefined {
  if (type.kind === 'union') return unionProblem(type);
  const inherited = type.kind === 'object' ? type.properties.find(({ name }) => name in {}) : undefined;
  if (inherited !== undefined)
    return `an object with a property '${inherited.name}', as every object has one`;
  if (type.kind !== 'string' || direction === 'in') return undefined;
  const { format, pattern } = type.constraints ?? {};
  if (format === undefined) return undefined;
  if (formatPattern(format) === undefined)
    return `text in the format ${format}, which no single pattern checks`;
  return pattern === undefined ? undefined : 'text with a pattern and a format at once';
}

function unionProblem({
  discriminator,
  variants,
}: Extract<ValueType, { kind: 'union' }>): string | undefined {
  if (discriminator !== undefined)
    return variants.every(({ kind }) => kind === 'object') ? undefined : 'a union that holds itself';
  const kinds = new Set(variants.map(({ kind }) => kind));
  const isSimple = [...kinds].every((kind) => kind === 'string' || kind === 'number' || kind === 'boolean');
  return isSimple && kinds.size === variants.length
    ? undefined
    : 'a union of types that no property tells apart';
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== undefined) return picked;
  }
  return undefined;
}

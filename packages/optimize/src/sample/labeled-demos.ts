import { fieldsToJson, valueFaults } from '@sigil/schema';
import { sample, type RandomStream } from '@sigil/evaluate';
import type { Demo, Direction, JsonValue, SignatureSpec } from '@sigil/spec';
import type { TrainRow } from './train-row.js';

/**
 * Up to `count` rows in random order as demos of one predictor. A row that tells none of its inputs or none of its
 * outputs shows nothing and is left out, and so is one that tells something of the same name for another predictor.
 * Every predictor is given the whole pool, so that no predictor's draw narrows another's (DSPy's BootstrapFewShot nests
 * them).
 */
export function labeledDemos(
  pool: readonly TrainRow[],
  signature: SignatureSpec,
  count: number,
  random: RandomStream,
): Demo[] {
  const telling = pool
    .filter(({ values }) => tellsOne(values, signature, 'in') && tellsOne(values, signature, 'out'))
    .map(({ example }) => project(fieldsToJson(signature.fields, example), signature))
    .filter((demo) => fits(demo, signature));
  return sample(telling, count, random);
}

function tellsOne(values: Demo, { fields }: SignatureSpec, direction: Direction): boolean {
  const names = fields.filter((field) => field.direction === direction).map(({ name }) => name);
  return names.length === 0 || names.some((name) => values[name] !== undefined);
}

function fits(demo: Demo, { fields }: SignatureSpec): boolean {
  return fields.every(({ name, type, optional }) => {
    const value = demo[name];
    // Null is how a row says that an output is absent.
    if (value === undefined || (value === null && optional === true)) return true;
    return valueFaults(type, value).length === 0;
  });
}

/** The fields of a signature that a row has, in the signature's order. */
export function project(values: Readonly<Record<string, JsonValue>>, { fields }: SignatureSpec): Demo {
  return Object.fromEntries(
    fields.flatMap(({ name }): [string, JsonValue][] => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

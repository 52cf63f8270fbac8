import { sample, type RandomStream } from '@sigil/evaluate';
import type { Demo, JsonValue, SignatureSpec } from '@sigil/spec';
import type { TrainRow } from './train-row.js';

/** A demo that was read off a row. */
export interface LabeledDemo {
  readonly demo: Demo;
  readonly row: TrainRow;
}

/**
 * Up to `count` rows in random order as demos of one predictor. Rows that tell none of its outputs show nothing and are
 * left out. Every predictor is given the whole pool, so that no predictor's draw narrows another's (DSPy's
 * BootstrapFewShot nests them).
 */
export function labeledDemos(
  pool: readonly TrainRow[],
  signature: SignatureSpec,
  count: number,
  random: RandomStream,
): LabeledDemo[] {
  const outputs = signature.fields.filter(({ direction }) => direction === 'out');
  const telling = pool.filter(({ values }) => outputs.some(({ name }) => values[name] !== undefined));
  return sample(telling, count, random).map((row) => ({ demo: project(row.values, signature), row }));
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

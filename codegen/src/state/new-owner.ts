import type { SignatureSpec, TunedFile, TunedPredictor } from '@sigil/spec';
import { basisOf } from './basis.js';

/** The one class that has exactly the fields that a state was tuned for; undefined where none has, or several. */
export function newOwner(tuned: TunedFile, specs: readonly SignatureSpec[]): string | undefined {
  const same = specs.find(({ id }) => id === tuned.program);
  if (same !== undefined) return same.id;
  const predictor = tuned.predictors[''];
  if (predictor === undefined) return undefined;
  const [only, ...others] = specs.filter((spec) => hasFieldsOf(predictor.basedOn.fields, spec));
  return others.length === 0 ? only?.id : undefined;
}

function hasFieldsOf(fields: TunedPredictor['basedOn']['fields'], spec: SignatureSpec): boolean {
  const shapes = (all: TunedPredictor['basedOn']['fields']): string =>
    Object.entries(all)
      .map(([name, [direction, shape]]) => `${name} ${direction} ${shape}`)
      .sort()
      .join('\n');
  return shapes(fields) === shapes(basisOf(spec).fields);
}

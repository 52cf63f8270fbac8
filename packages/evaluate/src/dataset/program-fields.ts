import type { FieldSpec, Program } from '@sigil/spec';

/** What a program takes and what it gives. Undefined where nobody knows. */
export interface ProgramFields {
  readonly inputs: readonly FieldSpec[] | undefined;
  readonly outputs: readonly FieldSpec[] | undefined;
}

/**
 * What a program takes and gives: the fields of a lone signature, or what the `forward` of a compiled program does.
 *
 * @example
 * ```ts
 * programFields(new Predict(Ticket)).inputs?.map(({ name }) => name); // -> ['message']
 * ```
 */
export function programFields(program: Program): ProgramFields {
  const predictors = program.namedPredictors();
  const lone = predictors.size === 1 ? predictors.get('') : undefined;
  if (lone !== undefined) {
    return {
      inputs: lone.fields.filter(({ direction }) => direction === 'in'),
      outputs: lone.fields.filter(({ direction }) => direction === 'out'),
    };
  }
  const compiled = program['~compiled'];
  return { inputs: compiled?.inputs, outputs: compiled?.outputs };
}

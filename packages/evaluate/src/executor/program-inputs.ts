import type { Example, Program } from '@sigil/spec';
import { programFields } from '../dataset/program-fields.js';
import { copyOf } from '../metric/copy-of.js';

/**
 * The part of a row that a program is given. Expected outputs are held back, so that no program can read its answer:
 * a lone signature gets its input fields, a compiled program what its `forward` takes, and one of which that is not
 * known every field that no predictor answers. It is a copy: whatever the program does with it, the row stays.
 */
export function programInputs(program: Program, example: Example): Readonly<Record<string, unknown>> {
  const { inputs: taken } = programFields(program);
  const inputs = new Set(taken?.map(({ name }) => name));
  const answered = new Set(
    [...program.namedPredictors().values()].flatMap(({ fields }) => {
      return fields.filter(({ direction }) => direction === 'out').map(({ name }) => name);
    }),
  );
  const isInput = (name: string): boolean => (taken === undefined ? !answered.has(name) : inputs.has(name));
  return copyOf(Object.fromEntries(Object.entries(example).filter(([name]) => isInput(name))));
}

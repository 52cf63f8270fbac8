import type { FieldSpec, PredictorSpec, ProgramSpec } from '@sigil/spec';
import type { ProgramDeclaration } from '../declaration/program-declaration.js';
import { signatureId } from '../sources/source-paths.js';

/** What the runtime is told of a program. */
export function programSpec(
  file: string,
  { name, needs, predictors }: ProgramDeclaration,
  fields: { readonly inputs?: readonly FieldSpec[]; readonly outputs?: readonly FieldSpec[] },
): ProgramSpec {
  return {
    id: signatureId(file, name ?? ''),
    ...(needs.length === 0 ? {} : { needs }),
    predictors: Object.fromEntries(
      predictors.map(({ path, signature }): [string, PredictorSpec] => [path, { signature }]),
    ),
    ...fields,
  };
}

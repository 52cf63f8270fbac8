import type { FieldSpec, JsonValue, SignatureSpec } from '@sigil/spec';
import type { FakeLM } from '@sigil/testing';
import { generatedSchemas } from '../../../codegen/test/generated-schemas.js';
import { chatAdapter } from '../src/adapter/index.js';
import { InputField, OutputField, Predict, type PredictOptions } from '../src/index.js';

/** An output field. */
export function output(name: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, direction: 'out', type, ...more };
}

/** Runs a predictor of a signature with one input and these outputs, as if they were generated from a class. */
export async function runOf(
  outputs: readonly FieldSpec[],
  lm: FakeLM,
  options: Pick<PredictOptions, 'adapter' | 'maxReasks'> = {},
) {
  const message: FieldSpec = { name: 'message', direction: 'in', type: { kind: 'string' } };
  const spec: SignatureSpec = { id: 'src/a.ts#A', instructions: 'Route it.', fields: [message, ...outputs] };
  class A {
    static readonly artifact: unknown = {
      format: 1,
      kind: 'signature',
      spec,
      wire: {},
      template: chatAdapter.compile(spec),
      schemas: () => generatedSchemas(spec.fields),
    };
  }
  InputField()(A.prototype, 'message');
  for (const { name } of outputs) OutputField()(A.prototype, name);
  // The class is made here, and no compiler knows its fields.
  const predict = new Predict(A as never, { lm, ...options });
  return predict.runWithReport({ message: 'm' } as never) as Promise<{
    outputs: Readonly<Record<string, JsonValue>>;
    report: Awaited<ReturnType<typeof predict.runWithReport>>['report'];
  }>;
}

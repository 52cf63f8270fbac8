import type { CallReport, FieldSpec, JsonValue, SignatureSpec } from '@sigil/spec';
import type { FakeLM } from '@sigil/testing';
import { generatedSchemas } from '../../../codegen/test/generated-schemas.js';
import { chatAdapter } from '../src/adapter/index.js';
import { InputField, OutputField, Predict } from '../src/index.js';

/** An output field. */
export function output(name: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, direction: 'out', type, ...more };
}

/** Runs a predictor of a signature with one input and these outputs, as if they were generated from a class. */
export async function runOf(outputs: readonly FieldSpec[], lm: FakeLM) {
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
  // The decorators want the properties of a class as it is written.
  (InputField() as PropertyDecorator)(A.prototype, 'message');
  for (const { name } of outputs) (OutputField() as PropertyDecorator)(A.prototype, name);
  const predict = new Predict(A as never, { lm });
  return (await predict.runWithReport({ message: 'm' } as never)) as {
    readonly outputs: Readonly<Record<string, JsonValue>>;
    readonly report: CallReport;
  };
}

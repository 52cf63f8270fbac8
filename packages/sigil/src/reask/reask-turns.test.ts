import { InputField, OutputField, Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import type { FieldSpec, SignatureSpec, ValueType } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { generatedSchemas } from '../../../../codegen/test/generated-schemas.js';
import { chatAdapter } from '../adapter/index.js';

const text: ValueType = { kind: 'string' };
const share: ValueType = { kind: 'number', constraints: { minimum: 0, maximum: 1 } };

function out(name: string, type: ValueType, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, direction: 'out', type, ...more };
}

const team = out('team', { kind: 'enum', values: ['billing', 'technical', 'sales'] });
const urgency = out('urgency', share);

/** A predictor of a signature with these outputs. */
function predictorOf(fields: readonly FieldSpec[], lm: FakeLM) {
  const spec: SignatureSpec = {
    id: 'src/a.ts#A',
    instructions: 'Route it.',
    fields: [{ name: 'message', direction: 'in', type: text }, ...fields],
  };
  class A {
    static readonly artifact = {
      format: 1,
      kind: 'signature',
      spec,
      wire: {},
      template: chatAdapter.compile(spec),
      schemas: () => generatedSchemas(spec.fields),
    };
    message!: string;
  }
  InputField()(A.prototype, 'message');
  for (const { name } of fields) OutputField()(A.prototype, name);
  return new Predict(A as never, { lm });
}

/** The turn that asks again, without how to answer. */
async function again(fields: readonly FieldSpec[], reply: string): Promise<string> {
  const lm = new FakeLM([reply, reply]);
  await predictorOf(fields, lm)
    .run({ message: 'm' } as never)
    .catch(() => undefined);
  expect(lm.calls).toHaveLength(2);
  const [assistant, user] = lm.calls[1]?.messages.slice(-2) ?? [];
  expect(assistant).toEqual({ role: 'assistant', content: reply });
  const [shown = '', format] = user?.content.split('\n\nAnswer with ') ?? [];
  expect(format).toMatch(/and nothing else:\n/u);
  return shown;
}

describe('a reply that is shown again', () => {
  it('has the error at the end of the line of its field', async () => {
    expect(await again([team, urgency], 'team: billing\nurgency: 7')).toMatchInlineSnapshot(`
      "That answer cannot be used. Here it is again, with remarks (<-- ...) behind what is wrong:

      \`\`\`
      team: billing
      urgency: 7   <-- must be at most 1
      \`\`\`

      Write the whole answer again without the remarks."
    `);
  });

  it('has each error behind its value in minified JSON', async () => {
    const level = out('level', { kind: 'number', integer: true });
    expect(await again([team, urgency, level], '{"team":"billing","urgency":7,"level":3}'))
      .toMatchInlineSnapshot(`
      "That answer cannot be used. Here it is again, with remarks (/* ... */) behind what is wrong:

      \`\`\`
      {"team":"billing","urgency":7 /* must be at most 1 */,"level":3}
      \`\`\`

      Write the whole answer again without the remarks."
    `);
    expect(await again([urgency, out('sure', share)], '{"urgency":7,"sure":-1}')).toMatchInlineSnapshot(`
      "That answer cannot be used. Here it is again, with remarks (/* ... */) behind what is wrong:

      \`\`\`
      {"urgency":7 /* must be at most 1 */,"sure":-1 /* must be at least 0 */}
      \`\`\`

      Write the whole answer again without the remarks."
    `);
  });
});

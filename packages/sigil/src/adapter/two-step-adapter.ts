import type { Adapter, LanguageModel, Message, SignatureSpec } from '@sigil/spec';
import { adapterOf, firstLine } from './adapter-of.js';
import { chatAdapter, chatLayout } from './chat-adapter.js';
import { spokenOutputs } from './spoken-type.js';

/**
 * Two requests: the model first answers in its own words, then the fields are read out of what it said. For models that
 * answer worse when they have to keep to a format, and for reasoning models. The second request has the layout of
 * {@link chatAdapter}.
 *
 * @param options `lm` reads the answer; the model of the call unless given
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer in your own words. Say clearly:
 *            - team: one of billing, technical, sales
 * user       Route a support ticket to the team that can solve it.
 *            message: I was charged twice.
 * assistant  This is a matter of money, so billing should take it.
 *
 * system     Read the fields from an answer. Take over what it says and add nothing.
 *
 *            Answer with this line and nothing else:
 *            team: billing or technical or sales
 * user       Read the fields from an answer. Take over what it says and add nothing.
 *            answer: This is a matter of money, so billing should take it.
 * assistant  team: billing
 * ```
 * @example
 * ```ts
 * const small = new FakeLM(['team: billing']);
 * new Predict(Ticket, { adapter: twoStep({ lm: small }) });
 * ```
 */
export function twoStep({ lm }: { readonly lm?: LanguageModel } = {}): Adapter {
  return adapterOf({
    ...chatLayout,
    id: 'two-step/1',
    asks: (outputs) => [spokenOutputs(outputs)],
    extraction: { ...(lm === undefined ? {} : { lm }), request: extractionRequest },
  });
}

/** {@link twoStep} with one model for both requests. */
export const twoStepAdapter: Adapter = twoStep();

const INSTRUCTIONS = 'Read the fields from an answer. Take over what it says and add nothing.';

const memory = new WeakMap<SignatureSpec, SignatureSpec>();

function extractionRequest(spec: SignatureSpec, answer: string): readonly Message[] {
  let reading = memory.get(spec);
  if (reading === undefined) {
    reading = extractionSpec(spec);
    memory.set(spec, reading);
  }
  const [input] = reading.fields;
  return chatAdapter.fill(chatAdapter.compile(reading), reading, { [input?.name ?? '']: answer });
}

/** The answer as the only input, under a name that no field has. */
function extractionSpec({ id, instructions, fields }: SignatureSpec): SignatureSpec {
  const taken = new Set(fields.flatMap(({ name, alias = name }) => [name, alias]));
  let name = 'answer';
  while (taken.has(name)) name = `given_${name}`;
  const task = firstLine(instructions);
  return {
    id,
    instructions: task === '' ? INSTRUCTIONS : `${INSTRUCTIONS}\nThe task was: ${task}`,
    fields: [
      { name, direction: 'in', type: { kind: 'string' } },
      ...fields.filter(({ direction }) => direction === 'out'),
    ],
  };
}

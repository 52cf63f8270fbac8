import type { PredictorState, PromptTemplate, SignatureSpec } from '@sigil/spec';
import type { CompileOptions } from '../src/index.js';

/** Prompts without the words of any real adapter, so that the samples change only when the compiler does. */
export const plainAdapter: CompileOptions['adapters'][0] = { id: 'plain/1', compile: plainTemplate };

function plainTemplate(spec: SignatureSpec, state?: PredictorState): PromptTemplate {
  const names = (direction: 'in' | 'out') =>
    spec.fields.filter((field) => field.direction === direction).map((field) => field.name);
  const instructions = state?.instructions?.join('\n') ?? spec.instructions;
  return {
    adapter: 'plain/1',
    messages: [
      { role: 'system', parts: [`${instructions}\n\nAnswer with: ${names('out').join(', ')}`] },
      ...(state?.demos ?? []).flatMap((demo) => [
        {
          role: 'user' as const,
          parts: [
            names('in')
              .map((name) => `${name}: ${String(demo[name])}`)
              .join('\n'),
          ],
        },
        {
          role: 'assistant' as const,
          parts: [
            names('out')
              .map((name) => `${name}: ${String(demo[name])}`)
              .join('\n'),
          ],
        },
      ]),
      { role: 'user', parts: names('in').map((name) => ({ slot: name, before: `${name}: ` })) },
    ],
  };
}

import { inDeclaredOrder } from '@sigil/schema';
import type { Adapter, FieldSpec } from '@sigil/spec';
import { renderValue } from '../template/render-value.js';
import { shownName } from '../template/shown-name.js';
import { adapterOf } from './adapter-of.js';
import { outputWords } from './output-lines.js';
import { readTagReply } from './read-tags.js';

/**
 * One tag for each field, for inputs and outputs alike; what is no text stands as JSON in its tag. For long texts, and for
 * models that were taught to write tags.
 *
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer with this tag and nothing else:
 *            <team>billing or technical or sales</team>
 * user       Route a support ticket to the team that can solve it.
 *            <message>I was charged twice.</message>
 * assistant  <team>billing</team>
 * ```
 * @example
 * ```ts
 * xmlAdapter.parse(predict.artifact.spec, 'Sure: <Team>Billing</Team>').values; // -> { team: 'billing' }
 * ```
 */
export const xmlAdapter: Adapter = adapterOf({
  id: 'xml/1',
  syntax: ({ tags }) => tags,
  around: (input) => ({ before: `\n<${shownName(input)}>`, after: `</${shownName(input)}>` }),
  asks: (outputs) => [outputTags(outputs)],
  asksAgain: outputTags,
  answer: (outputs, demo, syntax) =>
    outputs
      .map((field) => {
        const value = inDeclaredOrder(field.type, demo[field.name] ?? null);
        return tagged(shownName(field), renderValue(field, value, syntax));
      })
      .join('\n'),
  read: readTagReply,
});

function outputTags(outputs: readonly FieldSpec[]): string {
  const these = outputs.length === 1 ? 'this tag' : 'these tags';
  const lines = outputs.map((field) => tagged(shownName(field), outputWords(field)));
  return [`Answer with ${these} and nothing else:`, ...lines].join('\n');
}

function tagged(name: string, text: string): string {
  return `<${name}>${text}</${name}>`;
}

import { inDeclaredOrder, toPrompt } from '@sigil/schema';
import type { Adapter, Demo, FieldSpec } from '@sigil/spec';
import type { MarkerSyntax } from '../template/field-marker.js';
import { oneLineJson } from '../template/render-value.js';
import { shownName } from '../template/shown-name.js';
import { adapterOf } from './adapter-of.js';
import { compactNotation } from './compact-notation.js';
import { lineAround } from './field-lines.js';
import { readJsonReply } from './read-json.js';

/**
 * One JSON object, asked for in the notation of TypeScript: it costs less than half of the tokens of a JSON schema. For
 * large outputs, and for models that do not keep their replies to a schema.
 *
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer with one JSON object of this type and nothing else:
 *            {
 *              team: "billing" | "technical" | "sales"
 *              urgency?: number // from 0 to 1. 1 is an outage.
 *            }
 * user       Route a support ticket to the team that can solve it.
 *            message: I was charged twice.
 * assistant  {"team":"billing"}
 * ```
 * @example
 * ```ts
 * compactAdapter.parse(predict.artifact.spec, '{team: "Billing"}').values; // -> { team: 'billing' }
 * ```
 */
export const compactAdapter: Adapter = adapterOf({
  id: 'compact/1',
  syntax: ({ lines }) => lines,
  around: lineAround,
  asks: (outputs) => [outputObject(outputs)],
  asksAgain: outputObject,
  answer: jsonAnswer,
  json: 'plain',
  read: (text, parts) => readJsonReply(text, parts, false),
});

function outputObject(outputs: readonly FieldSpec[]): string {
  return `Answer with one JSON object of this type and nothing else:\n${compactNotation(outputs)}`;
}

/** In the form that people write, with the names that the notation shows. */
function jsonAnswer(outputs: readonly FieldSpec[], demo: Demo, syntax: MarkerSyntax): string {
  const members = outputs.map((field) => {
    const value = inDeclaredOrder(field.type, demo[field.name] ?? null);
    return [shownName(field), toPrompt(field.type, value)] as const;
  });
  return oneLineJson(Object.fromEntries(members), syntax);
}

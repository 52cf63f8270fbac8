import { fieldsToWire, wireSchema } from '@sigil/schema';
import type { Adapter, Demo, FieldSpec } from '@sigil/spec';
import type { MarkerSyntax } from '../template/field-marker.js';
import { oneLineJson } from '../template/render-value.js';
import { adapterOf } from './adapter-of.js';
import { lineAround } from './field-lines.js';
import { readJsonReply } from './read-json.js';

/**
 * One JSON object that fits the JSON schema of the outputs, for models that keep their replies to a schema. Such a model
 * is sent the schema itself, and its prompt has none; every other model reads it in the prompt. Values are in the form
 * that the schema describes: a map is a list of `key` and `value`, a tuple an object, any JSON a text.
 *
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer with one JSON object and nothing else. It has to fit this JSON schema:
 *            {"type":"object","properties":{"team":{"type":"string","enum":["billing","technical"]}}, ...}
 * user       Route a support ticket to the team that can solve it.
 *            message: I was charged twice.
 * assistant  {"team":"billing"}
 * ```
 * @example
 * ```ts
 * jsonAdapter.parse(predict.artifact.spec, 'Sure: {"team": "Billing"}').values; // -> { team: 'billing' }
 * ```
 */
export const jsonAdapter: Adapter = adapterOf({
  id: 'json/1',
  wantsSchema: true,
  syntax: ({ lines }) => lines,
  around: lineAround,
  asks: (outputs) => [
    'Answer with one JSON object and nothing else.',
    { schema: ` It has to fit this JSON schema:\n${JSON.stringify(wireSchema(outputs, 'plain'))}` },
  ],
  asksAgain: () => 'Answer with one JSON object that fits the schema and nothing else.',
  answer: wireAnswer,
  json: 'as text',
  read: (text, parts) => readJsonReply(text, parts, true),
});

function wireAnswer(outputs: readonly FieldSpec[], demo: Demo, syntax: MarkerSyntax): string {
  const given = Object.fromEntries(outputs.map(({ name }) => [name, demo[name]]));
  return oneLineJson(fieldsToWire(outputs, given), syntax);
}

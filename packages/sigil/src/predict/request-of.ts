import type { Artifact, JsonValue, LanguageModel, LMCall, ResponseFormat } from '@sigil/spec';
import type { Chosen } from './choose-state.js';

/**
 * The first request of a call: the filled prompt, and the JSON schema of the outputs where the adapter wants it and the
 * model keeps to one.
 *
 * @param lm undefined where it is not known which model will answer
 */
export function requestOf(
  { adapter, template }: Chosen,
  artifact: Artifact,
  lm: LanguageModel | undefined,
  inputs: Readonly<Record<string, JsonValue>>,
): LMCall {
  const isSchemaSent = adapter.wantsSchema === true && lm?.capabilities.jsonSchema === true;
  const messages = adapter.fill(template, artifact.spec, inputs, { isSchemaSent });
  return isSchemaSent ? { messages, responseFormat: formatOf(artifact) } : { messages };
}

/** Services take letters, digits, `_` and `-` in a name, and at most 64 of them. */
function formatOf({ spec, wire }: Artifact): ResponseFormat {
  const name = (spec.id.split('#').at(-1) ?? '').replace(/[^A-Za-z0-9_-]/gu, '_').slice(0, 64);
  return { name: name === '' ? 'reply' : name, schema: wire };
}

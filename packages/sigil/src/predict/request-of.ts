import type {
  Artifact,
  CallSettings,
  Extraction,
  JsonValue,
  LanguageModel,
  LMCall,
  PlannedRequest,
  ResponseFormat,
  SignatureSpec,
} from '@sigil/spec';
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

/**
 * The second request of an adapter that needs two, and whom it goes to.
 *
 * @param answer the reply to the first
 */
export function extractionOf<Model extends LanguageModel | undefined>(
  extraction: Extraction,
  spec: SignatureSpec,
  lm: Model,
  answer: string,
): { readonly lm: LanguageModel | Model; readonly call: LMCall } {
  return { lm: extraction.lm ?? lm, call: { messages: extraction.request(spec, answer) } };
}

/**
 * Every request of a run in which each reply can be used.
 *
 * @param answer stands for the reply to the first of two requests
 */
export function plannedRequests(
  chosen: Chosen,
  artifact: Artifact,
  { lm, settings }: { readonly lm: LanguageModel | undefined; readonly settings: CallSettings },
  inputs: Readonly<Record<string, JsonValue>>,
  answer: string,
): readonly [PlannedRequest, ...PlannedRequest[]] {
  const { id: adapter, extraction } = chosen.adapter;
  const first = { adapter, lm, call: { ...requestOf(chosen, artifact, lm, inputs), settings } };
  if (extraction === undefined) return [first];
  const second = extractionOf(extraction, artifact.spec, lm, answer);
  return [
    { ...first, step: 'answer' },
    { adapter, step: 'extraction', lm: second.lm, call: { ...second.call, settings } },
  ];
}

/** Services take letters, digits, `_` and `-` in a name, and at most 64 of them. */
function formatOf({ spec, wire }: Artifact): ResponseFormat {
  const name = (spec.id.split('#').at(-1) ?? '').replace(/[^A-Za-z0-9_-]/gu, '_').slice(0, 64);
  return { name: name === '' ? 'reply' : name, schema: wire };
}

import { canonicalJson, sha256 } from '@sigil/hash';
import type { LanguageModel, LMCall } from '@sigil/spec';

/**
 * The name of a call in a cache: the SHA-256 of everything that is sent (address and body) and of the rollout, so that
 * nothing that could change the reply can be forgotten. The body counts as the text that it is on the wire: the members
 * of a JSON schema in another order are another request.
 */
export function callKey(lm: LanguageModel, call: LMCall): string {
  const { endpoint, body } = lm.prepare(call);
  return sha256(canonicalJson({ endpoint, body: JSON.stringify(body), rollout: call.rollout ?? 0 }));
}

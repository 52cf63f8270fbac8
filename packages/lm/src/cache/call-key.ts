import { canonicalJson, sha256 } from '@sigil/hash';
import type { LanguageModel, LMCall } from '@sigil/spec';

/**
 * The name of a call in a cache: the SHA-256 of everything that is sent (address and body) and of the rollout, so that
 * nothing that could change the reply can be forgotten.
 */
export function callKey(lm: LanguageModel, call: LMCall): string {
  const { endpoint, body } = lm.prepare(call);
  return sha256(canonicalJson({ endpoint, body, rollout: call.rollout ?? 0 }));
}

import type { LlamaContextSequence, Token } from 'node-llama-cpp';

/**
 * Tokens that are evaluated at once: a short message fits, which is a quarter faster than two batches, and a call can
 * be stopped between two of them.
 */
export const batchTokens = 64;

/**
 * Keeps the beginning of the last prompt in the KV cache.
 *
 * How tokens are cut into batches changes the last bits of their results, and with them, now and then, a reply. So
 * what is kept is whole messages only, each evaluated in batches of its own: a reply never depends on what the cache
 * held.
 */
export class KeptPrompt {
  readonly sequence: LlamaContextSequence;
  #kept: (readonly Token[])[] = [];

  constructor(sequence: LlamaContextSequence) {
    this.sequence = sequence;
  }

  /** How many of these messages the cache holds. */
  keptOf(blocks: readonly (readonly Token[])[]): number {
    return commonRun(this.#kept, blocks);
  }

  /**
   * Brings a prompt into the KV cache.
   *
   * @param blocks the prompt, cut into whole messages; the last one is never kept
   * @param beforeBatch may throw to stop
   * @returns the last tokens, which are evaluated together with the sampling of the first token of the reply
   */
  async enter(blocks: readonly (readonly Token[])[], beforeBatch: () => void): Promise<Token[]> {
    const last = blocks.length - 1;
    await this.#rewind(commonRun(this.#kept, blocks.slice(0, last)));
    for (const block of blocks.slice(this.#kept.length, last)) {
      for (const batch of batchesOf(block)) await this.#evaluate(batch, beforeBatch);
      this.#kept.push(block);
    }
    const [final = [], ...earlier] = batchesOf(blocks[last] ?? []).toReversed();
    for (const batch of earlier.toReversed()) await this.#evaluate(batch, beforeBatch);
    beforeBatch();
    return final;
  }

  async #rewind(blocks: number): Promise<void> {
    // Recurrent and sliding-window models cannot go back to just any token.
    const kept = this.sequence.needsCheckpoints ? 0 : blocks;
    this.#kept = this.#kept.slice(0, kept);
    const start = this.#kept.reduce((sum, block) => sum + block.length, 0);
    await this.sequence.eraseContextTokenRanges([{ start, end: this.sequence.nextTokenIndex }]);
  }

  async #evaluate(batch: Token[], beforeBatch: () => void): Promise<void> {
    beforeBatch();
    await this.sequence.evaluateWithoutGeneratingNewTokens(batch);
  }
}

/** Number of blocks with which both begin. */
function commonRun(a: readonly (readonly Token[])[], b: readonly (readonly Token[])[]): number {
  const differs = a.findIndex((block, at) => {
    const other = b[at];
    return other?.length !== block.length || block.some((token, index) => token !== other[index]);
  });
  return differs < 0 ? a.length : differs;
}

function batchesOf(block: readonly Token[]): Token[][] {
  const batches: Token[][] = [];
  for (let at = 0; at < block.length; at += batchTokens) batches.push(block.slice(at, at + batchTokens));
  return batches;
}

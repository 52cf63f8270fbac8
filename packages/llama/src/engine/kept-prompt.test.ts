import fc from 'fast-check';
import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tinyGguf } from '../fixtures/tiny-model.js';
import { batchTokens, KeptPrompt } from './kept-prompt.js';
import { native } from './native.js';

const { path } = tinyGguf();
let sequence: LlamaContextSequence;
let free: () => Promise<void>;
beforeAll(async () => {
  const model = await (await native()).loadModel({ modelPath: path });
  const context = await model.createContext({
    contextSize: 512,
    threads: 1,
    batchSize: batchTokens,
    flashAttention: false,
  });
  sequence = context.getSequence();
  free = () => model.dispose();
});
beforeEach(() => sequence.clearHistory());
afterAll(() => free());

/** A block of `length` tokens that no other letter's block has. */
function block(letter: string, length: number): Token[] {
  return sequence.model.tokenize(letter.repeat(length), false);
}

/** Enters a prompt and gives the number of tokens that were evaluated for it. */
async function evaluated(prompt: KeptPrompt, blocks: Token[][]): Promise<number> {
  const before = sequence.tokenMeter.usedInputTokens;
  await prompt.enter(blocks, () => {});
  return sequence.tokenMeter.usedInputTokens - before;
}

/** Enters a prompt and gives the places in it where batches began. */
async function batchStarts(prompt: KeptPrompt, blocks: Token[][]): Promise<number[]> {
  const starts: number[] = [];
  await prompt.enter(blocks, () => void starts.push(sequence.nextTokenIndex));
  return starts;
}

describe('KeptPrompt', () => {
  it('evaluates only what the last prompt did not begin with', async () => {
    const prompt = new KeptPrompt(sequence);
    const [a, b, c, end] = [block('a', 40), block('b', 50), block('c', 60), block('e', 10)];
    expect(await evaluated(prompt, [a, b, end])).toBe(90);
    expect(await evaluated(prompt, [a, b, end])).toBe(0);
    expect(await evaluated(prompt, [a, c, end])).toBe(60);
    expect(sequence.contextTokens).toEqual([...a, ...c]);
    expect(await evaluated(prompt, [a, end])).toBe(0);
    expect(sequence.contextTokens).toEqual(a);
    expect(await evaluated(prompt, [b, c, end])).toBe(110);
  });

  it('keeps no part of a block, and never the last one', async () => {
    const prompt = new KeptPrompt(sequence);
    const [a, b] = [block('a', 40), block('b', 50)];
    await evaluated(prompt, [a, b]);
    const longer = [...a, ...block('x', 1)];
    expect(await evaluated(prompt, [longer, b, a])).toBe(longer.length + b.length);
    expect(await evaluated(prompt, [longer, [...b, ...a]])).toBe(batchTokens);
  });

  it('stops between two batches, and keeps the blocks that were whole by then', async () => {
    const prompt = new KeptPrompt(sequence);
    const [a, b, end] = [block('a', 10), block('b', 200), block('e', 10)];
    let batches = 0;
    const stopped = prompt.enter([a, b, end], () => {
      batches += 1;
      if (batches === 4) throw new Error('stop');
    });
    await expect(stopped).rejects.toThrow('stop');
    expect(sequence.nextTokenIndex).toBe(10 + 2 * batchTokens);
    expect(await evaluated(prompt, [a, b, end])).toBe(200);
    expect(sequence.contextTokens).toEqual([...a, ...b]);
  });

  it('cuts a prompt into the same batches whatever was kept', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 75 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(lengths, lengths, lengths, async (shared, earlier, later) => {
        const blocksOf = (all: number[]): Token[][] => all.map((length) => block('x', length));
        const blocks = blocksOf([...shared, ...later]);
        const cold = await batchStarts(new KeptPrompt(sequence), blocks);
        const warm = new KeptPrompt(sequence);
        await warm.enter(blocksOf([...shared, ...earlier, 1]), () => {});
        const starts = await batchStarts(warm, blocks);
        expect(starts.length).toBeLessThan(cold.length);
        expect(starts).toEqual(cold.slice(cold.length - starts.length));
      }),
    );
  });

  it('gives back the tokens that remain to be evaluated', async () => {
    const prompt = new KeptPrompt(sequence);
    const last = block('l', batchTokens + 5);
    expect(await prompt.enter([block('a', 3), last], () => {})).toEqual(last.slice(batchTokens));
    expect(sequence.nextTokenIndex).toBe(3 + batchTokens);
  });
});

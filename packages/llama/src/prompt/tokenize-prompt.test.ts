import { Template } from '@huggingface/jinja';
import type { Message } from '@sigil/spec';
import fc from 'fast-check';
import type { LlamaModel, Token } from 'node-llama-cpp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { native } from '../engine/native.js';
import { chatml } from '../fixtures/tiny-gguf.js';
import { tinyGguf } from '../fixtures/tiny-model.js';
import { renderPieces } from './chat-template.js';
import { tokenizePrompt } from './tokenize-prompt.js';

const { path } = tinyGguf();
let model: LlamaModel;
beforeAll(async () => {
  model = await (await native()).loadModel({ modelPath: path });
});
afterAll(() => model.dispose());

const template = new Template(chatml);

function blocksOf(messages: readonly Message[]): Token[][] {
  return tokenizePrompt<Token>(renderPieces(template, messages, {}), model);
}

const conversations = fc.array(
  fc.record({
    role: fc.constantFrom('user' as const, 'assistant' as const),
    content: fc.string({ unit: 'grapheme' }),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('tokenizePrompt', () => {
  it('gives the tokens of the whole conversation, where contents hold no control tokens', () => {
    fc.assert(
      fc.property(conversations, (messages) => {
        fc.pre(messages.every(({ content }) => !content.includes('<|')));
        const whole = template.render({ messages, add_generation_prompt: true });
        expect(blocksOf(messages).flat()).toEqual(model.tokenize(whole, true));
      }),
    );
  });

  it('tokenizes a content together with the text of the template beside it', () => {
    // The vocabulary of the tiny model joins `h` and `i`.
    const joining = new Template("<|im_start|>h{{ messages[0]['content'] }}<|im_end|>");
    const pieces = renderPieces(joining, [{ role: 'user', content: 'i' }], {});
    expect(tokenizePrompt<Token>(pieces, model).flat()).toEqual(
      model.tokenize('<|im_start|>hi<|im_end|>', true),
    );
    expect(tokenizePrompt<Token>(pieces, model).flat()).toHaveLength(3);
  });

  it('makes text of control tokens in contents, whatever they are', () => {
    const forged = fc.string({
      unit: fc.constantFrom('<|im_start|>', '<|im_end|>', '<|endoftext|>', 'user\n', 'x'),
    });
    fc.assert(
      fc.property(forged, (content) => {
        const tokens = blocksOf([{ role: 'user', content }]).flat();
        const plain = blocksOf([{ role: 'user', content: '' }]).flat();
        const controls = (all: readonly Token[]): Token[] =>
          all.filter((token) => model.isSpecialToken(token));
        expect(controls(tokens)).toEqual(controls(plain));
        expect(model.detokenize(tokens, true)).toContain(`user\n${content}<|im_end|>`);
      }),
    );
  });

  it('begins with the same blocks where conversations begin with the same messages', () => {
    fc.assert(
      fc.property(conversations, conversations, conversations, (shared, one, other) => {
        const first = blocksOf([...shared, ...one]);
        const second = blocksOf([...shared, ...other]);
        expect(first.slice(0, shared.length)).toEqual(second.slice(0, shared.length));
      }),
    );
  });

  it('cuts before the control token that opens a message', () => {
    const messages = [
      { role: 'system', content: 's' },
      { role: 'user', content: 'u' },
    ] as const;
    const text = blocksOf(messages).map((block) => model.detokenize(block, true));
    expect(text).toEqual([
      '<|im_start|>system\ns<|im_end|>\n',
      '<|im_start|>user\nu<|im_end|>\n<|im_start|>assistant\n',
    ]);
  });

  it('makes one block of a template without control tokens', () => {
    const bare = new Template("{% for m in messages %}{{ m['content'] }}: {% endfor %}");
    const pieces = renderPieces(
      bare,
      [
        { role: 'user', content: 'a' },
        { role: 'user', content: 'b' },
      ],
      {},
    );
    expect(tokenizePrompt<Token>(pieces, model)).toEqual([model.tokenize('a: b: ', false)]);
  });
});

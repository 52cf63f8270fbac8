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
const { path: unmarkedPath } = tinyGguf({ unmarked: true });
let model: LlamaModel;
let unmarked: LlamaModel;
beforeAll(async () => {
  model = await (await native()).loadModel({ modelPath: path });
  unmarked = await (await native()).loadModel({ modelPath: unmarkedPath });
});
afterAll(async () => {
  await model.dispose();
  await unmarked.dispose();
});

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

  // A vocabulary whose makers did not mark the token that begins a turn; the library marks the one that ends it.
  it.each(['marked', 'unmarked'])(
    'of a system message, of demos and of a user: all by one rule (%s)',
    (kind) => {
      const vocabulary = kind === 'marked' ? model : unmarked;
      const roles = ['system', 'user', 'assistant', 'user'] as const;
      const structure = (contents: readonly string[]): readonly number[] => {
        const messages = roles.map((role, at) => ({ role, content: contents[at] ?? '' }));
        const blocks = tokenizePrompt<Token>(renderPieces(template, messages, {}), vocabulary);
        expect(vocabulary.detokenize(blocks.flat(), true)).toBe(
          template.render({ messages, add_generation_prompt: true }),
        );
        return blocks.flatMap((block) => [-1, ...block.filter((token) => token < 3)]);
      };
      const plain = structure([]);
      const forged = fc.string({
        unit: fc.constantFrom(
          '<|im_start|>',
          '<|im_end|>',
          '<|endoftext|>',
          'user\n',
          '<|im_',
          'start|>',
          '<',
          'h',
          'i',
        ),
      });
      fc.assert(
        fc.property(fc.array(forged, { minLength: 4, maxLength: 4 }), (contents) => {
          expect(structure(contents)).toEqual(plain);
        }),
      );
    },
  );

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

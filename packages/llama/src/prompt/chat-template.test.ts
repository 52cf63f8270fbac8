import { Template } from '@huggingface/jinja';
import type { Message } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatml } from '../fixtures/tiny-gguf.js';
import { renderPieces } from './chat-template.js';

const trimming = chatml.replace("message['content']", "message['content'] | trim");
const roles = ['system', 'user', 'assistant'] as const;
const messages = fc.array(
  fc.record({
    role: fc.constantFrom(...roles),
    content: fc.oneof(
      fc.string(),
      fc.constantFrom('<|im_end|>', '\uE000', '\uE0000\uE000', '{{ x }}', ' a ', ''),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function render(source: string, conversation: readonly Message[]): string {
  return new Template(source).render({ messages: conversation, add_generation_prompt: true });
}

describe('renderPieces', () => {
  it.each([
    ['keeps contents', chatml],
    ['trims contents', trimming],
  ])('says what a template says that %s', (_, source) => {
    fc.assert(
      fc.property(messages, (conversation) => {
        const pieces = renderPieces(new Template(source), conversation, {});
        expect(pieces.map(({ text }) => text).join('')).toBe(render(source, conversation));
      }),
    );
  });

  it('takes nothing that a message says for the template', () => {
    fc.assert(
      fc.property(messages, (conversation) => {
        const own = renderPieces(new Template(chatml), conversation, {}).filter(
          ({ from }) => from === 'template',
        );
        const empty = conversation.map(({ role }) => ({ role, content: '' }));
        expect(own.map(({ text }) => text).join('')).toBe(render(chatml, empty));
      }),
    );
  });

  it('refuses a template that changes what messages say', () => {
    const shouting = new Template(chatml.replace("message['content']", "message['content'] | upper"));
    expect(() => renderPieces(shouting, [{ role: 'user', content: 'hi' }], {})).toThrow(
      'changes what messages say',
    );
  });

  it('passes on why a template refuses messages', () => {
    const picky = new Template("{{ raise_exception('no system messages here') }}");
    expect(() => renderPieces(picky, [{ role: 'system', content: 'hi' }], {})).toThrow(
      'no system messages here',
    );
  });
});

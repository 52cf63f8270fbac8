import type { Message } from '@sigil/spec';

/** A stretch of a rendered conversation: the template's own text, or what a message says. */
export interface PromptPiece {
  readonly from: 'template' | 'content';
  readonly text: string;
}

/** The part of a Jinja template that is used here. */
export interface JinjaTemplate {
  render(values: Record<string, unknown>): string;
}

/**
 * Renders messages by a model's own chat template and tells the template's text from the messages' contents, so that
 * what looks like a control token in a content stays text.
 *
 * The template is rendered once with the contents and once with a mark in the place of each; both must say the same.
 * Some templates trim contents (Llama 3): then the pieces have trimmed contents too.
 *
 * @param values what the template may ask for beside the messages, such as `bos_token`
 * @throws Error when the template refuses the messages, or does more with contents than trimming them
 * @example
 * ```text
 * renderPieces(chatml, [{ role: 'user', content: 'Hi' }], {});
 * // [{ from: 'template', text: '<|im_start|>user\n' }, { from: 'content', text: 'Hi' },
 * //  { from: 'template', text: '<|im_end|>\n<|im_start|>assistant\n' }]
 * ```
 */
export function renderPieces(
  template: JinjaTemplate,
  messages: readonly Message[],
  values: Readonly<Record<string, unknown>>,
): PromptPiece[] {
  const render = (rendered: readonly Message[]): string =>
    template.render({ ...values, messages: rendered, add_generation_prompt: true });
  const whole = render(messages);
  const mark = unusedMark(whole);
  const marked = render(messages.map(({ role }, at) => ({ role, content: `${mark}${at}${mark}` })));
  for (const read of [(text: string) => text, (text: string) => text.trim()]) {
    const pieces = split(marked, mark, (at) => read(messages[at]?.content ?? ''));
    if (pieces.map((piece) => piece.text).join('') === whole) return pieces;
  }
  throw new Error('its chat template changes what messages say');
}

/** Every second part between marks is the number of a message. */
function split(marked: string, mark: string, contentOf: (at: number) => string): PromptPiece[] {
  return marked
    .split(mark)
    .map((part, at) =>
      at % 2 === 0 ? { from: 'template', text: part } : { from: 'content', text: contentOf(Number(part)) },
    );
}

/** A text from Unicode's private use area that does not occur in the conversation. */
function unusedMark(text: string): string {
  let mark = '\uE000';
  while (text.includes(mark)) mark += '\uE001';
  return mark;
}

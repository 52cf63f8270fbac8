import type { Adapter } from '@sigil/spec';
import { parseReply } from '../parse/reply/parse-reply.js';
import { adapterOf, type Layout } from './adapter-of.js';
import { answerLines, lineAround } from './field-lines.js';
import { outputLines } from './output-lines.js';

/** How the fields of a reply are asked for, written and read as lines. */
export const chatLayout: Layout = {
  id: 'chat/1',
  syntax: ({ lines }) => lines,
  around: lineAround,
  asks: (outputs) => [outputLines(outputs)],
  asksAgain: outputLines,
  answer: answerLines,
  read: (text, { outputs, lines }) => parseReply(text, outputs, lines),
};

/**
 * The layout for every model, small ones included: one `name: value` line per field.
 *
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer with these lines and nothing else:
 *            team: billing or technical or sales
 * user       Route a support ticket to the team that can solve it.
 *            message: I was charged twice.
 * assistant  team: billing
 * ```
 * @example
 * ```ts
 * chatAdapter.parse(predict.artifact.spec, '**Team:** Billing').values; // -> { team: 'billing' }
 * ```
 */
export const chatAdapter: Adapter = adapterOf(chatLayout);

import type { Coercion } from './coercion.js';
import type { ReplyError } from './errors/reply-error.js';
import type { Message } from './message.js';
import type { PredictorState } from './predictor-state.js';
import type { PromptTemplate } from './prompt-template.js';
import type { SignatureSpec } from './signature-spec.js';

/** Output values read from a reply, not yet validated, and what was changed on the way. */
export interface ParsedReply {
  readonly values: Readonly<Record<string, unknown>>;
  readonly coercions: readonly Coercion[];
}

/** The layout of prompts and replies: a signature to a template, inputs to messages, a reply to values. All pure. */
export interface Adapter {
  /** Name and format number: `chat/1`. The number changes when the same signature would give other bytes. */
  readonly id: string;
  compile(spec: SignatureSpec, state?: PredictorState): PromptTemplate;
  /** Puts inputs (domain values, already validated) into the slots. */
  fill(
    template: PromptTemplate,
    spec: SignatureSpec,
    inputs: Readonly<Record<string, unknown>>,
  ): readonly Message[];
  /** @throws ParseError when the reply does not hold every output. */
  parse(spec: SignatureSpec, text: string): ParsedReply;
  /** The turns that show the model its reply and what was wrong with it. */
  reask(spec: SignatureSpec, reply: string, error: ReplyError): readonly Message[];
}

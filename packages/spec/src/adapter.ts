import type { Coercion } from './coercion.js';
import type { ReplyError } from './errors/reply-error.js';
import type { LanguageModel } from './language-model.js';
import type { Message } from './message.js';
import type { PredictorState } from './predictor-state.js';
import type { PromptTemplate } from './prompt-template.js';
import type { SignatureSpec } from './signature-spec.js';

/** Output values read from a reply, not yet validated, and what was changed on the way. */
export interface ParsedReply {
  readonly values: Readonly<Record<string, unknown>>;
  readonly coercions: readonly Coercion[];
}

/** What is shown of a reply while it comes. */
export interface PartialReply {
  /**
   * Takes the next piece of the reply.
   *
   * @returns what can be shown of the outputs so far, by field name; undefined for nothing
   */
  push(chunk: string): Readonly<Record<string, unknown>> | undefined;
}

/** The second request of an adapter that lets the model answer freely first. */
export interface Extraction {
  /** The model that reads the answer; that of the call unless given. */
  readonly lm?: LanguageModel;
  /** @param answer the reply to the first request */
  request(spec: SignatureSpec, answer: string): readonly Message[];
}

/** What of a request is known when a template is filled. */
export interface FillOptions {
  /** The request carries the JSON schema of the outputs: the prompt need not. */
  readonly isSchemaSent?: boolean;
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
    options?: FillOptions,
  ): readonly Message[];
  /** @throws ParseError when the reply does not hold every output. */
  parse(spec: SignatureSpec, text: string): ParsedReply;
  /** Reads a reply while it comes. What it shows of a text or a list only grows; other values never change. */
  partial(spec: SignatureSpec): PartialReply;
  /** The turns that show the model its reply and what was wrong with it. */
  reask(spec: SignatureSpec, reply: string, error: ReplyError): readonly Message[];
  /** A model that keeps its replies to a JSON schema is given that of the outputs. */
  readonly wantsSchema?: boolean;
  /** Set for an adapter of two requests: `parse`, `partial` and `reask` are about the reply to the second. */
  readonly extraction?: Extraction;
}

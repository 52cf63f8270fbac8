import type { Adapter, PartialReply, ReplyError, SignatureSpec } from '@sigil/spec';
import type { CallBinding } from './call-binding.js';
import { contradicts } from './contradicts.js';
import { isSameShown } from './is-same-shown.js';
import { wholeShown } from './whole-shown.js';

/** What those who watch a call have been shown of its outputs. */
export class ShownOutputs {
  readonly #spec: SignatureSpec;
  readonly #adapter: Adapter;
  readonly #tell: NonNullable<CallBinding['tell']>;
  #reply: PartialReply;
  #shown: Readonly<Record<string, unknown>> | undefined;

  constructor(spec: SignatureSpec, adapter: Adapter, tell: NonNullable<CallBinding['tell']>) {
    this.#spec = spec;
    this.#adapter = adapter;
    this.#tell = tell;
    this.#reply = adapter.partial(spec);
  }

  /** Shows what came with a piece of the reply. */
  push(text: string): void {
    const value = this.#reply.push(text);
    const isNothing = value === undefined || (this.#shown === undefined && Object.keys(value).length === 0);
    if (!isNothing) this.#show(value);
  }

  /** The reply cannot be used. */
  reset(error: ReplyError): void {
    this.#shown = undefined;
    this.#reply = this.#adapter.partial(this.#spec);
    this.#tell({ kind: 'reset', error });
  }

  /** Shows the outputs as they are at the end. */
  finish(outputs: Readonly<Record<string, unknown>>): void {
    const whole = wholeShown(
      this.#spec.fields.filter((field) => field.direction === 'out'),
      outputs,
    );
    if (this.#shown !== undefined && contradicts(this.#shown, whole)) {
      this.#shown = undefined;
      this.#tell({ kind: 'reset' });
    }
    this.#show(whole);
  }

  #show(value: Readonly<Record<string, unknown>>): void {
    if (this.#shown !== undefined && isSameShown(this.#shown, value)) return;
    this.#shown = value;
    this.#tell({ kind: 'partial', value });
  }
}

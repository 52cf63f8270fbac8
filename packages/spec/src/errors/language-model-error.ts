import { SigilError } from './sigil-error.js';

/** What is known of a request that brought no reply. */
export interface LanguageModelErrorOptions {
  readonly model: string;
  readonly endpoint: string;
  readonly cause?: unknown;
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
}

/** No reply could be had. It says nothing about the prompt and is never a score. */
export class LanguageModelError extends SigilError {
  static override readonly kind: string = 'LanguageModelError';
  readonly model: string;
  readonly endpoint: string;
  readonly status: number | undefined;
  /** True where the same request may succeed later. */
  readonly transient: boolean;

  constructor(code: string, message: string, transient: boolean, options: LanguageModelErrorOptions) {
    super(code, message, 'cause' in options ? { cause: options.cause } : {});
    this.model = options.model;
    this.endpoint = options.endpoint;
    this.status = options.status;
    this.transient = transient;
  }
}

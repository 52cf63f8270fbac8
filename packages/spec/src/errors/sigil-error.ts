const kinds = Symbol.for('sigil.error.kinds');

/** What a {@link SigilError} may carry beside its sentence. */
export interface SigilErrorOptions {
  /** What failed underneath. */
  readonly cause?: unknown;
}

/**
 * The base of the errors that Sigil throws; a bare TypeError or RangeError is a defect of the calling code. The message
 * says what could not be done, what was found, what was wanted and how to fix it.
 *
 * @example
 * ```ts
 * try {
 *   await predict.run(inputs);
 * } catch (error) {
 *   if (ParseError.isInstance(error)) console.error(error.code, error.reply);
 *   else throw error;
 * }
 * ```
 */
export class SigilError extends Error {
  /** Name of the class, kept under minification. */
  static readonly kind: string = 'SigilError';

  /** Stable number of the error: `SIGIL3001`. */
  readonly code: string;

  constructor(code: string, message: string, options: SigilErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.code = code;
    this.name = new.target.kind;
  }

  /** Names of this error's class and its bases. Told by name, so that it holds across two copies of the package. */
  get [kinds](): readonly string[] {
    const names: string[] = [];
    let at: unknown = this.constructor;
    while (typeof at === 'function' && at !== Error) {
      if ('kind' in at && typeof at.kind === 'string') names.push(at.kind);
      at = Object.getPrototypeOf(at);
    }
    return names;
  }

  /** True for an error of this class or of one below it, also from another copy of the package. */
  static isInstance<E extends SigilError>(
    this: { readonly kind: string; readonly prototype: E },
    value: unknown,
  ): value is E {
    if (typeof value !== 'object' || value === null || !(kinds in value)) return false;
    const names: unknown = value[kinds];
    return Array.isArray(names) && names.includes(this.kind);
  }
}

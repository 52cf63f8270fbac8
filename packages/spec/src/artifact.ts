import type { JsonObject } from './json.js';
import type { StateVariants } from './predictor-state.js';
import type { PromptTemplate } from './prompt-template.js';
import type { SignatureSpec } from './signature-spec.js';
import type { StandardSchema } from './standard-schema.js';

/**
 * What the class looked like when it was compiled. The members are object types, not unions of names, so that a
 * subclass's artifact can be assigned to its base's.
 */
export interface SignatureTypes {
  /** Its id, and those of the signatures that it extends, each `1`. Absent in files of earlier versions. */
  readonly id?: object;
  /** Every field with its type. */
  readonly shape: object;
  /** What a stream shows of the outputs. Absent in files of earlier versions. */
  readonly partial?: object;
  /** Input names, each `1`. */
  readonly inputs: object;
  /** Inputs with an initializer: optional for the caller. */
  readonly defaulted: object;
  /** Output names, each `1`. */
  readonly outputs: object;
  /** Public members that are not fields, so that an added field can be told from a method. */
  readonly others: object;
}

/** The compiled form of a signature class: plain data and two schemas, written by `sigil generate`. */
export interface Artifact<T extends SignatureTypes = SignatureTypes> {
  readonly format: 1;
  readonly kind: 'signature';
  readonly spec: SignatureSpec;
  /** The JSON schema of the outputs, in the dialect that strict structured output accepts. */
  readonly wire: JsonObject;
  /** Compiled for the state that serves every model (`*`), or for the bare signature. */
  readonly template: PromptTemplate;
  readonly schemas: () => { readonly input: StandardSchema; readonly output: StandardSchema };
  /** Tuned state by predictor path. A signature has the path `''` only. */
  readonly states?: { readonly [path: string]: StateVariants };
  readonly optimized?: OptimizedStatus;
  /** Types only; never set. */
  readonly '~types'?: Typed<T>;
}

/**
 * The types of an artifact. What a stream shows is no part of the structure: a subclass may tag a field with another
 * `@stream` than its base has, and its artifact can be assigned to the base's all the same.
 */
export type Typed<T extends SignatureTypes> = {
  readonly [K in keyof T]: K extends 'partial' ? Shown<T[K]> : T[K];
};

/** The partial is no part of the structure: any two of these can be assigned to each other. */
export interface Shown<_Partial> {
  readonly '~shown': true;
}

/** How the tuned state stands to the class as it is now. */
export interface OptimizedStatus {
  readonly status: 'fresh' | 'partial' | 'stale';
  /** One sentence for each difference. */
  readonly changed: readonly string[];
}

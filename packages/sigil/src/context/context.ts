import type { CallSettings, LanguageModel } from '@sigil/spec';

/** What calls inherit from around them. */
export interface Context {
  readonly lm?: LanguageModel | undefined;
  readonly settings?: CallSettings | undefined;
}

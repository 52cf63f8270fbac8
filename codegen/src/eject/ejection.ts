import type { CallSettings, JsonObject, PromptTemplate, SignatureSpec } from '@sigil/spec';

/** What an ejected file is made of. */
export interface Ejection {
  /** Name of the class. */
  readonly name: string;
  readonly spec: SignatureSpec;
  /** Compiled for the state that is ejected. */
  readonly template: PromptTemplate;
  /** What reads as a field in the layout of the adapter, and the field names in the form in which they are compared. */
  readonly markers: { readonly pattern: RegExp; readonly keys: readonly string[] };
  /** The strict schema of the outputs, where it is sent. */
  readonly wire?: JsonObject;
  /** As services call it. */
  readonly model: string;
  readonly settings: CallSettings;
  /** The command that wrote the file, for its first lines. */
  readonly command: string;
}

/** A compiled prompt: literal text with typed slots for the inputs. Everything static comes first. */
export interface PromptTemplate {
  /** Name and format number of the adapter that compiled it: `chat/1`. */
  readonly adapter: string;
  readonly messages: readonly TemplateMessage[];
}

/** One turn of a compiled prompt. */
export interface TemplateMessage {
  readonly role: 'system' | 'user' | 'assistant';
  /** Written one after the other, with nothing between them. */
  readonly parts: readonly TemplatePart[];
}

/** Literal text, the JSON schema of the outputs, or the place of an input. */
export type TemplatePart = string | TemplateSchema | TemplateSlot;

/** What says the JSON schema of the outputs. It is left out where the request itself carries the schema. */
export interface TemplateSchema {
  readonly schema: string;
}

/** The place of one input. */
export interface TemplateSlot {
  /** The input's field name. */
  readonly slot: string;
  /** Written before the value; left out with it when an optional input is absent. */
  readonly before: string;
  /** Written behind the value, and left out with it. */
  readonly after?: string;
}

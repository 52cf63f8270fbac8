import type { JsonValue } from './json.js';
import type { Message } from './message.js';

/** One finished call of a predictor inside a run of a program. */
export interface TraceStep {
  /** Path of the predictor in its program; `''` for a lone signature. */
  readonly path: string;
  /** Id of its signature. */
  readonly signature: string;
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  readonly messages: readonly Message[];
  readonly reply: string;
  /** How often the model was shown a reply that could not be used. Absent for never. */
  readonly reasks?: number;
}

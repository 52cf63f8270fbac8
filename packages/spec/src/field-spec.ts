import type { PropertySpec } from './value-type.js';

/** `in`: the caller gives it. `out`: the model answers it. */
export type Direction = 'in' | 'out';

/** One decorated field of a signature class. */
export interface FieldSpec extends PropertySpec {
  readonly direction: Direction;
}

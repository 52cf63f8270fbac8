import type { ValueType } from '@sigil/spec';
import type { Reading } from '../compare/judge.js';

/** Something that reads replies, to compare with. */
export interface Peer {
  readonly name: string;
  /** @returns undefined for a type that the peer has no words for */
  readonly read: (reply: string, type: ValueType) => Reading | undefined;
}

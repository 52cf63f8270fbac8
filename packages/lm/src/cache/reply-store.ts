import type { LMReply } from '@sigil/spec';

/**
 * Where replies are kept by their key. It never fails: what cannot be read was never there, and what cannot be written
 * is not kept.
 */
export interface ReplyStore {
  get(key: string): Promise<LMReply | undefined>;
  set(key: string, reply: LMReply): Promise<void>;
  dispose?(): Promise<void>;
}

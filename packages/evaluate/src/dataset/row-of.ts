import type { Example, SignatureTypes } from '@sigil/spec';

/** A checked row of a signature: its inputs, and those of its outputs that the row tells. */
export type RowOf<T extends SignatureTypes> = Example &
  Picked<T, keyof T['inputs']> &
  Partial<Picked<T, keyof T['outputs']>>;

/** A checked row that tells every output. */
export type FullRowOf<T extends SignatureTypes> = Example & Picked<T, keyof T['inputs'] | keyof T['outputs']>;

type Picked<T extends SignatureTypes, K> = Pick<T['shape'], K & keyof T['shape']>;

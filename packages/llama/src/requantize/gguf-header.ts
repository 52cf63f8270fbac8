/** Where a tensor of a GGUF lies. */
export interface TensorInfo {
  readonly name: string;
  readonly shape: readonly bigint[];
  /** Number of its type: 0 F32, 3 Q4_1, 8 Q8_0. */
  readonly type: number;
  /** From the beginning of the data. */
  readonly offset: number;
}

/** The parts of a GGUF file before its data. */
export interface GgufHeader {
  readonly tensors: readonly TensorInfo[];
  /** Byte at which the tensor table begins: what stands before it is metadata. */
  readonly table: number;
  /** Byte at which the data begins. */
  readonly data: number;
}

/** Data and tensors begin at multiples of this many bytes, unless the metadata says otherwise. */
const ALIGNMENT = 32;

/**
 * Reads the header of a GGUF, version 3 (the specification stands in ggml's `docs/gguf.md`).
 *
 * @throws RangeError for a file that ends too soon, TypeError for another version or alignment
 */
export function readGgufHeader(file: Buffer): GgufHeader {
  const cursor = new Cursor(file);
  if (cursor.u32() !== 0x46554747 || cursor.u32() !== 3) throw new TypeError('This is no GGUF of version 3.');
  const tensorCount = cursor.u64();
  const metadataCount = cursor.u64();
  for (let at = 0; at < metadataCount; at++) {
    const key = cursor.text();
    if (key === 'general.alignment') throw new TypeError('This GGUF has an alignment of its own.');
    cursor.skipValue(cursor.u32());
  }
  const table = cursor.at;
  const tensors = Array.from({ length: tensorCount }, (): TensorInfo => {
    const name = cursor.text();
    const shape = Array.from({ length: cursor.u32() }, () => BigInt(cursor.u64()));
    return { name, shape, type: cursor.u32(), offset: cursor.u64() };
  });
  return { tensors, table, data: aligned(cursor.at) };
}

/** The next multiple of {@link ALIGNMENT}. */
export function aligned(byte: number): number {
  return Math.ceil(byte / ALIGNMENT) * ALIGNMENT;
}

/** Sizes of the scalar metadata types, by their number. */
const scalarSizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const STRING = 8;
const ARRAY = 9;

class Cursor {
  at = 0;
  readonly #file: Buffer;

  constructor(file: Buffer) {
    this.#file = file;
  }

  u32(): number {
    this.at += 4;
    return this.#file.readUInt32LE(this.at - 4);
  }

  u64(): number {
    this.at += 8;
    return Number(this.#file.readBigUInt64LE(this.at - 8));
  }

  text(): string {
    const length = this.u64();
    this.at += length;
    return this.#file.toString('utf8', this.at - length, this.at);
  }

  skipValue(type: number): void {
    if (type === STRING) this.text();
    else if (type === ARRAY) {
      const items = this.u32();
      for (let left = this.u64(); left > 0; left--) this.skipValue(items);
    } else {
      const size = scalarSizes[type];
      if (size === undefined) throw new TypeError(`This GGUF has metadata of the unknown type ${type}.`);
      this.at += size;
    }
  }
}

import { aligned, readGgufHeader, type TensorInfo } from './gguf-header.js';
import { fromHalf, toHalf } from './half.js';

const Q4_1 = 3;
const Q8_0 = 8;
/** Weights in a block, and the bytes of a block of each type. */
const BLOCK = 32;
const Q4_1_BYTES = 20;
const Q8_0_BYTES = 34;
/** Blocks that are converted in one go: between two, other work of the process has its turn. */
const GO = 1 << 15;

/** A file in the making. */
export interface Requantized {
  /** In bytes. */
  readonly size: number;
  /** The file from its first byte to its last. The work is done as they are taken. */
  readonly chunks: () => Iterable<Buffer>;
}

/**
 * The same model with its Q4_1 tensors as Q8_0. llama.cpp multiplies matrices of Q8_0 by kernels that take a prompt in
 * at 1.7 times the speed; the file is half as large again. A weight moves by at most half of a 127th of the largest
 * one of its block of 32, far less than what Q4_1 has lost before.
 *
 * @param file a whole GGUF
 * @returns undefined where the file has no Q4_1 tensor
 * @throws RangeError, TypeError for a file that is no such GGUF
 */
export function requantize(file: Buffer): Requantized | undefined {
  const { tensors, table, data } = readGgufHeader(file);
  if (!tensors.some(({ type }) => type === Q4_1)) return undefined;
  const ends = endsOf(tensors, file.length - data);
  const sources = tensors.map((tensor, at) => {
    const start = data + tensor.offset;
    const end = tensor.type === Q4_1 ? start + blocksOf(tensor) * Q4_1_BYTES : data + (ends[at] ?? 0);
    if (end > file.length) throw new RangeError(`the tensor ${tensor.name} ends beyond the file`);
    return file.subarray(start, end);
  });
  let offset = 0;
  const entries = tensors.map((tensor, at) => {
    const entry = tableEntry(tensor, offset);
    const length = tensor.type === Q4_1 ? blocksOf(tensor) * Q8_0_BYTES : (sources[at]?.length ?? 0);
    offset = aligned(offset + length);
    return entry;
  });
  const header = padded(Buffer.concat([file.subarray(0, table), ...entries]));
  function* chunks(): Generator<Buffer> {
    yield header;
    for (const [at, source] of sources.entries()) {
      if (tensors[at]?.type === Q4_1) yield* toQ8(source);
      else yield padded(source);
    }
  }
  return { size: header.length + offset, chunks };
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes], aligned(bytes.length));
}

/** Where each tensor ends: where the next one in the file begins. */
function endsOf(tensors: readonly TensorInfo[], length: number): readonly number[] {
  const starts = tensors.map(({ offset }) => offset).sort((a, b) => a - b);
  return tensors.map(({ offset }) => starts.find((start) => start > offset) ?? length);
}

function blocksOf({ shape }: TensorInfo): number {
  return Number(shape.reduce((product, size) => product * size, 1n)) / BLOCK;
}

function tableEntry({ name, shape, type }: TensorInfo, offset: number): Buffer {
  const text = Buffer.from(name);
  const entry = Buffer.alloc(8 + text.length + 4 + 8 * shape.length + 4 + 8);
  let at = entry.writeBigUInt64LE(BigInt(text.length), 0);
  at += text.copy(entry, at);
  at = entry.writeUInt32LE(shape.length, at);
  for (const size of shape) at = entry.writeBigUInt64LE(size, at);
  at = entry.writeUInt32LE(type === Q4_1 ? Q8_0 : type, at);
  entry.writeBigUInt64LE(BigInt(offset), at);
  return entry;
}

/**
 * A block of Q4_1 is a scale, a minimum and 32 numbers of four bits: weight = scale * number + minimum. The low halves
 * of its 16 bytes are the first 16 weights. A block of Q8_0 is a scale and 32 signed bytes: weight = scale * byte.
 */
function* toQ8(blocks: Buffer): Generator<Buffer> {
  const bytes = GO * Q4_1_BYTES;
  for (let at = 0; at < blocks.length; at += bytes) {
    const last = at + bytes >= blocks.length;
    const converted = convert(blocks.subarray(at, at + bytes));
    yield last ? padded(converted) : converted;
  }
}

function convert(blocks: Buffer): Buffer {
  const count = blocks.length / Q4_1_BYTES;
  const out = Buffer.alloc(count * Q8_0_BYTES);
  const bytes = new Int8Array(16);
  for (let block = 0; block < count; block++) {
    const from = block * Q4_1_BYTES;
    const to = block * Q8_0_BYTES;
    const scale = fromHalf(blocks.readUInt16LE(from));
    const minimum = fromHalf(blocks.readUInt16LE(from + 2));
    const largest = Math.max(Math.abs(minimum), Math.abs(minimum + 15 * scale));
    const step = largest / 127;
    out.writeUInt16LE(toHalf(step), to);
    for (let number = 0; number < 16; number++) {
      bytes[number] = step === 0 ? 0 : Math.round((minimum + number * scale) / step);
    }
    for (let at = 0; at < 16; at++) {
      const pair = blocks[from + 4 + at] ?? 0;
      out.writeInt8(bytes[pair & 15] ?? 0, to + 2 + at);
      out.writeInt8(bytes[pair >> 4] ?? 0, to + 18 + at);
    }
  }
  return out;
}

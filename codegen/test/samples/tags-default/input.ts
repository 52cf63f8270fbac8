import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  Low = 1,
  High = 2,
}

type Tree = { name: string; children: Tree[] };

/** Defaults of every type. */
@Signature()
export class Defaults {
  static readonly artifact = gen.Defaults;

  /** @default 'en' (English) */
  @InputField() language!: string;
  /** @default "null" */
  @InputField() text!: string | null;
  /** @default null */
  @InputField() nothing!: string | null;
  /** @default .5 */
  @InputField() share!: number;
  /** @default true */
  @InputField() sure!: boolean;
  /** @default 12345678901234567890 */
  @InputField() big!: bigint;
  /** @default 2026-01-31T12:00:00Z */
  @InputField() when!: Date;
  /** @default '2026-01-31' @format date */
  @InputField() day!: Date;
  /** @default 'Low' */
  @InputField() level!: Level;
  /** @default a */
  @InputField() choice!: 'a' | 'b';
  /** @default id-1 */
  @InputField() id!: `id-${number}`;
  /** @default ['a'] */
  @InputField() list!: string[];
  /** @default [1, 2] */
  @InputField() set!: Set<number>;
  /** @default ['a', 1] */
  @InputField() tuple!: [string, number];
  /** @default { a: 1 } */
  @InputField() record!: Record<string, number>;
  /**
   * What to count.
   * @default {
   *   a: 1,
   *   b: 2,
   * }
   * Later text goes on.
   */
  @InputField() map!: Map<string, number>;
  /** @default { name: 'root', children: [] } */
  @InputField() tree!: Tree;
  /** @default 1 */
  @InputField() optional?: number;
  @InputField() inner!: {
    /** @default 3 */
    size: number;
  };

  /** @default 0 */
  @OutputField() count!: number;
  /** @default 'none' */
  @OutputField() note!: string | null;
  /** @default 2026-01-31T12:00:00Z */
  @OutputField() due!: Date;
  /** @default High */
  @OutputField() output!: Level;
  /** @default { a: 1 } */
  @OutputField() byName!: Map<string, number>;
  @OutputField() parts!: {
    /** @default [] */
    tags: string[];
  }[];
}

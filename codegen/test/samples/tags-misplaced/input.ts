import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** @minLength 2 */
type Count = number;

/** @alias other @default 3 @stream done */
type Shared = number;

/** @minItems 1 */
interface Item {
  /** @uniqueItems */
  id: string;
}

enum Level {
  /** @minimum 1 @stream done */
  Low,
  /** @default 2 */
  High,
}

/** @minimum 1 @default 3 @stream done @json */
@Signature()
export class Misplaced {
  static readonly artifact = gen.Misplaced;

  /** @minLength 1 */
  @InputField() lengthOfNumber!: number;
  /** @minItems 1 */
  @InputField() itemsOfText!: string;
  /** @maxItems 1 */
  @InputField() itemsOfTuple!: [string, string];
  /** @minimum 1 @multipleOf 2 */
  @InputField() minimumOfText!: string;
  /** @exclusiveMaximum 5 */
  @InputField() limitOfBigint!: bigint;
  /** @format email */
  @InputField() formatOfBoolean!: boolean;
  /** @format email */
  @InputField() formatOfDate!: Date;
  /** @format date */
  @InputField() formatOfNumber!: number;
  /** @pattern ^a$ */
  @InputField() patternOfChoice!: 'a' | 'b';
  /** @minLength 2 */
  @InputField() lengthOfItems!: string[];
  /** @maximum 2 */
  @InputField() limitOfItems!: Set<number>;
  /** @uniqueItems */
  @InputField() uniqueSet!: Set<string>;
  /** @uniqueItems */
  @InputField() uniqueMap!: Record<string, string>;
  /** @asType integer */
  @InputField() wholeText!: string;
  /** @maxLength 9 */
  @InputField() lengthOfTemplate!: `id-${number}`;
  /** @json */
  @InputField() jsonOfText!: string;
  /** @stream done */
  @InputField() input!: string;
  @InputField() count!: Count;
  @InputField() shared!: Shared;
  @InputField() items!: Item[];
  @InputField() level!: Level;
  @OutputField() ok!: {
    /** @maxLength 5 */
    inner: { deep: boolean }[];
  };
}

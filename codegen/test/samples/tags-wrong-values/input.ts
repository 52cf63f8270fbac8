import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** @minimum 5 @pattern */
type Five = number;

/** @pattern ^a */
type A = string;

enum Level {
  /** @alias */
  Low,
  High,
}

type Size =
  /** @alias small */
  | 's'
  | 'small';

@Signature()
export class Wrong {
  static readonly artifact = gen.Wrong;

  /** @minimum lots */
  @InputField() noNumber!: number;
  /** @maximum Infinity */
  @InputField() infinite!: number;
  /** @exclusiveMinimum 1,000 */
  @InputField() thousands!: number;
  /** @multipleOf 0 */
  @InputField() zeroStep!: number;
  /** @minLength -1 @maxLength 1.5 */
  @InputField() counts!: string;
  /** @minItems many @uniqueItems false */
  @InputField() items!: string[];
  /** @pattern [a- */
  @InputField() pattern!: string;
  /** @pattern /a/ */
  @InputField() slashes!: string;
  /** @pattern ^\p{L}+$ */
  @InputField() flag!: string;
  /** From one (@minimum one) to five (@maximum 5). */
  @InputField() brackets!: number;
  /** @format postcode */
  @InputField() format!: string;
  /** @format */
  @InputField() noFormat!: string;
  /** @asType float */
  @InputField() float!: number;
  /** @alias two words */
  @InputField() blanks!: string;
  /** @alias 1st */
  @InputField() digit!: string;
  /** @alias a:b */
  @InputField() colon!: string;
  /** @alias constructor */
  @InputField() reserved!: string;
  /** @alias */
  @InputField() empty!: string;
  /** @title @description */
  @InputField() noText!: string;
  /** @minimum 1 @minimum 2 */
  @InputField() twice!: number;
  /** @minimum 3 @maximum 2 */
  @InputField() range!: number;
  /** @exclusiveMinimum 3 @maximum 3 */
  @InputField() open!: number;
  /** @exclusiveMinimum 3 @exclusiveMaximum 4 @asType integer */
  @InputField() betweenWhole!: number;
  /** @minimum 11 @maximum 19 @multipleOf 10 */
  @InputField() betweenSteps!: number;
  /** @minItems 3 @maxItems 2 */
  @InputField() noItems!: string[];
  /** @minLength 3 @maxLength 2 */
  @InputField() noLength!: string;
  /** @maximum 4 */
  @InputField() belowAlias!: Five;
  /** @pattern ^b */
  @InputField() twoPatterns!: A | null;
  @InputField() level!: Level;
  @InputField() size!: Size;

  /** @default en */
  @InputField() bareText!: string;
  /** @default 3 */
  @InputField() numberForText!: string;
  /** @default */
  @InputField() noDefault!: string;
  /** @default 'c' */
  @InputField() noChoice!: 'a' | 'b';
  /** @default 7 @maximum 5 */
  @InputField() aboveLimit!: number;
  /** @default yesterday */
  @InputField() noDate!: Date;
  /** @default { a: 'b' } */
  @InputField() noMap!: Map<string, number>;
  /** @default [1, 2 */
  @InputField() open2!: number[];
  /** @default 1 */
  @InputField() both: number = 2;
  @InputField() inner!: {
    /** @default 'x' */
    size: number;
  };
  /** @example 'x' */
  @InputField() noExample!: number;
  /** @examples 1 */
  @InputField() noList!: number;
  /** @examples [1, 'x'] */
  @InputField() oneWrong!: number;

  /** @stream later */
  @OutputField() later!: string;
  /** @stream */
  @OutputField() never!: string;
  /** @alias noNumber */
  @OutputField() nameOfInput!: string;
  /** @alias same */
  @OutputField() first!: string;
  /** @alias Same_ */
  @OutputField() second!: string;
  @OutputField() object!: {
    /** @alias b */
    a: string;
    b: string;
  };
}

/** Says its own name in other letters, and takes what another was called that is left out. */
enum Fine {
  /** @alias a thing */
  A = 'a',
  /** @alias OTHER */
  Other = 'other',
}

enum TakesName {
  /**
   * @alias B
   */
  A = 'a',
  B = 'b1',
}

enum TakesValue {
  A = 'a',
  /**
   * In another letter case.
   * @alias A
   */
  C = 'c',
}

enum TakesShown {
  /** @alias b */
  A = 'a',
  B = 'b',
}

enum TakesNumber {
  /** @alias 2 */
  Low = 1,
  High = 2,
}

type TakesLiteral =
  /** @alias Large */
  | 's'
  | 'large';

@Signature()
export class Taken {
  static readonly artifact = gen.Taken;

  @InputField() fine!: Fine;
  @InputField() none!: Exclude<TakesName, TakesName.B>;
  @OutputField() name!: TakesName;
  @OutputField() value!: TakesValue[];
  @OutputField() shown!: TakesShown | 'x';
  @OutputField() number!: TakesNumber;
  @OutputField() literal!: TakesLiteral;
  @OutputField() both!: TakesOther | Other;
}

/** @uniqueItems */
type Letters = ('a' | 'b')[];

@Signature()
export class TooMany {
  static readonly artifact = gen.TooMany;

  /** @minItems 3 */
  @OutputField() set!: Set<'a' | 'b'>;
  /** @minItems 3 */
  @OutputField() map!: Map<'a' | 'b', string>;
  /** @minItems 3 */
  @OutputField() unique!: Letters | null;
  /** @minItems 4 */
  @OutputField() nullable!: Set<boolean | null>;
  /** @minItems 3 */
  @OutputField() fits!: Set<boolean | null>;
  /** @minItems 3 */
  @OutputField() twice!: ('a' | 'b')[];
}

enum TakesOther {
  /** @alias Cash */
  Card = 'card',
}

enum Other {
  Cash = 'money',
}

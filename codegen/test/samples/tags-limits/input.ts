import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** @minLength 2 @maxLength 10 */
type Word = string;

/** @minimum 0 @maximum 100 */
type Percent = number;

/** @format email */
type Mail = string;

/** @format date */
type Day = Date;

/** Every limit on every type that has it: on a field, on a property, on an alias. */
@Signature()
export class Limits {
  static readonly artifact = gen.Limits;

  /** @minLength 1 */
  @InputField() name!: string;
  /** @minItems 1 @maxItems 3 @uniqueItems */
  @InputField() words!: Word[];
  /** @minItems 1 */
  @InputField() percents!: Record<string, Percent>;
  /** @maxItems 2 */
  @InputField() byDay!: Map<string, Day>;
  /** @maxItems 4 */
  @InputField() choices!: Set<Word>;

  /** @exclusiveMinimum 0 @exclusiveMaximum 1 */
  @OutputField() share!: number;
  /** @multipleOf 0.01 @minimum 0.5 euros at least */
  @OutputField() price!: number;
  /** @multipleOf 5 */
  @OutputField() step!: number;
  /** @multipleOf 1 @minimum 0x10 */
  @OutputField() whole!: number;
  /** @asType integer */
  @OutputField() asType!: number | null;
  /** @minLength 3 */
  @OutputField() stricter!: Word;
  /** @minLength 1 */
  @OutputField() notLooser!: Word | null;
  /** @pattern ^[^@]+ .{2,}$ */
  @OutputField() pattern!: string;
  @OutputField() mail!: Mail;
  /** @format uri */
  @OutputField() link?: string;
  @OutputField() day!: Day;
  /** @format date */
  @OutputField() otherDay?: Date | null;
  /** @format date-time */
  @OutputField() time!: Date;
  /** @minItems 1 @maxItems 5 @uniqueItems true */
  @OutputField() mails!: Mail[];
  /** @minItems 2 */
  @OutputField() set!: Set<Percent>;
  /** @maxItems 3 */
  @OutputField() map!: Map<Word, Percent>;
  /** @minItems 1 @maxItems 3 */
  @OutputField() record!: Record<string, number>;
  @OutputField() parts!: {
    /** @minimum 1 @maximum 5 @multipleOf 1 */
    stars: number;
    /**
     * As the customer wrote it.
     * @maxLength 80
     */
    comment?: Word | null;
    days: Day[];
  }[];
}

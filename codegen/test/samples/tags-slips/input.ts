import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  /** @ailas low */
  Low,
}

/** @minumum 1 */
type Share = number;

/** One edit, a swap of neighbors, another letter case, another tool's word. */
@Signature()
export class Slips {
  static readonly artifact = gen.Slips;

  /** @minimun 1 */
  @InputField() replaced!: number;
  /** @minimm 1 */
  @InputField() left!: number;
  /** @minimmum 1 */
  @InputField() doubled!: number;
  /** @mniimum 1 */
  @InputField() swapped!: number;
  /** @minimu 1 @patern a @fromat email */
  @InputField() inline!: string;
  /** @minlength 1 @max_length 2 */
  @InputField() letterCase!: string;
  /** @min 1 @max 2 @step 3 */
  @InputField() words!: number;
  /** @regex ^a$ */
  @InputField() regex!: string;
  /** @integer */
  @InputField() integer!: number;
  /** @unique */
  @InputField() unique!: string[];
  /** @defaultValue 3 */
  @InputField() defaultValue!: number;
  /** @enum a, b */
  @InputField() choice!: string;
  /** @nullable */
  @InputField() nullable!: string;
  @InputField() level!: Level;
  @InputField() share!: Share;
  /**
   * Two edits are another word: fine.
   * @minmm 1
   * @remarks For people.
   * @minImum 3
   * @since 2.0
   * @internal
   */
  @InputField() fine!: number;
  /** Ask @steam or @jsonc, write to a@default.de, see @sigil/json. */
  @InputField() prose!: number;
  /** @exemple 3 @steram done @defualt 4 */
  @OutputField() newNames!: number;
  /**
   * @exemple 3
   * @steram done
   * @defualt 4
   */
  @OutputField() newNamesOnLines!: number;
  /** Text. @stram done */
  @OutputField() behindText!: string;
  /** The text @minLength 1 @alais foo @defualt 'b' @exampel 'a' @titel T @decsription D @deprecatd @jsno */
  @OutputField() behindTags!: string;
  /** Mail me @stan, or @steam about @types/node: {@link titel}, a@titel.de and `@titel`. */
  @OutputField() mentions!: string;
}

import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/**
 * It's "quoted" and 'quoted', has a \ backslash, `code`, ${braces} and a {@link Odd.answer link}.
 *
 * - a list
 *   - indented
 *
 * The end of a comment: *\/, a mail address: someone@example.com, an emoji: 👩‍👩‍👧, a right-to-left mark: ‏.
 *
 * @remarks Not for the model.
 * @see https://example.com
 */
@Signature()
export class Odd {
  static readonly artifact = gen.Odd;

  /** Ask the @support team. */
  @InputField() question!: string;
  /** Line one.
   *  Line two. */
  @InputField() context!: string;

  /** ünïcödé, 日本語 */
  @OutputField() größe!: string;
  @OutputField() answer!: 'it\'s' | "say \"hi\"" | 'both \' and "' | 'back\\slash' | 'new\nline' | '\u2028' | '*/' | '${x}' | '';
}

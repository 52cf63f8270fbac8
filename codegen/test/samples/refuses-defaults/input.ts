import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

declare function compute(): string;
const shared = 'x';

@Signature()
export class Fallbacks {
  static readonly artifact = gen.Fallbacks;

  @InputField() called: string = compute();
  @InputField() named: string = shared;
  @InputField() spread: string[] = [...shared];
  @InputField() date: string = new Date().toISOString();
  /** @minimum 1 */
  @InputField() low: number = 0;
  @InputField() wrong: 'a' | 'b' = 'c' as never;
  @InputField() shape: { a: string } = {} as { a: string };
  @InputField() endless: number = 1e400;
  @InputField() keyed: Record<string, boolean[]> = { a: [true], b: [false, !1] };
  @InputField() computed: Record<string, boolean> = { [shared]: true };
  @InputField() short: { shared: string } = { shared };
  @OutputField() ok!: string;
}

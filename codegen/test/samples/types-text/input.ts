import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** A word in capitals. */
type Shout = Uppercase<'go' | 'stop'>;

type Greeting = Capitalize<'hello'>;

@Signature()
export class Texts {
  static readonly artifact = gen.Texts;

  @InputField() plain!: string;
  @InputField() size!: 'small' | 'large' | (string & {});
  @InputField() color!: 'red' | (string & Record<never, never>);
  @OutputField() id!: `id-${number}`;
  @OutputField() big!: `n${bigint}`;
  @OutputField() pair!: `${string}@${string}.com`;
  @OutputField() code!: `${'a' | 'b'}-${1 | 2}`;
  @OutputField() flag!: `is-${boolean}`;
  @OutputField() either!: `v${string | number}`;
  @OutputField() orNone!: `id-${number | 'none'}`;
  @OutputField() closed!: `id-${number}` | 'unknown';
  @OutputField() whole!: `${string}`;
  @OutputField() fixed!: `always`;
  @OutputField() shout!: Shout;
  @OutputField() greeting!: Greeting;
  @OutputField() odd!: 'it\'s' | "a \"b\"" | '${c}' | 'line\nbreak';
}

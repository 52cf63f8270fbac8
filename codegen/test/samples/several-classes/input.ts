import * as sigil from 'sigil';
import { Signature as Sig, InputField as In, OutputField as Out } from 'sigil';
import { Signature } from './other-library.js';
import * as gen from './input.gen.js';

/** By alias. */
@Sig()
export class First {
  static readonly artifact = gen.First;
  @In() a!: string;
  @Out() b!: string;
}

/** By namespace. */
@sigil.Signature()
export default class Second {
  static readonly artifact = gen.Second;
  @sigil.InputField() a!: string;
  @sigil.OutputField() b!: string;
}

/** Of another library with the same name. */
@Signature()
export class NotOurs {
  a!: string;
}

export function test(): unknown {
  /** Inside of a function. */
  @Sig()
  class Third {
    static readonly artifact = gen.Third;
    @Out() b!: number;
    constructor(public readonly extra: string) {}
    get half(): number {
      return this.b / 2;
    }
    private hidden = 1;
    #secret = 2;
    'odd name'(): number {
      return this.hidden + this.#secret;
    }
  }
  return Third;
}

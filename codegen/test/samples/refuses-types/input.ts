import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import type { Missing } from './nowhere.js';
import { Money, Wallet } from './money.js';

interface Deep {
  list: { when: Promise<Date>; then: () => void }[];
}

interface Empty {}

enum Level {
  Low = 'low'.length,
  High = 2,
}

interface Odd {
  name: string;
  [key: string]: string;
}

type Endless<T> = { value: T; next: Endless<T[]> };

@Signature()
export class Refused {
  static readonly artifact = gen.Refused;

  @InputField() a!: any;
  @InputField() b!: Wallet;
  @InputField() c!: Promise<string>;
  @InputField() d!: Map<Date, number>;
  @InputField() e!: () => string;
  @InputField() f!: [...string[], number];
  @InputField() g!: Endless<string>;
  @InputField() h!: 1n | 2n;
  @InputField() i!: string | Date;
  @InputField() j!: string[] | number[];
  @InputField() k!: Level;
  @InputField() l!: Missing;
  @InputField() m!: Deep;
  @InputField() n!: Uppercase<string>;
  @InputField() o!: URL;
  @InputField() p!: Uint8Array;
  @InputField() q!: Money;
  @InputField() r!: symbol;
  @InputField() s!: Empty;
  @InputField() t!: Odd;
  @InputField() u!: null;
  @InputField() v!: { a: string } & { a: number };
  @InputField() w!: keyof string;
  @InputField() x!: NotDeclared;
  @InputField() y!: string extends infer T ? T : never;
  @InputField() z!: RegExp;
  @OutputField() ok!: string;
}

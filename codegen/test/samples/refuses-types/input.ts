import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import type { Missing } from './nowhere.js';
import { Money } from './money.js';

interface Deep {
  list: { when: Date; then: () => void }[];
}

interface Tree {
  children: Tree[];
}

interface Box<T> {
  value: T;
}

interface Empty {}

enum Level {
  Low,
  High,
}

enum Computed {
  Low = 'low',
  High = Number('1'),
}

interface Odd {
  [key: string]: string;
}

@Signature()
export class Refused {
  static readonly artifact = gen.Refused;

  @InputField() a!: any;
  @InputField() b!: unknown;
  @InputField() c!: Date;
  @InputField() d!: Map<string, number>;
  @InputField() e!: () => string;
  @InputField() f!: [string, number];
  @InputField() g!: Box<string>;
  @InputField() h!: bigint;
  @InputField() i!: Tree;
  @InputField() j!: { kind: 'a' } | { kind: 'b' };
  @InputField() k!: Level;
  @InputField() l!: Missing;
  @InputField() m!: Deep;
  @InputField() n!: Record<string, string>;
  @InputField() o!: string | number;
  @InputField() p!: string | 'a';
  @InputField() q!: Money;
  @InputField() r!: true;
  @InputField() s!: Empty;
  @InputField() t!: Odd;
  @InputField() u!: `id-${number}`;
  @InputField() v!: { a: string } & { b: string };
  @InputField() w!: keyof Tree;
  @InputField() x!: NotDeclared;
  @InputField() y!: string | undefined;
  @InputField() z!: (string | undefined)[];
  @InputField() computed!: Computed;
  @OutputField() ok!: string;
}

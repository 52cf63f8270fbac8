import { InputField, OutputField, Signature } from 'sigil';
import { Gone } from 'not-built';
import type { Item } from './nowhere.js';
import * as gen from './input.gen.js';

const mixin = <T extends abstract new (...args: never[]) => object>(base: T): T => base;
const notAClass = 1;

class Generic<T> {
  @InputField() item!: T;
}

@Signature()
export class FromPackage extends Gone {
  static readonly artifact = gen.FromPackage;
  @OutputField() a!: string;
}

@Signature()
export class FromCall extends mixin(Generic) {
  static readonly artifact = gen.FromCall;
  @OutputField() a!: string;
}

@Signature()
export class FromValue extends notAClass {
  static readonly artifact = gen.FromValue;
  @OutputField() a!: string;
}

@Signature()
export class Circle extends Circle {
  static readonly artifact = gen.Circle;
  @OutputField() a!: string;
}

@Signature()
export class Unbound extends Generic {
  static readonly artifact = gen.Unbound;
  @OutputField() a!: string;
}

@Signature()
export class BoundToNothing extends Generic<Item> {
  static readonly artifact = gen.BoundToNothing;
  @OutputField() a!: string;
}

@Signature()
export class Base {
  static readonly artifact = gen.Base;
  @InputField() text!: string;
  @InputField() tags: string[] = [];
  @OutputField() a!: string;
}

@Signature()
export class Flipped extends Base {
  static override readonly artifact = gen.Flipped;
  @OutputField() override text: string = undefined as never;
  @InputField() override tags: string[] = undefined as never;
  @OutputField() override a!: 'x' | 'y';
}

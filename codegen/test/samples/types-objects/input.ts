import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Base {
  /** As on the passport. */
  name: string;
}

interface Aged {
  age?: number;
}

interface Person extends Base, Partial<Aged>, Omit<Address, 'zip'> {
  readonly mail: string | null;
}

interface Address {
  street: string;
  zip: string;
}

// Two declarations of one interface are one.
interface Merged {
  first: string;
}

interface Merged {
  second: number;
}

namespace shop {
  export interface Line {
    sku: string;
  }
  export type Lines = Line[];
}

class Point {
  x!: number;
  y = 0;
  readonly unit = 'px';
}

class Named extends Point implements Base {
  static count = 0;
  name!: string;
  declare label?: string;
  private secret = 1;
  #hidden = 2;
  get both(): string {
    return `${this.secret} ${this.#hidden}`;
  }
}

abstract class Shape {
  abstract area: number;
}

class Pixel {
  private constructor(
    public x: number,
    readonly y: number,
  ) {}
}

interface Accessed {
  get value(): string;
  set value(text: string);
  'with space': number;
  1: string;
  toString: string;
}

@Signature()
export class Objects {
  static readonly artifact = gen.Objects;

  @InputField() inline!: { a: string; b: { c: number } };
  @InputField() anything!: { value: unknown };
  @OutputField() person!: Person;
  @OutputField() merged!: Merged;
  @OutputField() lines!: shop.Lines;
  @OutputField() line!: shop.Line;
  @OutputField() point!: Point;
  @OutputField() named!: Named;
  @OutputField() shape!: Shape;
  @OutputField() pixel!: Pixel;
  @OutputField() accessed!: Accessed;
  @OutputField() both!: Base & Aged & { note: string };
  @OutputField() narrowed!: { kind: 'a' | 'b' } & { kind: 'b' | 'c' };
  @OutputField() twice!: Base[];
  @OutputField() valueOf!: string;
  @OutputField() hasOwnProperty!: boolean;
}

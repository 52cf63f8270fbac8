import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

type Anything = unknown;

interface Nested {
  list: { value: object }[];
  /** @json */
  asText: unknown;
}

interface Level1 {
  next: { a: { b: { c: { d: { e: { f: { g: { h: { i: string } } } } } } } } };
}

@Signature()
export class Open {
  static readonly artifact = gen.Open;

  // Any of these can be given.
  @InputField() input!: unknown;
  @InputField() alias!: Json;
  /** @json */
  @InputField() meant!: Json;
  @InputField() pair!: [string, number?];
  @InputField() deep!: Level1;

  @OutputField() a!: unknown;
  @OutputField() b!: object;
  @OutputField() c!: {};
  @OutputField() d!: Json;
  @OutputField() e!: Anything | null;
  @OutputField() f!: Nested;
  @OutputField() g!: [string, number?];
  @OutputField() h!: { pairs: [string, ...number[]][] };
  @OutputField() i!: Level1;
  @OutputField() j!: Map<string, unknown>;
  /** @json */
  @OutputField() ok!: unknown;
  /** @json */
  @OutputField() okToo!: Json;
}

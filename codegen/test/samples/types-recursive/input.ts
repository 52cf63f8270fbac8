import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Tree {
  name: string;
  children: Tree[];
}

type Expression =
  | { op: 'number'; value: number }
  | { op: 'add'; left: Expression; right: Expression };

interface Author {
  name: string;
  books?: Book[];
}

interface Book {
  title: string;
  author: Author;
}

interface ByMap {
  inner: Map<string, ByMap>;
}

interface ByRecord {
  inner: Record<string, ByRecord>;
}

interface ByTuple {
  pair: [left: ByTuple | null, right: ByTuple | null];
}

interface ByOption {
  next?: ByOption;
}

type Nested = string | Nested[];

type JsonObject = { [key: string]: JsonValue };
type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

interface Outer {
  trees: Tree[];
  self?: Outer;
}

@Signature()
export class Recursive {
  static readonly artifact = gen.Recursive;

  @InputField() given!: Tree;
  @InputField() json!: Json;
  @InputField() object!: JsonObject;
  @OutputField() tree!: Tree;
  @OutputField() expression!: Expression;
  @OutputField() author!: Author;
  @OutputField() book!: Book;
  @OutputField() byMap!: ByMap;
  @OutputField() byRecord!: ByRecord;
  @OutputField() byTuple!: ByTuple;
  @OutputField() byOption!: ByOption;
  @OutputField() nested!: Nested;
  @OutputField() outer!: Outer;
}

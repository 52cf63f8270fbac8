import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

interface Line {
  sku: string;
  count: number;
}

enum Level {
  High = 'high',
  Low = 'low',
}

type Pair<A, B> = readonly [A, B];

@Signature()
export class Collections {
  static readonly artifact = gen.Collections;

  @InputField() optional!: [name: string, age?: number];
  @InputField() rest!: [first: string, ...others: number[]];
  @InputField() spread!: [string, ...Pair<number, boolean>];
  @InputField() map!: Map<number, Line>;
  @InputField() set!: Set<Line>;
  @InputField() record!: { [name: string]: Line };
  @OutputField() list!: string[];
  @OutputField() generic!: Array<Line>;
  @OutputField() readonlyList!: readonly string[];
  @OutputField() readonlyGeneric!: ReadonlyArray<string | null>;
  @OutputField() made!: Readonly<string[]>;
  @OutputField() nested!: string[][];
  @OutputField() choices!: ('a' | 'b')[];
  @OutputField() unique!: Set<string>;
  @OutputField() readonlySet!: ReadonlySet<Date>;
  @OutputField() pair!: Pair<string, Date>;
  @OutputField() labelled!: [sku: string, line: Line];
  @OutputField() byName!: Record<string, Line>;
  @OutputField() readonlyRecord!: Readonly<Record<string, number>>;
  @OutputField() byNumber!: Record<number, string>;
  @OutputField() byId!: Record<`id-${number}`, string>;
  @OutputField() index!: { readonly [key: string]: number };
  @OutputField() closed!: Record<'a' | 'b', number>;
  @OutputField() byLevel!: Record<Level, string>;
  @OutputField() some!: Partial<Record<Level, string>>;
  @OutputField() table!: Map<string, Line[]>;
  @OutputField() levels!: Map<Level, Set<Level>>;
  @OutputField() readonlyMap!: ReadonlyMap<number, Map<string, Date>>;
  @OutputField() when!: Date;
  @OutputField() dates!: Map<string, Date>;
}

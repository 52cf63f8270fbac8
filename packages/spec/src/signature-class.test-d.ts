// Checked by the compiler alone: nothing here runs.
import { expectTypeOf } from 'vitest';
import type { Artifact, Fresh, PartialOf } from './index.js';

enum Level {
  High = 'high',
  Low = 'low',
}

enum Rank {
  First = 1,
  Second = 2,
}

type Sku = string & { readonly __brand: 'Sku' };

interface Row {
  readonly level: Level;
  readonly when: Date;
}

/** A class of one field of each kind that has a value of its own beside a text enum. */
declare class Mixed {
  static readonly artifact: Artifact<{
    shape: {
      list: { level: 'high' | 'low'; when: Date }[];
      map: Map<'high' | 'low', Date>;
      readonlyMap: ReadonlyMap<string, { level: 'high' | 'low'; when: Date }>;
      set: Set<'high' | 'low'>;
      readonlySet: ReadonlySet<'high' | 'low'>;
      pair: readonly ['high' | 'low', Date, 1 | 2, bigint];
      branded: { sku: Sku; level: 'high' | 'low' };
      loose: { size: 'small' | (string & {}); level: 'high' };
      maybe?: { level: 'high' | 'low' | null; when: Date | null };
    };
    inputs: object;
    defaulted: object;
    outputs: object;
    others: object;
  }>;
  list: Row[];
  map: Map<Level, Date>;
  readonlyMap: ReadonlyMap<string, Row>;
  set: Set<Level>;
  readonlySet: ReadonlySet<Level>;
  pair: readonly [Level, Date, Rank, bigint];
  branded: { sku: Sku; level: Level };
  loose: { size: 'small' | (string & {}); level: Level.High };
  maybe?: { level: Level | null; when: Date | null };
}

/** The same with one thing changed. */
declare class OtherKey {
  static readonly artifact: Artifact<{
    shape: { map: Map<'high', Date> };
    inputs: object;
    defaulted: object;
    outputs: object;
    others: object;
  }>;
  map: Map<Level, Date>;
}

declare class OtherDate {
  static readonly artifact: Artifact<{
    shape: { row: { level: 'high' | 'low'; when: string } };
    inputs: object;
    defaulted: object;
    outputs: object;
    others: object;
  }>;
  row: Row;
}

declare class NoLongerReadonly {
  static readonly artifact: Artifact<{
    shape: { set: Set<'high' | 'low'> };
    inputs: object;
    defaulted: object;
    outputs: object;
    others: object;
  }>;
  set: ReadonlySet<Level>;
}

// Text enums are compared by value, also beside dates, sets, maps and brands.
expectTypeOf<Fresh<typeof Mixed>>().toEqualTypeOf<unknown>();

// A field of which an enum, a date or a set is another is named.
type Changed<Name extends string> =
  `stale artifact, run 'sigil generate': field '${Name}' changed or was removed`;
expectTypeOf<Fresh<typeof OtherKey>>().toEqualTypeOf<Changed<'map'>>();
expectTypeOf<Fresh<typeof OtherDate>>().toEqualTypeOf<Changed<'row'>>();
expectTypeOf<Fresh<typeof NoLongerReadonly>>().toEqualTypeOf<Changed<'set'>>();

/** A text as it grows; in the subclass with how far it is. */
declare class Drafted {
  static readonly artifact: Artifact<{
    shape: { text: string };
    partial: { text?: string | undefined };
    inputs: object;
    defaulted: object;
    outputs: { text: 1 };
    others: object;
  }>;
  text: string;
}

declare class DraftedWithState extends Drafted {
  static override readonly artifact: Artifact<{
    shape: { text: string };
    partial: { text: { value: string | undefined; state: 'pending' | 'incomplete' | 'complete' } };
    inputs: object;
    defaulted: object;
    outputs: { text: 1 };
    others: object;
  }>;
}

// A subclass shows a field in its own way, and each class keeps what it shows.
expectTypeOf<typeof DraftedWithState>().toExtend<typeof Drafted>();
expectTypeOf<PartialOf<typeof Drafted>['text']>().toEqualTypeOf<string | undefined>();
expectTypeOf<PartialOf<typeof DraftedWithState>['text']['state']>().toEqualTypeOf<
  'pending' | 'incomplete' | 'complete'
>();

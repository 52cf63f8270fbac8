import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  High = 'high',
  Low = 'low',
}

interface Row {
  optional?: string;
  nullable: string | null;
  both?: string | null;
  undefinable: string | undefined;
  never?: never;
}

@Signature()
export class Nothing {
  static readonly artifact = gen.Nothing;

  @InputField() optional?: string;
  @InputField() nullable!: string | null;
  @InputField() both?: string | null;
  @InputField() undefinable!: string | undefined;
  @InputField() text: string = 'none';
  @InputField() list: string[] = [];
  @InputField() row: Row = { nullable: null, undefinable: 'a' };
  @InputField() level: Level = Level.Low;
  @InputField() nullByDefault: string | null = null;
  @InputField() counts: readonly number[] = [-1, 0.5];
  @OutputField() outOptional?: string;
  @OutputField() outNullable!: string | null;
  @OutputField() outBoth?: string | null;
  @OutputField() outUndefinable!: string | undefined;
  @OutputField() outAll?: Row | null | undefined;
  @OutputField() outText: string = 'none';
  @OutputField() outLevel: Level = Level.High;
}

/** Asks for nothing in return. */
@Signature()
export class NoOutputs {
  static readonly artifact = gen.NoOutputs;

  @InputField() message!: string;
}

/** Takes nothing. */
@Signature()
export class NoInputs {
  static readonly artifact = gen.NoInputs;

  @OutputField() joke!: string;
}

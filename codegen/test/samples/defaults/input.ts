import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level {
  Low = 'low',
  High = 'high',
}

/** Initializers become defaults: optional for the caller, taken when the model has nothing to say. */
@Signature()
export class Defaults {
  static readonly artifact = gen.Defaults;

  @InputField() language: string = 'en';
  @InputField() level: Level = Level.High;
  @InputField() limit: number = -3;
  @InputField() tags: string[] = ['a', `b`];
  @InputField() options: { strict: boolean; names: string[] } = { strict: true, names: [] };
  @InputField() nothing: string | null = null;

  @OutputField() answer!: string;
  @OutputField() sure: boolean = false;
  @OutputField() sources: readonly string[] = [];
  @OutputField() note: string | null = 'none';
}

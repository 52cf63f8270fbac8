import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { [key: string]: JsonValue };
type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];

/** Aliases that say the same as any JSON. */
@Signature()
export class AnyJson {
  static readonly artifact = gen.AnyJson;

  /** @json */
  @InputField() whole!: Json;
  @InputField() object!: JsonObject;
  /** @json */
  @OutputField() value!: JsonValue | undefined;
  @InputField() list!: JsonValue[];
}

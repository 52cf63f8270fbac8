import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';
import type { Item, Renamed } from './shapes.js';
import type Default from './shapes.js';
import { Level, type Kind } from './shapes.js';
import type * as shapes from './shapes.js';
import type older = require('./older.cjs');

@Signature()
export class Elsewhere {
  static readonly artifact = gen.Elsewhere;

  @InputField() item!: Item;
  @InputField() renamed!: Renamed;
  @InputField() byDefault!: Default;
  @InputField() level: Level = Level.High;
  @OutputField() kind!: Kind;
  @OutputField() byNamespace!: shapes.Passed[];
  @OutputField() inner!: shapes.geometry.Point;
  @OutputField() inPlace!: import('./parts.js').Part;
  @OutputField() older!: older.Old;
}

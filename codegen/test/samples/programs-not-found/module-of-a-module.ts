import { Module } from './gone.js';
import { Predict, Program, Module as M } from 'sigil';
import { Ticket } from './t.js';
import * as gen from './module-of-a-module.gen.js';
class Inner extends Module { x = new Predict(Ticket); }
@Program()
export class C extends M {
  static readonly artifact = gen.C;
  inner = new Inner();
  async forward({ message }: { message: string }) { return { message }; }
}

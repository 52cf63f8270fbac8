import { Inner } from './gone.js';
import { Predict, Program, Module as M } from 'sigil';
import { Ticket } from './t.js';
import * as gen from './held-module.gen.js';
@Program()
export class D extends M {
  static readonly artifact = gen.D;
  triage = new Predict(Ticket);
  inner = new Inner();
  async forward({ message }: { message: string }) { return { message }; }
}

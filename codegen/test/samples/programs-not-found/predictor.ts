import { Predict } from './gone.js';
import { Program, Module as M } from 'sigil';
import { Ticket } from './t.js';
import * as gen from './predictor.gen.js';
@Program()
export class E extends M {
  static readonly artifact = gen.E;
  triage = new Predict(Ticket);
  async forward({ message }: { message: string }) { return { message }; }
}

import { Program } from './gone.js';
import { Module as Base } from './gone.js';
import { Module, Predict, Program as Marked } from 'sigil';
import { Ticket } from './t.js';
import * as gen from './input.gen.js';

@Program()
export class Unmarked extends Module {
  static readonly artifact = gen.Unmarked;
  triage = new Predict(Ticket);
  async forward({ message }: { message: string }) {
    return this.triage.run({ message });
  }
}

@Marked()
export class Unbased extends Base {
  static readonly artifact = gen.Unbased;
  triage = new Predict(Ticket);
}

import * as sigil from 'sigil';
import { Module, Predict as Ask, Program } from 'sigil';
import { Inner } from './inner.js';
import Default, { Ticket } from './signatures.js';
import * as names from './names.js';
import * as gen from './input.gen.js';

class Checked extends Ask<typeof Ticket> {}
const Same = Ticket;

@Program()
export class Support extends Module {
  static readonly artifact = gen.Support;
  triage = new Ask(Ticket);
  private hidden = new sigil.Predict(names.Routed);
  answer = new Ask(Default) as Ask<typeof Default>;
  steps = [new Ask(Ticket), , new Ask(Same), [new Checked(Ticket)]] as const;
  byName = { first: new Ask(Ticket), 'second try': new Ask(Default), 7: new Ask(Ticket), deep: { er: new Ask(Ticket) } };
  inner = new Inner();
  inners = [new Inner(), new Inner()];
  again = this.triage;
  retries = 3;
  when = new Date();
  tags = new Map<string, string>();
  async forward({ message }: { message: string }) {
    await this.hidden.run({ message });
    return this.triage.run({ message });
  }
}

/** Has the predictors of its base first, then its own. */
@Program()
export class Longer extends Support {
  static override readonly artifact = gen.Longer;
  override answer = new Ask(Default);
  more = new Ask(Ticket);
}

@Program()
export class Empty extends Module {
  forward(inputs: { text: string }) {
    return inputs;
  }
}

import { InputField, Module, OutputField, Predict, Program, Signature } from 'sigil';
import { Ticket } from './signatures.js';
import { Gone } from './gone.js';
import * as gen from './input.gen.js';

const others = [new Predict(Ticket)];
const shared = new Predict(Ticket);
const key = 'name';
const isFast = true;
function build() {
  return new Predict(Ticket);
}
function buildAll(): Predict<typeof Ticket>[] {
  return [];
}
class Registry {
  predictor = new Predict(Ticket);
}
class Plain {
  text = '';
}
class OwnConstructor extends Predict<typeof Ticket> {
  constructor() {
    super(Ticket);
  }
}
interface Parts {
  triage: Predict<typeof Ticket>;
}

@Program()
export class Built extends Module {
  static readonly artifact = gen.Built;
  triage: Predict<typeof Ticket>;
  steps: Predict<typeof Ticket>[] = [];
  constructor(private readonly given: Predict<typeof Ticket>, readonly second = new Predict(Ticket)) {
    super();
    this.triage = new Predict(Ticket);
    for (let at = 0; at < 3; at += 1) this.steps.push(new Predict(Ticket));
  }
  async forward({ message }: { message: string }) {
    return new Predict(Ticket).run({ message });
  }
}

@Program()
export class Properties extends Module {
  static readonly artifact = gen.Properties;
  #hidden = new Predict(Ticket);
  accessor read = new Predict(Ticket);
  static one = new Predict(Ticket);
  [key] = new Predict(Ticket);
  later!: Predict<typeof Ticket>;
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
export class Values extends Module {
  static readonly artifact = gen.Values;
  fromCall = build();
  fromTypedCall = buildAll();
  shared = shared;
  spread = [...others, new Predict(Ticket)];
  record = { ...{ a: new Predict(Ticket) } };
  computed = { [key]: new Predict(Ticket) };
  condition = isFast ? new Predict(Ticket) : undefined;
  either = shared ?? new Predict(Ticket);
  map = new Map([['a', new Predict(Ticket)]]);
  set = new Set([new Predict(Ticket)]);
  registry = new Registry();
  lazy = () => new Predict(Ticket);
  mapped = [1, 2].map(() => new Predict(Ticket));
  methods = { a() { return new Predict(Ticket); } };
  own = new OwnConstructor();
  options = new Predict(Ticket, { fallback: new Predict(Ticket) });
  plain = new Plain();
  annotated: Predict<typeof Ticket> = JSON.parse('{}');
  empty: Predict<typeof Ticket>[] = [];
  again: Predict<typeof Ticket> = this.lost;
  get lost() {
    return new Predict(Ticket);
  }
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
export class Signatures extends Module {
  static readonly artifact = gen.Signatures;
  none = new Predict();
  plain = new Predict(Plain);
  gone = new Predict(Gone);
  variable = new Predict(isFast ? Ticket : Ticket);
  text = new Predict('question -> answer');
  constructor(private readonly cls: typeof Ticket) {
    super();
  }
  parameter = new Predict(this.cls);
  forward(inputs: { text: string }) {
    return inputs;
  }
}

class Left extends Module {
  right = new Right();
  forward(inputs: { text: string }) {
    return inputs;
  }
}
class Right extends Module {
  left = new Left();
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
export class Endless extends Module {
  static readonly artifact = gen.Endless;
  left = new Left();
  self = new Endless();
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
export class NoModule {
  static readonly artifact = gen.NoModule;
  triage = new Predict(Ticket);
}

@Program()
export class LostBase extends Gone {
  static readonly artifact = gen.LostBase;
}

@Program
export class NotCalled extends Module {
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program('x')
export class WithArgument extends Module {
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
@Signature()
export class Both extends Module {
  static readonly artifact = gen.Both;
  @InputField() a!: string;
  @OutputField() b!: string;
}

@Signature()
export class Taken {
  static readonly artifact = gen.Taken;
  @InputField() a!: string;
  @OutputField() b!: string;
}

@Program()
export class TakenInput extends Module {
  static readonly artifact = gen.TakenInput;
  forward(inputs: { text: string }) {
    return inputs;
  }
}

@Program()
export default class extends Module {
  forward(inputs: { text: string }) {
    return inputs;
  }
}

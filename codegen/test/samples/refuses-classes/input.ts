import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

class Base {
  @InputField() shared!: string;
}

@Signature()
export class Child extends Base {
  static readonly artifact = gen.Child;
  @OutputField() answer!: string;
}

@Signature()
export class Generic<T> {
  static readonly artifact = gen.Generic;
  @OutputField() answer!: T;
}

@Signature()
export class Silent {
  static readonly artifact = gen.Silent;
  @InputField() question!: string;
}

@Signature('route it')
export class WithArguments {
  static readonly artifact = gen.WithArguments;
  @OutputField() answer!: string;
}

@Signature
export class NotCalled {
  static readonly artifact = gen.NotCalled;
  @OutputField() answer!: string;
}

@Signature()
@Signature()
export class Twice {
  static readonly artifact = gen.Twice;
  @OutputField() answer!: string;
}

@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @OutputField() answer!: string;
}

@Signature()
export class TicketInput {
  static readonly artifact = gen.TicketInput;
  @OutputField() answer!: string;
}

export const expression = @Signature() class Expression {
  static readonly artifact = gen.Expression;
  @OutputField() answer!: string;
};

@Signature()
export default class {
  @OutputField() answer!: string;
}

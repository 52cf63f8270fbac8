import { InputField, Module, OutputField, Predict, Program, Signature, type InputOf, type OutputOf } from 'sigil';
import type { Answered, Asked } from './shapes.js';
import * as gen from './input.gen.js';

/** Route a ticket. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() message!: string;
  @InputField() channel: string = 'mail';
  @OutputField() team!: 'billing' | 'technical';
}

/** Takes an interface of another file and gives a generic one. */
@Program()
export class Written extends Module {
  static readonly artifact = gen.Written;
  triage = new Predict(Ticket);
  async forward({ message, tone = 'kind' }: Asked): Promise<Answered<string>> {
    return { answer: `${tone}${message}`, sources: [] };
  }
}

/** Has the forward of its base. */
@Program()
export class Inherited extends Written {
  static override readonly artifact = gen.Inherited;
}

/** Takes and gives what a signature does. */
@Program()
export class OfSignature extends Module {
  static readonly artifact = gen.OfSignature;
  triage = new Predict(Ticket);
  forward = async (inputs: InputOf<typeof Ticket>): Promise<OutputOf<typeof Ticket>> => this.triage.run(inputs);
}

/** Its outputs are told by its return statements. */
@Program()
export class Told extends Module {
  static readonly artifact = gen.Told;
  triage = new Predict(Ticket);
  async forward({ message }: { message: string }) {
    const { team } = await this.triage.run({ message });
    const count = [1].map((each) => {
      return { each };
    }).length;
    return { team, length: message.length, count };
  }
}

/** Of two kinds of answers only the names are known. */
@Program()
export class Either extends Module {
  static readonly artifact = gen.Either;
  triage = new Predict(Ticket);
  async forward({ message }: { message: string }) {
    const { team } = await this.triage.run({ message });
    if (message === '') return { team: 'nobody' };
    return { team };
  }
}

/** Its outputs are parts of answers, and whole ones. */
@Program()
export class Parts extends Module {
  static readonly artifact = gen.Parts;
  triage = new Predict(Ticket);
  again = new Predict(Ticket);
  constructor(private readonly tone: string, { loud }: { loud: boolean }, readonly limit = 3, more?: string) {
    super();
  }
  async forward({ message }: { message: string }) {
    const answer = await this.triage.run({ message });
    const late = this.triage.run({ message });
    let other = await this.triage.run({ message });
    return {
      team: 'nobody',
      ...answer,
      first: answer.team,
      second: (await this.again.run({ message })).team,
      third: late.team,
      fourth: other.team,
      fifth: answer.nothing,
    };
  }
}

/** Gives an answer as it is. */
@Program()
export class Whole extends Parts {
  static override readonly artifact = gen.Whole;
  async forward({ message }: { message: string }) {
    const answer = await this.triage.run({ message });
    if (message === '') return this.again.run({ message });
    return answer;
  }
}

/** Takes nothing. */
@Program()
export class Alone extends Module {
  static readonly artifact = gen.Alone;
  triage = new Predict(Ticket);
  async forward() {
    return await this.triage.run({ message: 'Hello?' });
  }
}

/** Nobody knows what it takes and gives. */
@Program()
export class Unknown extends Module {
  static readonly artifact = gen.Unknown;
  triage = new Predict(Ticket);
  async forward({ run }: { run: () => string }) {
    const outputs = await this.triage.run({ message: run() });
    return { ...outputs };
  }
}

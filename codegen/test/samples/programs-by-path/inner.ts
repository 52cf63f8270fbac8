import { Module, Predict } from 'sigil';
import { Reply } from './names.js';

abstract class Base extends Module {
  protected first = new Predict(Reply);
  readonly second: Predict<typeof Reply> = new Predict(Reply);
}

export class Inner extends Base {
  readonly log: string[] = [];
  third = new Predict(Reply, { maxReasks: 0 });
  async forward({ question }: { question: string }) {
    return this.third.run({ question });
  }
}

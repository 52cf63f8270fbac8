import { InputField, OutputField } from 'sigil';

/** What every answer has. */
export interface Source {
  /** Where it stands. */
  url: string;
}

/** No signature of its own: others extend it. */
export abstract class Answer {
  /** What the user asked. @minLength 3 */
  @InputField() question!: string;
  /** How sure the answer is. @minimum 0 @maximum 1 */
  @OutputField() sure!: number;
  @OutputField() sources!: Source[];
  log(): void {}
}

export default class Ranked<Item, Why = string> extends Answer {
  @InputField() items!: Item[];
  @OutputField() best!: Item;
  @OutputField() why?: Why;
}

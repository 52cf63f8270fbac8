import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

export enum Channel {
  Mail = 'mail',
  Chat = 'chat',
}

const enum Tone {
  Kind = 'kind',
  Plain = 'plain',
}

enum Alike {
  Yes = 'yes',
  Sure = 'yes',
  No = `n${'o'}`,
}

/** Who wrote it. */
interface Author {
  name: string;
  /** Years. @asType integer @minimum 0 */
  age?: number;
  mail: string | null;
}

type Verdict = 'buy' | 'hold' | 'sell';

type Money = { amount: number; currency: 'EUR' | 'USD' };

interface Named {
  /** As printed on the box. */
  title: string;
}

interface Product extends Named {
  'stock-keeping unit': string;
  prices: Money[];
}

/** Read one of everything. */
@Signature()
export class Everything {
  static readonly artifact = gen.Everything;

  @InputField() text!: string;
  @InputField() number!: number;
  /** @asType integer */
  @InputField() whole!: number;
  @InputField() flag!: boolean;
  @InputField() channel!: Channel;
  @InputField() alike: Alike = Alike.Sure;
  @InputField() mailOnly!: Channel.Mail;
  @InputField() texts!: string[];
  @InputField() readonlyTexts!: readonly string[];
  @InputField() generic!: Array<Channel>;
  @InputField() readonlyGeneric!: ReadonlyArray<number>;
  @InputField() table!: (number | null)[][];
  @InputField() author!: Author;
  @InputField() place!: { city: string; zip?: string | undefined };
  @InputField() maybe?: string;
  @InputField() maybeUndefined?: string | undefined;
  @InputField() nothing!: string | null;

  @OutputField() verdict!: Verdict;
  @OutputField() verdictOrTone!: Verdict | Tone | 'none';
  @OutputField() grade!: 1 | 2 | 3 | -1 | 0.5;
  @OutputField() mixed!: 'a' | 1 | null;
  @OutputField() yes!: true | false;
  @OutputField() products!: readonly Product[];
  @OutputField() reason?: string;
  @OutputField() score?: number | null;
  @OutputField() price!: Money | null;
}

import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

enum Level { /** Same line as the enum. */ Low, /** After the comma. */ High = 5,
  /** Attached. */
  Top,
}

type Size =
  /** Read: above the bar. */
  | 'small'
  | /** Read: behind the bar. */ 'large'
  | 'other' /** Read: behind the last member. */;

type Color = /** Read: the first without a bar. */ 'red' | 'green';

type Either =
  /** Not read: no literal. */
  | string
  | number;

interface Item { /** Same line as the brace. */ sku: string;
  /** Attached. */ name: string; /** Behind a property, before another. */ size: Size;
  color: Color; /** Behind the last one on its line. */
  either: Either;
}

@Signature()
/** Between decorator and class. */
export class Unattached {
  static readonly artifact = gen.Unattached;

  @InputField()
  /** Between decorator and name. */
  a!: string;
  @InputField() /** Behind the decorator. */ b!: string;
  /** Attached, with code behind it. */ @InputField() c!: string;
  /** Above another comment. */
  /** Attached. */
  @InputField() level!: Level;
  @OutputField() /** Before the type. */ item!: /** In the type. */ Item;
}

/** Attached. */
@Signature() /** Behind the decorator. */ export class OnOneLine {
  static readonly artifact = gen.OnOneLine;

  @OutputField() a!: string;
}

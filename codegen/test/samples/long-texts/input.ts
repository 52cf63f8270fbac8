import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './input.gen.js';

/** Choose. */
@Signature()
export class Long {
  static readonly artifact = gen.Long;

  /** A description that goes on for so long that it does not fit on one line of the generated file, whatever one does about it. */
  @InputField() question!: string;
  @OutputField() country!: 'Austria' | 'Belgium' | 'Bulgaria' | 'Croatia' | 'Cyprus' | 'Czechia' | 'Denmark' | 'Estonia' | 'Finland' | 'France' | 'Germany' | 'Greece' | 'Hungary' | 'Ireland' | 'Italy';
  @OutputField() countries?: ('Austria' | 'Belgium' | 'Bulgaria' | 'Croatia' | 'Cyprus' | 'Czechia' | 'Denmark' | 'Estonia')[];
}

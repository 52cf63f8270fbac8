import { ParseError, type Coercion } from '@sigil/spec';
import { Fitting, MISFIT } from '../fit/fitting.js';

/** A reply in the layout of an adapter that is being read, and what was changed so far. */
export interface Reading {
  /** The whole reply, for errors. */
  readonly reply: string;
  readonly coercions: Coercion[];
  /** Takes away the escape that keeps text from reading as a marker. */
  readonly unescape: (text: string) => string;
}

/** Notes a change. */
export function note(reading: Reading, path: string, kind: string, from: string, to: string): void {
  reading.coercions.push({ path, kind, from, to });
}

/** A fitting of which nothing may be lost: a part of a reply that fits nowhere is shown to the model. */
export function newFitting(): Fitting {
  return new Fitting('error');
}

/**
 * Takes over what a fitting noted.
 *
 * @throws ParseError with the first reason, where the value does not fit
 */
export function accept<Value>(value: Value | typeof MISFIT, fitting: Fitting, reading: Reading): Value {
  if (value === MISFIT) {
    const nothing = { path: '', keys: [], found: 'nothing', expected: 'a value' };
    throw new ParseError({ ...(fitting.misfit ?? nothing), reply: reading.reply });
  }
  reading.coercions.push(...fitting.notes);
  return value;
}

/** `core`: what any tolerant parser should read. `harder`: what takes a good guess. */
export type Level = 'core' | 'harder';

/** What may come of a reply: a value of the program, or a refusal. */
export type Outcome =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** Whether something was changed or dropped on the way, which the coercions then have to say. */
      readonly changed: 'yes' | 'no' | 'either';
    }
  | {
      readonly kind: 'error';
      /** Where in the value; any place when absent. */
      readonly path?: string;
    };

/** A reply that is over, and every outcome that is right. */
export interface ReplyCase {
  readonly name: string;
  readonly reply: string;
  readonly level: Level;
  readonly outcomes: readonly Outcome[];
}

/** The reply is what the type asks for, as JSON: nothing is noted. */
export function exact(name: string, reply: string, value: unknown): ReplyCase {
  return { name, reply, level: 'core', outcomes: [{ kind: 'value', value, changed: 'no' }] };
}

/** Every value that the reply has is read as it is written, whatever surrounds it. */
export function reads(name: string, reply: string, value: unknown): ReplyCase {
  return { name, reply, level: 'core', outcomes: [as(value)] };
}

/** Something of the reply was changed or left out, and the coercions say so. */
export function changes(name: string, reply: string, value: unknown): ReplyCase {
  return { name, reply, level: 'core', outcomes: [changed(value)] };
}

/** The reply is refused, at the path when one is given. */
export function fails(name: string, reply: string, path?: string): ReplyCase {
  return { name, reply, level: 'core', outcomes: [refused(path)] };
}

/** Several outcomes are defensible. */
export function either(name: string, reply: string, ...outcomes: Outcome[]): ReplyCase {
  return { name, reply, level: 'core', outcomes };
}

/** The same case, for a parser that guesses well. */
export function harder(given: ReplyCase): ReplyCase {
  return { ...given, level: 'harder' };
}

/** For {@link either}: the value, noted or not. */
export function as(value: unknown): Outcome {
  return { kind: 'value', value, changed: 'either' };
}

/** For {@link either}: the value, with a note. */
export function changed(value: unknown): Outcome {
  return { kind: 'value', value, changed: 'yes' };
}

/** For {@link either}: a refusal. */
export function refused(path?: string): Outcome {
  return path === undefined ? { kind: 'error' } : { kind: 'error', path };
}

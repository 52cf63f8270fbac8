import { DecoratorError, type AnyClass, type FreshProgram, type Program as Runnable } from '@sigil/spec';
import { markProgram } from './program-artifact.js';

/** Something that can be run, evaluated and optimized: a `Predict`, or a module made of several. */
export type Program<In = object, Out = object> = Runnable<In, Out>;

/** The decorator that `@Program()` gives: it takes any class whose artifact is fresh. */
export type ProgramDecorator = <C extends AnyClass>(
  target: C & FreshProgram<C>,
  context?: ClassDecoratorContext<C>,
) => void;

/**
 * Marks a {@link Module} for `sigil generate`, which finds its predictors and embeds their tuned state. A class whose
 * predictors are not those of its artifact is a compile error here.
 *
 * @returns the decorator
 * @throws DecoratorError where it does not stand on a class
 * @example
 * ```ts
 * import * as gen from './support.gen.js';
 *
 * @Program()
 * export class Support extends Module {
 *   static readonly artifact = gen.Support;
 *   triage = new Predict(Ticket);
 *   async forward({ message }: { message: string }) {
 *     return this.triage.run({ message });
 *   }
 * }
 * ```
 */
export function Program(...none: []): ProgramDecorator {
  const given: readonly unknown[] = none;
  if (given.length > 0) {
    throw new DecoratorError(
      `Cannot apply @Program: it was used without its parentheses. Write '@Program()'.`,
    );
  }
  return (target: unknown) => {
    if (typeof target !== 'function') {
      throw new DecoratorError(
        `Cannot apply @Program: found a ${typeof target}, wanted a class. Put it before 'class', ` +
          `and set "experimentalDecorators": true in tsconfig.json.`,
      );
    }
    markProgram(target);
  };
}

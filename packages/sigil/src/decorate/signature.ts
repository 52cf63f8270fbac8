import { DecoratorError, type AnyClass, type Fresh } from '@sigil/spec';
import { recordSignature } from './metadata.js';

/** The decorator that `@Signature()` gives: it takes any class whose artifact is fresh. */
export type SignatureDecorator = <C extends AnyClass>(
  target: C & Fresh<C>,
  context?: ClassDecoratorContext<C>,
) => void;

/**
 * Marks a class as a signature: its doc comment says what to do, its fields what goes in and what comes out.
 * `sigil generate` compiles it. A class that no longer fits its artifact is a compile error here.
 *
 * @returns the decorator
 * @throws DecoratorError where it does not stand on a class
 * @example
 * ```ts
 * import * as gen from './ticket.gen.js';
 *
 * /** Route a support ticket to the team that can solve it. *\/
 * @Signature()
 * export class Ticket {
 *   static readonly artifact = gen.Ticket;
 *   @InputField() message!: string;
 *   @OutputField() team!: 'billing' | 'technical' | 'sales';
 * }
 * ```
 */
export function Signature(...none: []): SignatureDecorator {
  const given: readonly unknown[] = none;
  if (given.length > 0) {
    throw new DecoratorError(
      `Cannot apply @Signature: it was used without its parentheses. Write '@Signature()'.`,
    );
  }
  return (target: unknown) => {
    if (typeof target !== 'function') {
      throw new DecoratorError(
        `Cannot apply @Signature: found a ${typeof target}, wanted a class. Put it before 'class', ` +
          `and set "experimentalDecorators": true in tsconfig.json.`,
      );
    }
    recordSignature(target);
  };
}

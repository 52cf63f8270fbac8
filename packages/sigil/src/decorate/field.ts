import { DecoratorError } from '@sigil/spec';
import { recordField } from './metadata.js';

/** A field decorator for standard and for legacy decorators. */
export interface FieldDecorator {
  <T extends object, F>(
    value: undefined,
    context: ClassFieldDecoratorContext<T, F> & { static: false; private: false },
  ): void;
  <T extends object>(prototype: T, name: keyof T & string, descriptor?: undefined): void;
}

/**
 * Marks a field that the caller gives.
 *
 * @returns the decorator
 * @throws DecoratorError where it does not stand on a plain, named, non-static field
 * @example
 * ```ts
 * import * as gen from './ticket.gen.js';
 *
 * @Signature()
 * export class Ticket {
 *   static readonly artifact = gen.Ticket;
 *   @InputField() message!: string;
 *   @OutputField() team!: string;
 * }
 * ```
 */
export function InputField(...none: []): FieldDecorator {
  return field('InputField', 'in', none);
}

/**
 * Marks a field that the model answers.
 *
 * @returns the decorator
 * @throws DecoratorError where it does not stand on a plain, named, non-static field
 * @example
 * ```ts
 * import * as gen from './ticket.gen.js';
 *
 * @Signature()
 * export class Ticket {
 *   static readonly artifact = gen.Ticket;
 *   @InputField() message!: string;
 *   @OutputField() team!: 'billing' | 'technical' | 'sales';
 * }
 * ```
 */
export function OutputField(...none: []): FieldDecorator {
  return field('OutputField', 'out', none);
}

function field(decorator: string, direction: 'in' | 'out', none: readonly unknown[]): FieldDecorator {
  if (none.length > 0) {
    throw new DecoratorError(
      `Cannot apply @${decorator}: it was used without its parentheses. Write '@${decorator}()'; what a field means goes into its doc comment.`,
    );
  }
  return (target: unknown, context: unknown, descriptor?: unknown) => {
    // Legacy compilers pass a descriptor for methods and accessors, never for fields.
    if (descriptor !== undefined && descriptor !== null) {
      throw new DecoratorError(
        `Cannot apply @${decorator} to '${String(context)}': found a method or an accessor, wanted a plain field.`,
      );
    }
    recordField(decorator, target, context, direction);
  };
}

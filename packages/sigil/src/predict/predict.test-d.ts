// Checked by the compiler alone: nothing here runs.
import { expectTypeOf } from 'vitest';
import { Predict, type InputOf, type OutputOf } from '../index.js';
import { type Kind, Ticket } from '../fixtures/ticket.js';

expectTypeOf<InputOf<typeof Ticket>>().toEqualTypeOf<
  Pick<Ticket, 'message' | 'history'> & Partial<Pick<Ticket, 'channel'>>
>();
expectTypeOf<OutputOf<typeof Kind>>().toEqualTypeOf<Pick<Kind, 'verdict'>>();

export async function calls(): Promise<void> {
  const outputs = await new Predict(Ticket).run({ message: 'x' });
  expectTypeOf(outputs.team).toEqualTypeOf<'billing' | 'technical' | 'sales'>();
  expectTypeOf(outputs.urgency).toEqualTypeOf<number>();

  // @ts-expect-error -- TS2339: an input is no output
  expectTypeOf(outputs.message);
  // @ts-expect-error -- TS2322: a number is no message
  await new Predict(Ticket).run({ message: 1 });
  // @ts-expect-error -- TS2345: the message is missing
  await new Predict(Ticket).run({});

  class NotCompiled {
    text = '';
  }
  // @ts-expect-error -- TS2345: "no generated artifact on this class: run 'sigil generate --wire'"
  await new Predict(NotCompiled).run({});
}

// Checked by the compiler alone: nothing here runs.
import { expectTypeOf } from 'vitest';
import { Predict, type InputOf, type OutputOf, type PartialOf } from '../index.js';
import { Support } from '../fixtures/support.js';
import type { TicketPartial } from '../fixtures/ticket.gen.js';
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

export async function streams(): Promise<void> {
  expectTypeOf<PartialOf<typeof Ticket>>().toEqualTypeOf<TicketPartial>();
  const stream = new Predict(Ticket).stream({ message: 'x' });
  for await (const shown of stream) {
    expectTypeOf(shown.team).toEqualTypeOf<'billing' | 'technical' | 'sales' | undefined>();
    expectTypeOf(shown.order?.items).toEqualTypeOf<string[] | undefined>();
    // @ts-expect-error -- TS2339: an input is no output
    expectTypeOf(shown.message);
  }
  expectTypeOf(await stream.outputs).toEqualTypeOf<OutputOf<typeof Ticket>>();
  stream.toTextStream('reply');
  // @ts-expect-error -- TS2345: a number is no text
  stream.toTextStream('urgency');
  // @ts-expect-error -- TS2345: the message is missing
  new Predict(Ticket).stream({});

  expectTypeOf(await new Support().stream({ message: 'x' }).outputs).toEqualTypeOf<{
    team: string;
    verdicts: readonly string[];
  }>();
}

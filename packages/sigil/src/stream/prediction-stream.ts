import type { CallReport, RunEvent } from '@sigil/spec';
import { leavable } from './leavable.js';
import { readableOf } from './readable-of.js';
import { RunStream } from './run-stream.js';
import { textDeltas } from './text-deltas.js';

/** A prediction and what it took. */
export interface Reported<Out> {
  readonly outputs: Out;
  readonly report: CallReport;
}

/**
 * A prediction that is read while it comes: a loop over it gets the partials of the outputs, field by field. In each
 * partial, texts and lists have only grown, and what else was shown is the same, up to a `reset` among the
 * {@link RunStream.events}: the reply could not be used, the model was asked again, and the partials start over.
 *
 * @example
 * ```ts
 * const lm = new FakeLM(['team: billing']);
 * const stream = new Predict(Ticket, { lm }).stream({ message: 'I was charged twice.' });
 * for await (const { team } of stream) console.log(team); // -> billing
 * (await stream.outputs).team; // -> 'billing'
 * ```
 */
export class PredictionStream<Shown, Out> extends RunStream<Shown, Out, Reported<Out>> {
  /** The report of the call, when it is over. */
  get report(): Promise<CallReport> {
    return this.result.then(({ report }) => report);
  }

  /**
   * The text of one field as it grows, piece by piece. To cancel it stops the run.
   *
   * @param field an output that is a text
   * @returns a stream that fails with StreamResetError where text that was given is void, since the reply could not be
   *   used and the model was asked again; with `maxReasks: 0` it fails with the reason itself
   */
  toTextStream(field: TextField<Shown>): ReadableStream<string> {
    return readableOf(leavable((left) => textDeltas(this.read(left), '', field)));
  }

  protected override itemOf(event: RunEvent): Shown | undefined {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the partial type was generated from the same fields
    return event.kind === 'partial' ? (event.value as Shown) : undefined;
  }

  protected override outputsOf({ outputs }: Reported<Out>): Out {
    return outputs;
  }
}

/** The names of fields that may be texts. */
export type TextField<Shown> = {
  [Name in keyof Shown]-?: Extract<Shown[Name], string | { readonly state: string }> extends never
    ? never
    : Name;
}[keyof Shown] &
  string;

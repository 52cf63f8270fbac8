import type { RunEvent } from '@sigil/spec';
import { leavable } from './leavable.js';
import { readableOf } from './readable-of.js';
import { RunStream } from './run-stream.js';
import { textDeltas } from './text-deltas.js';

/**
 * The run of a program that is read while it goes on: a loop over it gets what happens in its predictors, each event
 * with the path of its predictor.
 *
 * @example
 * ```ts
 * class Support extends Module {
 *   triage = new Predict(Ticket, { lm: new FakeLM(['team: billing']) });
 *   async forward({ message }: { message: string }) {
 *     const { team } = await this.triage.run({ message });
 *     return { answer: `Ask ${team}.` };
 *   }
 * }
 * const stream = new Support().stream({ message: 'I was charged twice.' });
 * for await (const event of stream) {
 *   if (event.kind === 'partial' && event.path === 'triage') console.log(event.path); // -> triage
 * }
 * (await stream.outputs).answer; // -> 'Ask billing.'
 * ```
 */
export class ProgramStream<Out> extends RunStream<RunEvent, Out, Out> {
  /**
   * The text of one field of one predictor as it grows. To cancel it stops the run.
   *
   * @param path of the predictor, as `namedPredictors` names it
   * @param field one of its outputs that is a text
   * @returns a stream that fails with StreamResetError where text that was given is void
   */
  toTextStream(path: string, field: string): ReadableStream<string> {
    return readableOf(leavable((left) => textDeltas(this.read(left), path, field)));
  }

  protected override itemOf(event: RunEvent): RunEvent {
    return event;
  }

  protected override outputsOf(result: Out): Out {
    return result;
  }
}

import type { CallReport } from '@sigil/spec';

const reports = new WeakMap<object, CallReport>();

/** Remembers the report of a prediction for as long as the prediction lives. */
export function keepReport(prediction: object, made: CallReport): void {
  reports.set(prediction, made);
}

/**
 * What the call behind a prediction did and used.
 *
 * @param prediction the object that `run` gave, not a copy of it
 * @returns undefined for any other object
 * @example
 * ```ts
 * const answer = await new Predict(Ticket, { lm: new FakeLM(['The team is billing.']) }).run({ message });
 * report(answer)?.attempts.length; // -> 1
 * report(answer)?.coercions[0]?.kind; // -> 'enum-from-text'
 * ```
 */
export function report(prediction: object): CallReport | undefined {
  return reports.get(prediction);
}

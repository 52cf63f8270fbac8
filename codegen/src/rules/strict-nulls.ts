import type { Place } from '../declaration/place.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * A project tells null from its types: without `strictNullChecks` every type holds null, and what a class says about
 * it is not so.
 *
 * @param place where the configuration switches it off, if it does
 */
export function strictNulls(place: Place | undefined): readonly Diagnostic[] {
  if (place === undefined) return [];
  return [
    {
      code: 'SIGIL2020',
      severity: 'error',
      message:
        "Cannot compile this project: without 'strictNullChecks' any type may hold null, so that types do not say what a model may answer.",
      hint: 'write \'"strict": true\' in its place',
      ...place,
    },
  ];
}

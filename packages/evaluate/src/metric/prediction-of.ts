import type { Prediction } from '@sigil/spec';

/** What a metric is given: the program's own outputs, or any fields where a program does not say what it answers. */
export type PredictionOf<P extends object> = object extends P ? Prediction : P;

/** Optimizers by the name that `--optimizer` takes. */
export const optimizerNames = ['labeled-few-shot', 'bootstrap-few-shot', 'bootstrap-random-search'] as const;

/** One of {@link optimizerNames}. */
export type OptimizerName = (typeof optimizerNames)[number];

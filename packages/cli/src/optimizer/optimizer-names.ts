/** Optimizers by the name that `--optimizer` takes. */
export const optimizerNames = ['labeled-few-shot', 'bootstrap-few-shot', 'bootstrap-random-search'] as const;

/** One of {@link optimizerNames}. */
export type OptimizerName = (typeof optimizerNames)[number];

/** What DSPy calls them, in any case and with or without hyphens. */
const dspyNames: Readonly<Record<string, OptimizerName>> = {
  labeledfewshot: 'labeled-few-shot',
  bootstrapfewshot: 'bootstrap-few-shot',
  bootstrapfewshotwithrandomsearch: 'bootstrap-random-search',
  bootstraprandomsearch: 'bootstrap-random-search',
  bootstraprs: 'bootstrap-random-search',
};

/** Historic names of optimizers that Sigil does not have, and what DSPy calls them today. */
const historicNames: Readonly<Record<string, string>> = {
  bayesiansignatureoptimizer: 'MIPRO',
  signatureoptimizer: 'COPRO',
};

/** The optimizer of a name, our own or DSPy's; undefined for a name of none. */
export function optimizerOf(text: string): OptimizerName | undefined {
  return new Map(Object.entries(dspyNames)).get(plain(text));
}

/** What to say of a name that is none of ours. */
export function unknownOptimizer(text: string): string {
  const today = new Map(Object.entries(historicNames)).get(plain(text));
  const known = `Wanted one of: ${optimizerNames.join(', ')} (or DSPy's names: LabeledFewShot, BootstrapFewShot, BootstrapFewShotWithRandomSearch, BootstrapRS).`;
  return today === undefined ? known : `DSPy calls it ${today} now, and Sigil does not have it. ${known}`;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, '');
}

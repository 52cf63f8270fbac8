import type { TunedFile } from '@sigil/spec';

/**
 * Adapters that a tuned file names and nobody has, one sentence each. Every variant is looked at: the one of a model
 * would otherwise fail in production only, when that model is asked.
 *
 * @param known ids of the adapters there are
 */
export function adapterProblems(tuned: TunedFile, known: readonly string[]): readonly string[] {
  return Object.entries(tuned.predictors).flatMap(([path, { variants }]) =>
    Object.entries(variants).flatMap(([model, { adapter }]) => {
      if (adapter === undefined || known.includes(adapter)) return [];
      const at = `predictors[${JSON.stringify(path)}].variants[${JSON.stringify(model)}].adapter`;
      return [
        `${at} is ${JSON.stringify(adapter)}, which this version of Sigil does not have, wanted one of: ${known.join(', ')}`,
      ];
    }),
  );
}

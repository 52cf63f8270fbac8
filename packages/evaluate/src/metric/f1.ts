import { fieldMetric, type FieldMetric } from './field-metric.js';

/**
 * Token F1 of text outputs, averaged over those that the row tells; outputs of other types (numbers, dates,
 * lists) do not count. Texts are
 * normalized as SQuAD does (Rajpurkar et al. 2016): lower case, no punctuation, no `a`, `an`, `the`, single blanks.
 * Two texts without a token are equal: 1.
 *
 * @example
 * ```ts
 * f1({ answer: 'the Eiffel Tower' }, { answer: 'Eiffel tower, Paris' }); // -> 0.8
 * ```
 */
export const f1: FieldMetric = fieldMetric({
  name: 'f1',
  judge: (expected, predicted) => {
    if (typeof expected !== 'string') return undefined;
    return typeof predicted === 'string' ? tokenF1(tokens(expected), tokens(predicted)) : 0;
  },
  combine: (scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length,
});

function tokens(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\b(?:a|an|the)\b/gu, ' ')
    .split(/\s+/u)
    .filter((token) => token !== '');
}

function tokenF1(expected: readonly string[], predicted: readonly string[]): number {
  if (expected.length === 0 || predicted.length === 0) return expected.length === predicted.length ? 1 : 0;
  const left = [...expected];
  let common = 0;
  for (const token of predicted) {
    const at = left.indexOf(token);
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (expected.length + predicted.length);
}

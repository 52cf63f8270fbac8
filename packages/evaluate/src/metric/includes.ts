import { fieldMetric, type FieldMetric } from './field-metric.js';
import { sameValue } from './same-value.js';

/**
 * 1 when every output that the row tells includes what is expected, else 0: a text the expected text (case and runs of
 * blanks do not count; an empty text is only in an empty one), a list or a set every expected item, a map every expected
 * entry. Other values must be equal.
 *
 * @example
 * ```ts
 * includes({ answer: 'Paris' }, { answer: 'It is paris, I think.' }); // -> 1
 * ```
 */
export const includes: FieldMetric = fieldMetric({
  name: 'includes',
  judge: (expected, predicted) => (isIncluded(expected, predicted) ? 1 : 0),
  combine: (scores) => Math.min(...scores),
});

function isIncluded(expected: unknown, predicted: unknown): boolean {
  if (typeof expected === 'string' && typeof predicted === 'string') {
    const [part, whole] = [plain(expected), plain(predicted)];
    return part === '' ? whole === '' : whole.includes(part);
  }
  const [items, others] = [itemsOf(expected), itemsOf(predicted)];
  if (items !== undefined && others !== undefined && Array.isArray(expected) === Array.isArray(predicted)) {
    return items.every((item) => others.some((other) => sameValue(item, other)));
  }
  return sameValue(expected, predicted);
}

/** Of a map its entries. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  const isCollection = Array.isArray(value) || value instanceof Set || value instanceof Map;
  return isCollection ? [...value] : undefined;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

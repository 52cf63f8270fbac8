import { toJson, toPrompt } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { judge } from './compare/judge.js';
import { readReply } from './compare/read-reply.js';
import { typeOf } from './compare/type-of.js';
import { corpus } from './corpus.js';
import { insideDisguises, outsideDisguises, type Disguise } from './disguise/disguises.js';
import { jsonTokens } from './disguise/json-tokens.js';
import type { Outcome } from './reply/reply-case.js';
import { sourceOf } from './reply/theme.js';

/** Every value of the corpus that is more than a word, as JSON: whatever a disguise does to it, it means the same. */
const plain = corpus.flatMap(({ groups }) =>
  groups.flatMap(({ type, cases }) => {
    const { source, typeName } = sourceOf(type);
    const valueType = typeOf(source, typeName);
    const values = cases.flatMap(({ outcomes }) => {
      const [outcome] = outcomes;
      return outcome?.kind === 'value' && outcomes.length === 1 ? [outcome.value] : [];
    });
    return values
      .filter((value) => typeof value === 'object' && value !== null && !(value instanceof Date))
      .map((value) => ({ valueType, value, json: jsonOf(valueType, value) }))
      .filter(({ json }) => json.length > 2);
  }),
);

const pairs = insideDisguises.flatMap((one, index) =>
  insideDisguises.slice(index + 1).map((other) => [one, other]),
);

describe.each(outsideDisguises)('$name', (outside) => {
  it.each(pairs.map((pair) => ({ pair, name: pair.map(({ name }) => name).join(' and ') })))(
    'reads JSON with $name',
    ({ pair }) => {
      const differences = plain.flatMap(({ valueType, value, json }) => {
        const disguised = disguise(json, [...pair, outside]);
        const outcomes: readonly Outcome[] = [{ kind: 'value', value, changed: 'either' }];
        const reading = readReply(disguised, valueType);
        const judgement = judge(reading, { name: '', reply: disguised, level: 'core', outcomes });
        return judgement === 'right' ? [] : [{ disguised, reading, value, valueType }];
      });
      expect(differences).toEqual([]);
    },
  );
});

it('has enough of them to say something', () => {
  expect(plain.length).toBeGreaterThan(300);
});

function disguise(reply: string, disguises: readonly Disguise[]): string {
  const tokens = disguises.reduce((all, { tokens: change }) => change?.(all) ?? all, jsonTokens(reply));
  const text = tokens.map((token) => token.text).join('');
  return disguises.reduce((all, { text: change }) => change?.(all) ?? all, text);
}

/** As a model would write it, under the names that it was shown. */
function jsonOf(type: ValueType, value: unknown): string {
  const json = toJson(type, value);
  if (json === undefined) throw new TypeError('A value of the corpus has no JSON form.');
  return JSON.stringify(toPrompt(type, json));
}

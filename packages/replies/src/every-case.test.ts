import { describe, expect, it } from 'vitest';
import { typeOf } from './compare/type-of.js';
import { judge } from './compare/judge.js';
import { readReply } from './compare/read-reply.js';
import { corpus } from './corpus.js';
import { sourceOf } from './reply/theme.js';

describe.each(corpus)('$name', ({ groups }) => {
  for (const { type, cases } of groups) {
    const { source, typeName } = sourceOf(type);
    it.each(cases)(`reads ${typeName}: $name`, (given) => {
      const reading = readReply(given.reply, typeOf(source, typeName));
      // The reading and what is wanted stand beside each other where they differ.
      const wanted = given.outcomes;
      expect({ judgement: judge(reading, given), reading, wanted }).toEqual({
        judgement: 'right',
        reading,
        wanted,
      });
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }
});

it('has at least 500 replies, each with a name of its own in its group', () => {
  const groups = corpus.flatMap((theme) => theme.groups);
  expect(groups.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(500);
  for (const { cases } of groups) expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

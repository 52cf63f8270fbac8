import { describe, expect, it } from 'vitest';
import { partialParser, parseValue } from 'sigil/parse';
import { sameValue } from './compare/judge.js';
import { typeOf } from './compare/type-of.js';
import { growingLists } from './partial/growing-lists.js';
import { growingObjects } from './partial/growing-objects.js';
import { oddReplies } from './partial/odd-replies.js';
import { sourceOf } from './reply/theme.js';

describe.each([...growingObjects, ...growingLists, ...oddReplies])('$type', ({ type, cases }) => {
  const { source, typeName } = sourceOf(type);

  it.each(cases)('shows $name', ({ reply, shown }) => {
    const valueType = typeOf(source, typeName);
    const found = withoutEmpty(parseValue(reply, valueType, { mode: 'partial' }).value);
    const fits = shown.some((one) => sameValue(withoutEmpty(one), found));
    expect({ fits, found, shown }).toEqual({ fits: true, found, shown });
  });

  it.each(cases)('shows $name, character by character', ({ reply, shown }) => {
    const parser = partialParser(typeOf(source, typeName));
    let last: unknown;
    for (const unit of reply.split('')) last = parser.push(unit);
    const found = withoutEmpty(last);
    const fits = shown.some((one) => sameValue(withoutEmpty(one), found));
    expect({ fits, found, shown }).toEqual({ fits: true, found, shown });
  });
});

/** Lists and maps may stand there empty before their first item came. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    return value;
  const kept = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]));
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Date) && Object.keys(value).length === 0
  );
}

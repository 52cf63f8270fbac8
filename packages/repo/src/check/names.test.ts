import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { namesCheck } from './names.js';

it.each([
  'packages/lm/src/utils/retry.ts',
  'packages/lm/src/helpers.ts',
  'packages/lm/src/types.ts',
  'packages/lm/src/core/a.test.ts',
  'codegen/src/lib/a.ts',
  'packages/cli/src/string-utils.ts',
  'examples/01-reviews/shared/a.ts',
  'packages/lm/src/RetryAfter.ts',
  'packages/lm/src/retry_after.ts',
])('finds %s', (path) => {
  expect(namesCheck.find(sample({ [path]: '' }))).toEqual([expect.objectContaining({ path })]);
});

it.each([
  'packages/lm/src/retry/retry-after.test.ts',
  'packages/spec/src/value-type.ts',
  'packages/sigil/src/sigil.test-d.ts',
  'codegen/test/samples/Common/types.ts',
  'packages/spec/README.md',
  'examples/01-reviews/src/review.opt.json',
])('accepts %s', (path) => {
  expect(namesCheck.find(sample({ [path]: '' }))).toEqual([]);
});

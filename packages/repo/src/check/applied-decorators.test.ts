import { expect, it } from 'vitest';
import { sample, samplePackage } from '../tree/sample.js';
import { appliedDecoratorsCheck } from './applied-decorators.js';

const applied = '/** Text. */\n@Signature()\nexport class Ticket {\n  @InputField() message!: string;\n}';

it('finds decorators on classes and properties', () => {
  expect(appliedDecoratorsCheck.find(samplePackage({ 'ticket.ts': applied }))).toEqual([
    expect.objectContaining({ path: 'packages/lm/src/ticket.ts', line: 2 }),
    expect.objectContaining({ path: 'packages/lm/src/ticket.ts', line: 4 }),
  ]);
});

it('accepts them in tests, samples, examples and comments', () => {
  const tree = sample({
    'packages/lm/package.json': { name: '@sigil/lm' },
    'packages/lm/src/ticket.test.ts': applied,
    'packages/lm/src/samples/ticket.ts': applied,
    'packages/lm/src/signature.ts': '/** @Signature() class A {} */ export function Signature() {}',
    'examples/01-reviews/package.json': { name: 'reviews', private: true },
    'examples/01-reviews/src/review.ts': applied,
  });
  expect(appliedDecoratorsCheck.find(tree)).toEqual([]);
});

import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { excusedAnyCheck } from './excused-any.js';

it.each(['const a = b as any;', 'function f(a: any) {}', 'type A = Array<any>;', 'const a = <any>b;'])(
  'finds %s',
  (text) => {
    expect(excusedAnyCheck.find(samplePackage({ 'a.ts': `const b = 1;\n${text}` }))).toEqual([
      expect.objectContaining({ line: 2 }),
    ]);
  },
);

it('finds a comment that gives no reason', () => {
  const text = '// oxlint-disable-next-line typescript/no-explicit-any\ntype A = any;';
  expect(excusedAnyCheck.find(samplePackage({ 'a.ts': text }))).toHaveLength(1);
});

it('accepts one with a reason, and the word elsewhere', () => {
  const text = [
    '// oxlint-disable-next-line typescript/no-explicit-any -- a class of any constructor',
    'type A = new (...args: any[]) => object;',
    "const any = 'any'; // any",
  ];
  expect(
    excusedAnyCheck.find(samplePackage({ 'a.ts': text.join('\n'), 'a.test.ts': 'let a: any;' })),
  ).toEqual([]);
});

import { expect, it } from 'vitest';
import { freeNames } from './free-names.js';

const names = (code: string): string[] =>
  freeNames(code).map(({ name, isType }) => (isType ? `type ${name}` : name));

it('finds what is used and not declared, and tells what is used in types only', () => {
  expect(names('const a: Metric = (row) => row.team === f1({ b, c: d }, [e], Other);')).toEqual([
    'type Metric',
    'f1',
    'b',
    'd',
    'e',
    'Other',
  ]);
  expect(names('let a: Predict | Outer.Inner; new Predict();')).toEqual(['Predict', 'type Outer']);
});

it('leaves out what code declares or imports, and names of members', () => {
  expect(
    names(`
      import * as gen from './a.gen.js';
      import { b as c, type D } from 'd';
      class E { static readonly artifact = gen.E; f(g: D) { return g.h(this.f); } }
      const { i, j: k, ...l } = c(new E());
      function m({ n }: D) { return [i, k, l, n]; }
    `),
  ).toEqual([]);
});

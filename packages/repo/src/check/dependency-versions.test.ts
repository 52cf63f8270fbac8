import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { dependencyVersionsCheck } from './dependency-versions.js';

it("accepts 'catalog:' and 'workspace:*', and a range for a peer", () => {
  const tree = sample({
    'package.json': { name: 'root', devDependencies: { vitest: 'catalog:' } },
    'codegen/package.json': {
      name: '@sigil/codegen',
      dependencies: { '@sigil/spec': 'workspace:*', 'ts-morph': 'catalog:' },
      peerDependencies: { vitest: '^4.1.0' },
    },
  });
  expect(dependencyVersionsCheck.find(tree)).toEqual([]);
});

it('finds every other version, in the root and in packages', () => {
  const tree = sample({
    'package.json': { name: 'root', devDependencies: { vitest: '4.1.12' } },
    'examples/01-reviews/package.json': {
      name: 'reviews',
      dependencies: { sigil: 'workspace:^', zod: '^4.0.0' },
    },
  });
  expect(dependencyVersionsCheck.find(tree).map(formatFinding)).toEqual([
    expect.stringMatching(/^package\.json asks for vitest '4\.1\.12'/),
    expect.stringMatching(/^examples\/01-reviews\/package\.json asks for sigil 'workspace:\^'/),
    expect.stringMatching(/^examples\/01-reviews\/package\.json asks for zod '\^4\.0\.0'/),
  ]);
});

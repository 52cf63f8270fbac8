import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { referencesCheck } from './references.js';

const dependencies = { '@sigil/spec': 'workspace:*', '@sigil/hash': 'workspace:*', zod: 'catalog:' };
const files = {
  'tsconfig.json': {
    references: [{ path: 'packages/spec' }, { path: 'packages/hash' }, { path: 'codegen' }],
  },
  'packages/spec/package.json': { name: '@sigil/spec' },
  'packages/spec/tsconfig.json': {},
  'packages/hash/package.json': { name: '@sigil/hash' },
  'packages/hash/tsconfig.json': {},
  'codegen/package.json': { name: '@sigil/codegen', dependencies },
  'codegen/tsconfig.json': { references: [{ path: '../packages/spec' }, { path: '../packages/hash' }] },
};

it('accepts references that are the dependencies', () => {
  expect(referencesCheck.find(sample(files))).toEqual([]);
});

it('counts a peer as a dependency', () => {
  const { '@sigil/hash': hash, ...others } = dependencies;
  const codegen = { name: '@sigil/codegen', dependencies: others, peerDependencies: { '@sigil/hash': hash } };
  expect(referencesCheck.find(sample({ ...files, 'codegen/package.json': codegen }))).toEqual([]);
});

it('finds a reference that is missing, and one too many', () => {
  const tree = sample({
    ...files,
    'codegen/tsconfig.json': { references: [{ path: '../packages/spec' }, { path: '../packages/lm' }] },
  });
  expect(referencesCheck.find(tree).map(formatFinding)).toEqual([
    'codegen/tsconfig.json does not reference packages/hash, which package.json depends on.',
    'codegen/tsconfig.json references packages/lm, which package.json does not depend on.',
  ]);
});

it('finds a package that the root does not build, or cannot', () => {
  const { 'packages/hash/tsconfig.json': _, ...rest } = files;
  const tree = sample({
    ...rest,
    'tsconfig.json': { references: [{ path: 'packages/hash' }, { path: 'codegen' }] },
  });
  expect(referencesCheck.find(tree).map(formatFinding)).toEqual([
    'packages/hash/tsconfig.json is missing: every package that users install has one.',
    'tsconfig.json does not reference packages/spec, which package.json depends on.',
  ]);
});

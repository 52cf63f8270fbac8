import { expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { rootLayoutCheck } from './root-layout.js';

const layout = Object.fromEntries(
  [
    'ARCHITECTURE.md CONTRIBUTING.md LICENSE README.md package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json',
    'tsconfig.json tsconfig.test.json vitest.config.ts codegen/a docs/a examples/a packages/a scripts/a .ci/run .gitignore',
  ]
    .join(' ')
    .split(' ')
    .map((path) => [path, '']),
);

it('accepts the layout', () => {
  expect(rootLayoutCheck.find(sample(layout))).toEqual([]);
});

it('finds what does not belong there and what is missing', () => {
  const { LICENSE: _, ...rest } = layout;
  expect(
    rootLayoutCheck.find(sample({ ...rest, 'notes.txt': '', 'src/a.ts': '' })).map(formatFinding),
  ).toEqual([
    expect.stringMatching(/^notes\.txt does not belong/),
    expect.stringMatching(/^src\/ does not belong/),
    'LICENSE is missing in the root.',
  ]);
});

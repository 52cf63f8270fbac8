import type { Check } from './check.js';

const folders = ['codegen', 'docs', 'examples', 'packages', 'scripts'];
const files = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.test.json',
  'vitest.config.ts',
];

/** The root shows the house, not what lies around in it. Files of tools that start with a dot may stand there too. */
export const rootLayoutCheck: Check = {
  rule: 'the root holds the folders and files of the layout, and nothing else',
  find(tree) {
    const found = new Set(tree.paths.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)));
    const wanted = new Set([...folders.map((folder) => `${folder}/`), ...files]);
    return [
      ...[...found]
        .filter((name) => !name.startsWith('.') && !wanted.has(name))
        .map((name) => ({
          path: name,
          message: 'does not belong in the root. See the layout in root-layout.ts.',
        })),
      ...[...wanted]
        .filter((name) => !found.has(name))
        .map((name) => ({ path: name, message: 'is missing in the root.' })),
    ];
  },
};

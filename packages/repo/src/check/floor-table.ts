/** Where a package stands, and which packages of ours it may import. */
export interface Floor {
  readonly folder: string;
  readonly floor: number;
  readonly mayImport: readonly string[];
}

const ground = ['@sigil/spec', '@sigil/hash', '@sigil/files', '@sigil/schema'];

/**
 * The floors, by package name. A package imports from lower floors only, and only what stands here; a new package gets a
 * line here first. Packages that nobody installs (benchmarks, these checks, examples) stand beside the house and may
 * import anything.
 */
export const floors: Readonly<Record<string, Floor>> = {
  '@sigil/spec': { folder: 'packages/spec', floor: 0, mayImport: [] },
  '@sigil/hash': { folder: 'packages/hash', floor: 0, mayImport: [] },
  '@sigil/files': { folder: 'packages/files', floor: 0, mayImport: [] },
  '@sigil/schema': { folder: 'packages/schema', floor: 1, mayImport: ['@sigil/spec'] },
  sigil: { folder: 'packages/sigil', floor: 2, mayImport: ground },
  '@sigil/lm': { folder: 'packages/lm', floor: 2, mayImport: ground },
  '@sigil/llama': { folder: 'packages/llama', floor: 2, mayImport: ground },
  '@sigil/testing': { folder: 'packages/testing', floor: 2, mayImport: ground },
  '@sigil/codegen': { folder: 'codegen', floor: 3, mayImport: ground },
  '@sigil/evaluate': { folder: 'packages/evaluate', floor: 3, mayImport: [...ground, 'sigil'] },
  '@sigil/optimize': {
    folder: 'packages/optimize',
    floor: 4,
    mayImport: [...ground, 'sigil', '@sigil/evaluate'],
  },
  '@sigil/cli': {
    folder: 'packages/cli',
    floor: 5,
    mayImport: [
      ...ground,
      'sigil',
      '@sigil/lm',
      '@sigil/llama',
      '@sigil/codegen',
      '@sigil/evaluate',
      '@sigil/optimize',
    ],
  },
};

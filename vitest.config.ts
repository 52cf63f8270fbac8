import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The tests are outside of what the packages' tsconfig files build, so the flag is said again here.
  oxc: { decorator: { legacy: true } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'codegen/{src,test}/**/*.test.ts',
      'examples/*/**/*.test.ts',
      'scripts/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**', '**/samples/**', 'examples/*/work/**'],
    setupFiles: ['scripts/property-seed.mjs'],
    // Two cores: more workers only make the tests that start processes slower.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});

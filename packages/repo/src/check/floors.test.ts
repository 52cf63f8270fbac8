import { describe, expect, it } from 'vitest';
import { sample } from '../tree/sample.js';
import { formatFinding } from './check.js';
import { floors } from './floor-table.js';
import { floorsCheck } from './floors.js';

const found = (...args: Parameters<typeof sample>): string[] =>
  floorsCheck.find(sample(...args)).map(formatFinding);

describe('the table of floors', () => {
  it('lets every package import from lower floors only', () => {
    for (const [name, { floor, mayImport }] of Object.entries(floors)) {
      for (const below of mayImport)
        expect(floors[below]?.floor, `${name} imports ${below}`).toBeLessThan(floor);
    }
  });
});

describe('the check of floors', () => {
  it('accepts what goes down', () => {
    const files = {
      'packages/evaluate/package.json': {
        name: '@sigil/evaluate',
        dependencies: { sigil: 'workspace:*', '@sigil/spec': 'workspace:*', zod: 'catalog:' },
        devDependencies: { '@sigil/testing': 'workspace:*' },
      },
      'packages/evaluate/src/a.ts':
        "import { Predict } from 'sigil'; import type { Score } from '@sigil/spec'; import 'zod';",
      'packages/evaluate/src/a.test.ts': "import { FakeLM } from '@sigil/testing';",
    };
    expect(found(files)).toEqual([]);
  });

  it('finds a dependency that goes up or sideways', () => {
    const files = {
      'packages/lm/package.json': { name: '@sigil/lm', dependencies: { sigil: 'workspace:*' } },
    };
    expect(found(files)).toEqual([
      'packages/lm/package.json depends on sigil. @sigil/lm is on floor 2 and may import @sigil/spec, @sigil/hash, @sigil/files, @sigil/schema.',
    ]);
  });

  it.each([
    ["import { Predict } from 'sigil';"],
    ["import type { Predict } from 'sigil';"],
    ["export type { Predict } from 'sigil';"],
    ["type P = import('sigil').Predict;"],
    ["const door = await import('sigil/adapter');"],
  ])('finds an import that goes sideways: %s', (statement) => {
    const files = {
      'packages/lm/package.json': { name: '@sigil/lm' },
      'packages/lm/src/retry/retry.ts': `const first = 1;\n${statement}`,
    };
    expect(found(files)).toEqual([
      expect.stringMatching(/^packages\/lm\/src\/retry\/retry\.ts:2 imports sigil/),
    ]);
  });

  it('finds an import of a package that is only there for the tests', () => {
    const files = {
      'packages/lm/package.json': { name: '@sigil/lm', devDependencies: { '@sigil/hash': 'workspace:*' } },
      'packages/lm/src/a.ts': "import { sha256 } from '@sigil/hash';",
    };
    expect(found(files)).toEqual([
      'packages/lm/src/a.ts:1 imports @sigil/hash, which is not in the dependencies of @sigil/lm.',
    ]);
  });

  it('finds a package that has no floor', () => {
    const files = { 'packages/queue/package.json': { name: '@sigil/queue' } };
    expect(found(files)).toEqual([expect.stringContaining('packages/queue holds @sigil/queue')]);
  });

  it('lets private packages import anything', () => {
    const files = {
      'packages/bench/package.json': {
        name: '@sigil/bench',
        private: true,
        dependencies: { '@sigil/cli': 'workspace:*' },
      },
      'packages/bench/src/a.ts': "import '@sigil/cli';",
    };
    expect(found(files)).toEqual([]);
  });
});

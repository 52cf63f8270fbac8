import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../src/main.js';
import { nodeOf, tools, type Decorators } from './tools.js';

// Inside of this package, where the program's imports resolve.
const home = mkdtempSync(fileURLToPath(new URL('../.matrix-', import.meta.url)));

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder with the program, set up for one kind of decorators. */
function project(name: string, decorators: Decorators): string {
  const folder = join(home, `${name.replace(/\W+/gu, '-')}-${decorators}`);
  cpSync(fileURLToPath(new URL('../src', import.meta.url)), folder, { recursive: true });
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Decorators'],
    module: 'NodeNext',
    outDir: 'out',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    experimentalDecorators: decorators === 'legacy',
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.ts'], exclude: ['*.test.ts'] }),
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

const FAILS = {
  /** It says so itself, and names the setting. */
  oxc: /standard \(TC39\) decorators are not supported/u,
  /** The compiler inside of Vite 8 leaves standard decorators in its output, and no Node can read them. */
  vite: /Invalid or unexpected token/u,
  /** Node takes types away, and nothing else. */
  strip: /Invalid or unexpected token|Decorators are not valid/u,
} as const;

/** Where the program does not run, and what a user then reads. Everywhere else it prints the same. */
const expected: Readonly<Record<string, Partial<Record<Decorators, RegExp>>>> = {
  '@oxc-node/core': { standard: FAILS.oxc },
  'vitest 4, vite 8': { standard: FAILS.vite },
  'Node 22, strip types': { legacy: FAILS.strip, standard: FAILS.strip },
  'Node 24, strip types': { legacy: FAILS.strip, standard: FAILS.strip },
};

/** Versions of Node whose packages are not installed: they are for Linux. */
const missing = (['22', '24'] as const).filter((version) => nodeOf(version) === undefined);

const kinds = ['legacy', 'standard'] as const;
const cells = Object.keys(tools).flatMap((name) => kinds.map((kind) => ({ name, kind })));

describe('the program', () => {
  const works = cells.filter(({ name, kind }) => expected[name]?.[kind] === undefined);
  it.each(works)(
    'prints the same under $name with $kind decorators',
    async ({ name, kind }) => {
      expect(await tools[name]?.(project(name, kind), kind)).toBe(await main());
    },
    60_000,
  );

  const fails = cells.filter(({ name, kind }) => expected[name]?.[kind] !== undefined);
  it.each(fails)(
    'fails under $name with $kind decorators, in known words',
    async ({ name, kind }) => {
      expect(await tools[name]?.(project(name, kind), kind)).toMatch(expected[name]?.[kind] ?? /^$/u);
    },
    60_000,
  );

  // oxlint-disable-next-line vitest/no-disabled-tests, vitest/expect-expect -- never runs: it says what is missing
  it.skip.each(missing)('runs on Node %s, whose package is not installed', () => undefined);
});

describe('docs/tools.md', () => {
  it('says for every tool what was seen here', () => {
    const text = readFileSync(new URL('../../../docs/tools.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| ([^|]+?) +\| (works|fails) +\| (works|fails) +\|/gmu)];
    const said = rows.map(([, name, legacy, standard]) => [name, legacy, standard]);
    const word = (name: string, kind: Decorators): string =>
      expected[name]?.[kind] === undefined ? 'works' : 'fails';
    // A Node that is not installed here is in the table all the same.
    expect(said).toEqual(
      expect.arrayContaining(
        Object.keys(tools).map((name) => [name, word(name, 'legacy'), word(name, 'standard')]),
      ),
    );
  });
});

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FakeServer } from '@sigil/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { bareProject, temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const sigil = (...args: string[]) => runSigil(project.root, args);
const compilers = {
  6: 'typescript/bin/tsc6',
  7: 'typescript-7/bin/tsc',
};

/** The compiler's own words; empty when it has nothing to say. */
function typeCheck(config: string, version: keyof typeof compilers = 7): string {
  const tsc = new URL(`../../../../node_modules/${compilers[version]}`, import.meta.url);
  try {
    return execFileSync(process.execPath, [fileURLToPath(tsc), '--noEmit', '-p', config], {
      cwd: project.root,
      encoding: 'utf8',
    });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

describe('sigil init', () => {
  it('writes nothing where a file stands in the place of a folder, and says so', async () => {
    project = temporaryProject({ ...bareProject, data: 'a file' });
    const before = project.files();
    expect(await sigil('init')).toEqual({
      code: 2,
      out: '',
      err: `error SIGIL7002: Cannot set up Sigil in ${project.root}: ${project.root}/data is a file. Correct that, then run 'sigil init' again.\n`,
    });
    expect(project.files()).toEqual(before);
  });

  it('sets a project up so that the next commands work at once', async () => {
    project = temporaryProject(bareProject);
    const { code, out, err } = await sigil('init');
    expect(out).toBe(`Sigil is set up in ${project.root}:

  sigil.config.ts     created
  tsconfig.json       experimentalDecorators switched on
  package.json        scripts sigil:generate, sigil:check
  .gitattributes      created
  .gitignore          created
  src/review.ts       created: a first signature
  data/reviews.jsonl  created: 60 rows for it
  src/review.gen.ts   generated

Next:

  npx sigil render src/review.ts#Review --data data/reviews.jsonl
  npx sigil eval src/review.ts#Review --data data/reviews.jsonl --metric exact-match
  npx sigil optimize src/review.ts#Review --data data/reviews.jsonl --metric exact-match --candidates 8
`);
    expect([code, err]).toEqual([0, '']);
    expect(typeCheck('tsconfig.json')).toBe('');
    expect(await sigil('check')).toEqual({ code: 0, out: 'Fresh: 1 signature.\n', err: '' });
    const server = await FakeServer.start(() => 'sentiment: positive');
    const env = { SIGIL_MODEL: `${server.baseURL}#some-model` };
    const run = await runSigil(
      project.root,
      ['eval', 'src/review.ts#Review', '--data', 'data/reviews.jsonl', '--metric', 'exact-match'],
      { env },
    );
    await server.close();
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
  });

  it('changes nothing when it is run again', async () => {
    project = temporaryProject({ ...bareProject, '.gitignore': 'dist\n' });
    await sigil('init');
    const before = project.files();
    const { code, out } = await sigil('init');
    expect([code, out]).toEqual([0, `Sigil is set up in ${project.root}. There is nothing to do.\n`]);
    expect(project.files()).toEqual(before);
  });

  it('works where the tsconfig only references others, as in a Vite project', async () => {
    project = temporaryProject({
      'package.json': '{ "name": "app", "type": "module" }\n',
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.node.json" }] }\n',
      'tsconfig.app.json': `{
  "compilerOptions": {
    "target": "ES2023", "useDefineForClassFields": true, "lib": ["ES2023", "DOM"], "module": "ESNext", "types": [], "skipLibCheck": true,
    /* Bundler mode */
    "moduleResolution": "bundler", "allowImportingTsExtensions": true, "verbatimModuleSyntax": true, "moduleDetection": "force", "noEmit": true,
    /* Linting */
    "strict": true, "noUnusedLocals": true, "noUnusedParameters": true, "erasableSyntaxOnly": true, "noUncheckedSideEffectImports": true
  },
  "include": ["src"]
}
`,
      'tsconfig.node.json': '{ "compilerOptions": { "types": ["node"] }, "include": ["vite.config.ts"] }\n',
    });
    expect((await sigil('init')).code).toBe(0);
    expect(typeCheck('tsconfig.app.json')).toBe('');
    expect((await sigil('render', 'Review', '--input', '{"review":"Splendid."}')).out).toContain(
      'review: Splendid.',
    );
  });

  it('works in a CommonJS project', async () => {
    project = temporaryProject({ ...bareProject, 'package.json': '{ "name": "app" }\n' });
    expect((await sigil('init')).code).toBe(0);
    expect(typeCheck('tsconfig.json')).toBe('');
    expect((await sigil('render', 'Review', '--input', '{"review":"Splendid."}')).out).toContain(
      'review: Splendid.',
    );
  });

  it('says what to install where the packages are missing', async () => {
    project = temporaryProject(bareProject);
    rmSync(path.join(project.root, 'node_modules'), { recursive: true });
    const { code, out } = await sigil('init');
    expect(code).toBe(0);
    expect(out).toContain(
      '  npm install sigil && npm install --save-dev @sigil/cli @sigil/llama\n  npx sigil generate\n',
    );
  });

  it('generates without the embedded model, and says how to add it', async () => {
    project = temporaryProject(bareProject);
    rmSync(path.join(project.root, 'node_modules/@sigil/llama'));
    const { code, out } = await sigil('init');
    expect(code).toBe(0);
    expect(out).toContain('src/review.gen.ts   generated');
    expect(out).toContain('Next:\n\n  npm install --save-dev @sigil/llama\n  npx sigil render');
  });

  it('shows what would change with --dry-run, and writes nothing', async () => {
    project = temporaryProject(bareProject);
    const before = project.files();
    const { code, out } = await sigil('init', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('tsconfig.json       experimentalDecorators switched on');
    expect(out).toContain('Nothing was written.');
    expect(project.files()).toEqual(before);
  });

  it('refuses outside of a package and without a tsconfig, with the command to run first', async () => {
    project = temporaryProject({ 'package.json': '{ "name": "app" }\n' });
    const noTsconfig = await sigil('init');
    expect(noTsconfig.code).toBe(2);
    expect(noTsconfig.err).toContain(
      "there is no tsconfig.json. Run 'npm install --save-dev typescript && npx tsc --init'",
    );
    rmSync(path.join(project.root, 'package.json'));
    const noPackage = await sigil('init');
    expect([noPackage.code, noPackage.err]).toEqual([2, expect.stringContaining('npm init -y')]);
    expect(project.files()).toEqual({});
  });

  it('keeps a byte order mark, and fills a tsconfig that is empty', async () => {
    const mark = '\uFEFF';
    project = temporaryProject({ ...bareProject, 'tsconfig.json': mark });
    expect(await sigil('init')).toMatchObject({ code: 0, err: '' });
    expect(project.read('tsconfig.json')).toBe(
      `${mark}{\n  "compilerOptions": {\n    "experimentalDecorators": true\n  }\n}\n`,
    );
    expect((await sigil('init')).out).toContain('There is nothing to do.');
    expect((await sigil('check')).out).toBe('Fresh: 1 signature.\n');
  });

  it.each([
    ['package.json', '{ "scripts": [] }', '"scripts" in package.json is an array, expected an object'],
    ['package.json', '[]', 'package.json is an array, expected an object'],
    ['package.json', '\uFEFF{ "type": "module" }', 'package.json begins with a byte order mark'],
    ['package.json', '{ "scripts": ', 'package.json is not valid JSON'],
    ['tsconfig.json', '{ "compilerOptions": 5 }', '"compilerOptions" in tsconfig.json is a number'],
    ['tsconfig.json', '{', 'its tsconfig.json is not valid JSON'],
  ])('refuses a %s of %s, and writes nothing', async (file, content, sentence) => {
    project = temporaryProject({ ...bareProject, [file]: content });
    const before = project.files();
    const { code, out, err } = await sigil('init');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error SIGIL7002: Cannot set up Sigil in [^\n]*\n$/);
    expect(err).toContain(sentence);
    expect(project.files()).toEqual(before);
  });

  describe('leaves a project compiling that compiled before, with', () => {
    const options = { target: 'ES2022', module: 'NodeNext', strict: true, skipLibCheck: true, types: [] };
    const rootDir = { ...options, rootDir: 'src', outDir: 'dist' };
    const json = (value: object): string => `// ours\n${JSON.stringify(value, null, 4)}\n`;
    /** Every file of the project's own, built or not, after `tsc -b`; what the compiler says, where it says something. */
    const build = (): string => {
      const tsc = fileURLToPath(new URL(`../../../../node_modules/${compilers[7]}`, import.meta.url));
      try {
        execFileSync(process.execPath, [tsc, '-b'], { cwd: project.root, encoding: 'utf8' });
        return 'compiles';
      } catch (error) {
        return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
      }
    };
    const mjs = ['sigil.config.mjs', 'src/review.ts'] as const;

    it.each([
      ['a rootDir and no include', { compilerOptions: rootDir }, 'src/a.ts', mjs],
      ['an include of all', { compilerOptions: rootDir, include: ['**/*.ts'] }, 'src/a.ts', mjs],
      [
        'another rootDir',
        { compilerOptions: { ...rootDir, rootDir: 'lib' } },
        'lib/a.ts',
        ['sigil.config.mjs', 'lib/review.ts'],
      ],
      [
        'another folder',
        { compilerOptions: { ...options, noEmit: true }, include: ['app/**/*'] },
        'app/a.ts',
        ['sigil.config.ts', 'app/review.ts'],
      ],
      [
        'files',
        { compilerOptions: { ...rootDir, rootDir: './lib' }, files: ['lib/a.ts'] },
        'lib/a.ts',
        ['sigil.config.ts', 'lib/review.ts'],
      ],
      ['composite', { compilerOptions: { ...rootDir, composite: true } }, 'src/a.ts', mjs],
      [
        'composite alone',
        { compilerOptions: { ...options, composite: true, outDir: 'dist' } },
        'src/a.ts',
        ['sigil.config.ts', 'src/review.ts'],
      ],
      [
        'JavaScript too',
        { compilerOptions: { ...rootDir, allowJs: true } },
        'src/a.ts',
        ['sigil.config.ts', 'src/review.ts'],
      ],
      ['an inherited rootDir', { extends: './base.json' }, 'lib/a.ts', ['sigil.config.mjs', 'lib/review.ts']],
      [
        'a rootDir of configDir',
        { compilerOptions: { ...rootDir, rootDir: '${configDir}/lib' } },
        'lib/a.ts',
        ['sigil.config.mjs', 'lib/review.ts'],
      ],
      [
        'references',
        { files: [], references: [{ path: './packages/a' }] },
        'packages/a/src/a.ts',
        ['sigil.config.ts', 'packages/a/src/review.ts'],
      ],
      [
        'an exclude',
        { compilerOptions: rootDir, exclude: ['dist', '*.config.ts'] },
        'src/a.ts',
        ['sigil.config.ts', 'src/review.ts'],
      ],
    ] as const)('%s', async (_, tsconfig, source, [config, review]) => {
      project = temporaryProject({
        ...bareProject,
        'tsconfig.json': json(tsconfig),
        'base.json': json({ compilerOptions: { ...rootDir, rootDir: 'lib' } }),
        'packages/a/tsconfig.json': json({ compilerOptions: { ...rootDir, composite: true } }),
        [source]: 'export const a: number = 1;\n',
      });
      expect(build()).toBe('compiles');
      const built = Object.keys(project.files());
      expect(await sigil('init')).toMatchObject({ code: 0, err: '' });
      const after = project.files();
      expect(Object.keys(after)).toEqual(
        expect.arrayContaining([config, review, review.replace('.ts', '.gen.ts')]),
      );
      expect(after['tsconfig.json']).toMatch(/^\/\/ ours\n/u);
      expect(build()).toBe('compiles');
      expect(Object.keys(project.files())).toEqual(expect.arrayContaining(built));
      expect(await sigil('check')).toEqual({ code: 0, out: 'Fresh: 1 signature.\n', err: '' });
      expect((await sigil('doctor')).out).not.toContain('TS6059');
      const before = project.files();
      expect((await sigil('init')).out).toContain('There is nothing to do.');
      expect(project.files()).toEqual(before);
    });

    it('JavaScript too, and keeps out what was out', async () => {
      const tsconfig = json({ compilerOptions: { ...rootDir, allowJs: true } });
      project = temporaryProject({ ...bareProject, 'tsconfig.json': tsconfig, 'src/a.ts': 'export {};\n' });
      expect((await sigil('init')).out).toContain(
        'experimentalDecorators switched on, sigil.config.ts excluded',
      );
      expect(project.read('tsconfig.json')).toContain(
        `"exclude": [\n        "node_modules",\n        "dist",\n        "sigil.config.ts"\n    ]`,
      );
    });

    it('a configuration that is compiled all the same, of which doctor tells', async () => {
      project = temporaryProject({
        ...bareProject,
        'tsconfig.json': json({ compilerOptions: { ...rootDir, experimentalDecorators: true } }),
        'sigil.config.ts': 'export default {};\n',
        'src/a.ts': 'export {};\n',
      });
      expect(build()).toContain('TS6059');
      const { code, out } = await sigil('doctor');
      expect([code, out]).toEqual([
        1,
        expect.stringContaining(
          'tsconfig.json: it compiles sigil.config.ts, which is not under its "rootDir"',
        ),
      ]);
      expect(out).toContain('fix: add sigil.config.ts to "exclude", or rename it to sigil.config.mjs');
    });
  });

  describe('in a CommonJS package', () => {
    const commonJs = (options: object, extended = {}): TemporaryProject =>
      temporaryProject({
        'package.json': '{ "name": "app", "type": "commonjs" }\n',
        'tsconfig.json': JSON.stringify({
          compilerOptions: { target: 'ES2022', strict: true, skipLibCheck: true, types: [], ...options },
          include: ['src'],
          ...extended,
        }),
        'base.json': '{ "compilerOptions": { "module": "Node16" } }',
      });

    it.each([
      [{ module: 'Node16' }, {}, 'Set "module" to "nodenext" in tsconfig.json', { module: 'nodenext' }],
      [{ module: 'node18' }, {}, "or run 'npm pkg set type=module'", { module: 'node20' }],
      [{}, { extends: './base' }, '"module": "Node16"', { module: 'nodenext' }],
      [
        { module: 'NodeNext', verbatimModuleSyntax: true },
        {},
        "run 'npm pkg set type=module'",
        { module: 'NodeNext' },
      ],
      [
        { module: 'ESNext', moduleResolution: 'node10' },
        {},
        'Set it to "bundler"',
        { module: 'ESNext', moduleResolution: 'bundler' },
      ],
    ])(
      'refuses %j %j where its files would not compile, and is right',
      async (options, extended, fix, mended) => {
        project = commonJs(options, extended);
        const before = project.files();
        const { code, err } = await sigil('init');
        expect([code, err]).toEqual([2, expect.stringContaining(fix)]);
        expect(err).toMatch(/, then run 'sigil init' again\. Nothing was written\.\n$/);
        expect(project.files()).toEqual(before);

        project.remove();
        project = commonJs(mended);
        expect((await sigil('init')).code).toBe(0);
        expect(typeCheck('tsconfig.json')).toBe('');
        // What was refused does fail.
        project.write('tsconfig.json', before['tsconfig.json'] ?? '');
        expect(typeCheck('tsconfig.json')).toMatch(/error TS(1479|1295|5108|2307)/);
      },
    );

    it('compiles with TypeScript 6 too', async () => {
      project = commonJs({ module: 'NodeNext' });
      expect((await sigil('init')).code).toBe(0);
      expect(typeCheck('tsconfig.json', 6)).toBe('');
    });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { bareProject, temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';

const LEGACY = bareProject['tsconfig.json'].replace(
  '"strict": true',
  '"strict": true, "experimentalDecorators": true',
);

const good = {
  ...bareProject,
  'tsconfig.json': LEGACY,
  '.gitattributes': '*.gen.ts linguist-generated=true\n',
};

function installed(name: string, version: string): Readonly<Record<string, string>> {
  return { [`node_modules/${name}/package.json`]: JSON.stringify({ name, version }) };
}

function withScript(command: string): Readonly<Record<string, string>> {
  return { 'package.json': JSON.stringify({ name: 'app', type: 'module', scripts: { dev: command } }) };
}

const STANDARD = { 'tsconfig.json': bareProject['tsconfig.json'] };

let project: TemporaryProject | undefined;
afterEach(() => project?.remove());

function doctor(files: Readonly<Record<string, string>>, ...args: string[]) {
  project = temporaryProject({ ...good, ...files });
  return runSigil(project.root, ['doctor', ...args]);
}

describe('sigil doctor', () => {
  it('says so where there is nothing to change', async () => {
    const { code, out } = await doctor(installed('vite', '8.3.8'));
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Node [\d.]+, tsconfig\.json: nothing to change\.\n$/u),
    ]);
  });

  it.each([
    [
      'Vite 8',
      { ...STANDARD, ...installed('vite', '8.3.8') },
      /tsconfig\.json: Vite 8\.3\.8 cannot read standard decorators/u,
    ],
    [
      'Next',
      { ...STANDARD, ...installed('next', '16.4.0') },
      /Next 16\.4\.0 cannot read standard decorators/u,
    ],
    [
      '@oxc-node/core',
      { ...STANDARD, ...withScript('node --import @oxc-node/core/register src/a.ts') },
      /script 'dev' runs @oxc-node\/core/u,
    ],
    [
      'Node alone',
      withScript('node src/a.ts'),
      /script 'dev' \(node src\/a\.ts\) lets Node take the types away/u,
    ],
    [
      'Node with a flag',
      withScript('node --experimental-strip-types --watch src/a.mts'),
      /take the types away/u,
    ],
    [
      'emitted metadata',
      { 'tsconfig.json': LEGACY.replace('"strict"', '"emitDecoratorMetadata": true, "strict"') },
      /"emitDecoratorMetadata"/u,
    ],
    [
      'loose nulls',
      { 'tsconfig.json': LEGACY.replace('"strict": true', '"strict": false') },
      /"strictNullChecks" is off/u,
    ],
    [
      'an old module kind',
      { 'tsconfig.json': LEGACY.replace('NodeNext', 'Node16'), 'package.json': '{ "name": "app" }' },
      /TS1479/u,
    ],
  ] as const)('finds what cannot work: %s', async (_, files, found) => {
    const { code, out } = await doctor(files);
    expect([code, out]).toEqual([1, expect.stringMatching(found)]);
    expect(out).toMatch(/\n {9}fix: \S/u);
  });

  it.each([
    ['older Vite', { ...STANDARD, ...installed('vite', '7.1.0') }],
    ['a loader', withScript('node --import tsx src/a.ts')],
    ['a compiled file', withScript('node dist/a.js && tsx src/a.ts')],
  ] as const)('is content with %s', async (_, files) => {
    expect((await doctor(files)).code).toBe(0);
  });

  it('gives advice without failing, as JSON too', async () => {
    const { code, out } = await doctor({ '.gitattributes': '', '.prettierignore': 'dist\n' }, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'well',
      findings: [
        { level: 'advice', file: '.gitattributes' },
        { level: 'advice', file: '.prettierignore', fix: 'add the line *.gen.ts' },
      ],
    });
  });
});

describe('sigil check', () => {
  it('names settings that cannot work, and says of the files what it would say without', async () => {
    project = temporaryProject({ ...good, ...STANDARD, ...installed('vite', '8.3.8') });
    const { code, err } = await runSigil(project.root, ['check']);
    expect([code, err]).toEqual([0, expect.stringContaining('Vite 8.3.8 cannot read standard decorators')]);
  });
});

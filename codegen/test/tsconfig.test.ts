import { rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Project, signature } from './project.js';

const SOURCE = signature('  @OutputField() item!: Item;').replace(
  '\n',
  "\nimport type { Item } from '@kinds/item';\n",
);
const ITEM = 'export interface Item {\n  sku: string;\n}\n';
const PATHS = '"paths": { "@kinds/*": ["./kinds/*.ts"] }';

describe('the compiler configuration', () => {
  it('says where imports lead, also by what it extends', async () => {
    const project = new Project({
      'src/ticket.ts': SOURCE,
      'kinds/item.ts': ITEM,
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
      'tsconfig.base.json': `{ // with a comment\n "compilerOptions": { ${PATHS} } }`,
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    expect(plan.signatures[0]?.fields[0]?.type).toMatchObject({
      kind: 'object',
      properties: [{ name: 'sku' }],
    });
  });

  it('is that of the referenced project that holds the sources, where it only refers to others', async () => {
    const project = new Project({
      'src/ticket.ts': SOURCE,
      'kinds/item.ts': ITEM,
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
      'tsconfig.node.json': '{ "include": ["vite.config.ts"] }',
      'tsconfig.app.json': `{ "compilerOptions": { ${PATHS} }, "include": ["src"] }`,
    });
    expect((await project.plan()).diagnostics).toEqual([]);
  });

  it.each([
    ['{ "compilerOptions": { "strict": false } }', 1, 24],
    [
      '{\n  "compilerOptions": {\n    // for old code\n    "strict": true,\n    "strictNullChecks": false\n  }\n}',
      5,
      5,
    ],
  ])('has to tell null from other types: %j', async (text, line, column) => {
    const project = new Project({
      'src/ticket.ts': signature('  @OutputField() item!: string;'),
      'src/other.ts': signature('  @OutputField() item!: string;').replace('./ticket.gen', './other.gen'),
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
      'tsconfig.base.json': text,
    });
    const { written, plan } = await project.generate();
    expect(plan.diagnostics).toMatchObject([
      { code: 'SIGIL2020', severity: 'error', file: 'tsconfig.base.json', line, column },
    ]);
    expect(written).toEqual([]);
  });

  it('may leave the check of null to the compiler, or switch it on in a loose project', async () => {
    for (const text of ['{}', '{ "compilerOptions": { "strict": false, "strictNullChecks": true } }']) {
      const project = new Project({
        'src/ticket.ts': signature('  @OutputField() item!: string;'),
        'tsconfig.json': text,
      });
      expect((await project.plan()).diagnostics).toEqual([]);
    }
  });

  it('can be named, and may hold options that nobody knows', async () => {
    const project = new Project({
      'src/ticket.ts': SOURCE,
      'kinds/item.ts': ITEM,
      'tsconfig.json': '{}',
      'tsconfig.build.json': `{ "compilerOptions": { ${PATHS}, "fromTheFuture": true } }`,
    });
    expect((await project.plan({ tsconfig: 'tsconfig.build.json' })).diagnostics).toEqual([]);
    expect((await project.plan()).diagnostics).toMatchObject([{ code: 'SIGIL2103' }]);
  });

  it('is refused by name when it is no JSON or not there', async () => {
    const project = new Project({ 'src/ticket.ts': SOURCE, 'tsconfig.json': '{ "extends": ' });
    await expect(project.plan()).rejects.toThrow(/Cannot read .*tsconfig\.json/u);
    await expect(project.plan({ tsconfig: 'none.json' })).rejects.toThrow(/Cannot read .*none\.json/u);
  });

  it('may be missing', async () => {
    const project = new Project({ 'src/ticket.ts': signature('  @OutputField() a!: string;') });
    expect((await project.plan()).diagnostics).toEqual([]);
  });
});

describe('the reader', () => {
  it('takes types from packages, and resolves no import that no type needs', async () => {
    const project = new Project({
      'src/ticket.ts': signature('  @OutputField() item!: Item;').replace(
        '\n',
        "\nimport type { Item } from 'kinds';\nimport { huge } from 'huge';\n",
      ),
      'node_modules/kinds/package.json': '{ "name": "kinds", "types": "index.d.ts" }',
      'node_modules/kinds/index.d.ts': 'export interface Item { /** x */ sku: string }\n',
      'node_modules/huge/package.json': '{ "name": "huge", "types": "index.d.ts" }',
      'node_modules/huge/index.d.ts': 'export declare const huge: number;\n',
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    expect(plan.inputs.files.some((file) => file.endsWith('kinds/index.d.ts'))).toBe(true);
    expect(plan.inputs.files.some((file) => file.includes('huge'))).toBe(false);
  });

  it.each([
    ['src/ticket.ts', '{}', []],
    ['src/ticket.cts', '{ "type": "module" }', []],
    ['src/ticket.mts', '{}', ['SIGIL2103']],
    ['src/ticket.ts', '{ "type": "module" }', ['SIGIL2103']],
  ])('reads imports without an extension where the compiler does: %s, %s', async (path, manifest, codes) => {
    const source = signature('  @OutputField() item!: Item;');
    const project = new Project({
      'package.json': manifest,
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
      'src/item.ts': 'export interface Item {\n  sku: string;\n}\n',
      [path]: source.replace('\n', "\nimport type { Item } from './item';\n"),
    });
    expect((await project.plan()).diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('names files relative to the root, also when the root is a link', async () => {
    const project = new Project({
      'src/kinds.ts': 'export interface Item {\n  when: RegExp;\n}\n',
      'src/ticket.ts': signature('  @OutputField() item!: Item;').replace(
        '\n',
        "\nimport type { Item } from './kinds.js';\n",
      ),
    });
    const link = `${project.root}-link`;
    symlinkSync(project.root, link);
    onTestFinished(() => rmSync(link));
    const { diagnostics, files } = await project.plan({ root: link });
    expect(diagnostics.map(({ file }) => file)).toEqual(['src/kinds.ts']);
    expect(files).toEqual([]);
  });

  it('finds the decorators through a module of the project, and none in a file that only looks like it', async () => {
    const project = new Project({
      'src/lib.ts': "export { Signature as Sign, OutputField } from 'sigil';\n",
      'src/ticket.ts':
        "import { Sign, OutputField } from './lib.js';\nimport * as gen from './ticket.gen.js';\n@Sign()\nexport class Ticket {\n  static readonly artifact = gen.Ticket;\n  @OutputField() a!: string;\n}\n",
      'src/local.ts':
        'const Signature = () => (_: unknown) => {};\nconst OutputField = () => (..._: unknown[]) => {};\n@Signature()\nexport class Local {\n  @OutputField() a!: Date;\n}\n',
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    expect(plan.files.map((file) => file.path)).toEqual(['src/ticket.gen.ts']);
  });
});

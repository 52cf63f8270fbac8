import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

const ITEM = 'export interface Item {\n  /** Stock number. */\n  sku: string;\n}\n';

/** A signature with a field of a type that this statement brings in. */
function using(statement: string, type = 'Item', members = ''): string {
  return signature(`${members}  @OutputField() item!: ${type};`).replace('\n', `\n${statement}\n`);
}

function options(compilerOptions: object, rest: object = {}): string {
  return JSON.stringify({
    compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', ...compilerOptions },
    ...rest,
  });
}

const RESOLVED = [
  { name: 'item', type: { kind: 'object', properties: [{ name: 'sku', description: 'Stock number.' }] } },
];

describe('a constant made of another that is imported', () => {
  it.each([
    ["(typeof o)['a']", "import { ONE } from './v.js';\nconst o = { a: ONE } as const;", [1]],
    ["(typeof o)['a']", "import { o } from './o.js';", [1]],
    [
      '(typeof o)[number]',
      "import { MORE, ONE } from './v.js';\nconst o = [ONE, 'b', ...MORE] as const;",
      [1, 'b', 'c'],
    ],
    ["(typeof o)['a']['b']", "import { IN } from './v.js';\nconst o = { a: IN } as const;", ['d']],
  ])('is what that is: %s of %j', async (type, statement, values) => {
    const project = new Project({
      'src/v.ts':
        "export const ONE = 1;\nexport const MORE = ['c'] as const;\nexport const IN = { b: 'd' } as const;\n",
      'src/o.ts': "import { ONE } from './v.js';\nexport const o = { a: ONE } as const;\n",
      'src/ticket.ts': using(statement, type),
    });
    expect((await project.spec()).fields).toMatchObject([{ type: { kind: 'enum', values } }]);
  });

  it('has a hint that leads on where it is computed', async () => {
    const project = new Project({
      'src/v.ts': 'export const ONE = Math.random();\n',
      'src/ticket.ts': using(
        "import { ONE } from './v.js';\nconst o = { a: ONE } as const;",
        "(typeof o)['a']",
      ),
    });
    expect((await project.plan()).diagnostics).toMatchObject([
      {
        message: expect.stringContaining("'typeof o', of which 'ONE' is computed"),
        hint: 'write the type out',
      },
    ]);
  });
});

describe('the type of a field', () => {
  it.each<[string, Record<string, string>]>([
    [
      'by a specifier that ends with .js',
      { 'src/ticket.ts': using("import type { Item } from './kinds/item.js';") },
    ],
    [
      'by a specifier without an extension',
      { 'src/ticket.ts': using("import { type Item } from './kinds/item';"), 'tsconfig.json': options({}) },
    ],
    [
      'by a specifier that ends with .ts',
      {
        'src/ticket.ts': using("import type { Item } from './kinds/item.ts';"),
        'tsconfig.json': options({ allowImportingTsExtensions: true }),
      },
    ],
    [
      'through the index of a folder',
      {
        'src/ticket.ts': using("import type { Item } from './kinds';"),
        'src/kinds/index.ts': "export * from './item';\n",
        'tsconfig.json': options({}),
      },
    ],
    [
      'by a path alias',
      {
        'src/ticket.ts': using("import type { Item } from '@kinds/item';"),
        'tsconfig.json': options({ paths: { '@kinds/*': ['./src/kinds/*'] } }),
      },
    ],
    [
      'from the base of all paths',
      {
        'src/ticket.ts': using("import type { Item } from 'kinds/item';"),
        'tsconfig.json': options({ baseUrl: './src' }),
      },
    ],
    [
      'as a default export',
      {
        'src/ticket.ts': using("import type Item from './default.js';"),
        'src/default.ts': ITEM.replace('export ', 'export default '),
      },
    ],
    [
      'as a default export that is named first',
      {
        'src/ticket.ts': using("import type Thing from './default.js';", 'Thing'),
        'src/default.ts': "import type { Item } from './kinds/item.js';\nexport default Item;\n",
      },
    ],
    [
      'under another name',
      {
        'src/ticket.ts': using("import type { Ware as Thing } from './renamed.js';", 'Thing'),
        'src/renamed.ts':
          "import type { Item as Goods } from './kinds/item.js';\nexport { type Goods as Ware };\n",
      },
    ],
    [
      'in a namespace',
      {
        'src/ticket.ts': using("import type { kinds } from './namespaces.js';", 'kinds.Item'),
        'src/namespaces.ts': "export type * as kinds from './kinds/item.js';\n",
      },
    ],
    [
      'as an import in the type',
      { 'src/ticket.ts': signature("  @OutputField() item!: import('./kinds/item.js').Item;") },
    ],
    [
      'as the type of a value',
      {
        'src/ticket.ts': using("import { item } from './value.js';", 'typeof item'),
        'src/value.ts': "import type { Item } from './kinds/item.js';\nexport declare const item: Item;\n",
      },
    ],
    [
      'as an instantiation of a generic type',
      {
        'src/ticket.ts': using(
          "import type { Only } from './generic.js';\nimport type { Item } from './kinds/item.js';",
          'Only<Item>',
        ),
        'src/generic.ts': 'export type Only<T> = { [K in keyof T]: T[K] };\n',
      },
    ],
    [
      'in a referenced project',
      {
        'src/ticket.ts': using("import type { Item } from '../shared/src/item.js';"),
        'shared/src/item.ts': ITEM,
        'shared/tsconfig.json': '{ "compilerOptions": { "composite": true }, "include": ["src"] }',
        'tsconfig.json': options({}, { references: [{ path: './shared' }], include: ['src'] }),
      },
    ],
    [
      'in the declaration file of a package',
      {
        'src/ticket.ts': using("import type { Item } from 'kinds/item';"),
        'node_modules/kinds/package.json':
          '{ "name": "kinds", "exports": { "./item": { "types": "./dist/item.d.ts", "default": "./dist/item.js" } } }',
        'node_modules/kinds/dist/item.d.ts': ITEM,
      },
    ],
  ])('is read where it stands %s', async (_, files) => {
    const project = new Project({ 'src/kinds/item.ts': ITEM, ...files });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toEqual([]);
    expect(plan.signatures[0]?.fields).toMatchObject(RESOLVED);
  });

  it('may be that of several signatures of a file, which is then generated for all of them', async () => {
    const second = using('').slice(using('').indexOf('/** Route')).replaceAll('Ticket', 'Second');
    const project = new Project({
      'src/kinds/item.ts': ITEM,
      'src/ticket.ts': `${using("import type { Item } from './kinds/item.js';")}\n${second}`,
    });
    const { plan, written } = await project.generate();
    expect(written).toEqual(['src/ticket.gen.ts']);
    expect(plan.signatures.map(({ id }) => id)).toEqual(['src/ticket.ts#Ticket', 'src/ticket.ts#Second']);
  });
});

/** A workspace of two packages, one of which has the other as a link in its node_modules. */
function workspace(dist: Readonly<Record<string, string>>): Project {
  const project = new Project({
    'packages/kinds/package.json':
      '{ "name": "@acme/kinds", "type": "module", "types": "./dist/index.d.ts" }',
    ...dist,
    'app/package.json': '{ "name": "@acme/app", "type": "module" }',
    'app/tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
    'app/src/ticket.ts': using("import type { Item } from '@acme/kinds';"),
  });
  mkdirSync(join(project.root, 'app/node_modules/@acme'), { recursive: true });
  symlinkSync('../../../packages/kinds', join(project.root, 'app/node_modules/@acme/kinds'));
  return project;
}

describe('a type in another package of the workspace', () => {
  it('makes what depends on it stale when it is edited', async () => {
    const project = workspace({ 'packages/kinds/dist/index.d.ts': ITEM });
    const root = join(project.root, 'app');
    await project.generate({ root });
    expect((await project.plan({ root })).files).toMatchObject([{ status: 'fresh' }]);
    project.write({ 'packages/kinds/dist/index.d.ts': ITEM.replace('sku: string', 'sku: number') });
    const { plan, written } = await project.generate({ root });
    expect(plan.files).toMatchObject([
      { path: 'src/ticket.gen.ts', status: 'stale', changes: ["Ticket: output 'item' has another type"] },
    ]);
    expect(written).toEqual(['src/ticket.gen.ts']);
  });

  it('is asked for with a hint to build the package where that was not done', async () => {
    const project = workspace({});
    const { diagnostics } = await project.plan({ root: join(project.root, 'app') });
    expect(diagnostics).toMatchObject([
      { code: 'SIGIL2103', file: 'src/ticket.ts', hint: expect.stringContaining('is it built?') },
    ]);
  });
});

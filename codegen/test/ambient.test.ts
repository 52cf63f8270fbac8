import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ParsedFiles, type Plan } from '../src/index.js';
import { finishedSources, isUnchanged, knownSources, remember } from '../src/cache/index.js';
import { Project, signature } from './project.js';

const ITEM = 'export interface Item {\n  id: string;\n}\n';
const MORE = "declare module './item.js' {\n  interface Item {\n    price: number;\n  }\n}\n";
const TSCONFIG =
  '{ "compilerOptions": { "module": "NodeNext", "strict": true }, "include": ["src", "types"] }';

function using(imports: string, type = 'Item', name = 'Ticket'): string {
  return signature(`  @OutputField() item!: ${type};`, name)
    .replace('./ticket.gen.js', `./${name.toLowerCase()}.gen.js`)
    .replace('\n', `\n${imports}\n`);
}

const ITEM_ONLY = using("import type { Item } from './item.js';");

/** Names of the properties of the one field. */
function properties(plan: Plan): readonly string[] {
  expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const type = plan.signatures[0]?.fields[0]?.type;
  return type?.kind === 'object' ? type.properties.map(({ name }) => name) : [];
}

describe('what a file says more about a type of another', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'in a file that the class imports for it',
      {
        'src/ticket.ts': using("import type { Item } from './item.js';\nimport './more.js';"),
        'src/more.ts': `import './item.js';\n${MORE}`,
      },
      ['id', 'price'],
    ],
    [
      'in a file behind one that the class imports for what it does',
      {
        'src/ticket.ts': using("import type { Item } from './item.js';\nimport '../lib/setup.js';"),
        'lib/setup.ts': "import '../src/log.js';\nimport './more.js';\n",
        'lib/more.ts': `export {};\n${MORE.replace('./item.js', '../src/item.js')}`,
        'src/log.ts': 'export const a = 1;\n',
      },
      ['id', 'price'],
    ],
    ['in a file that nobody imports', { 'src/more.ts': `export {};\n${MORE}` }, ['id', 'price']],
    [
      'in a file of declarations in another folder of the compiler configuration',
      { 'types/more.d.ts': `export {};\n${MORE.replace('./item.js', '../src/item.js')}` },
      ['id', 'price'],
    ],
    ['in the file of the class itself', { 'src/ticket.ts': `${ITEM_ONLY}\n${MORE}` }, ['id', 'price']],
    [
      'with types that it imports',
      {
        'src/more.ts': `import type { Price } from './price.js';\n${MORE.replace('number', 'Price')}`,
        'src/price.ts': 'export type Price = number;\n',
      },
      ['id', 'price'],
    ],
    [
      'in two files, one of which is about what only the other opens',
      {
        'src/a.ts':
          MORE.replace('./item.js', './part.js').replace('Item', 'Part').replace('price', 'more') +
          'export {};\n',
        'src/b.ts': `import type { Part } from './part.js';\n${MORE.replace('interface Item', 'interface Item extends Part')}`,
        'src/part.ts': 'export interface Part {\n  part: string;\n}\n',
      },
      ['id', 'part', 'more', 'price'],
    ],
    [
      'of a package',
      {
        'src/ticket.ts': using("import type { Item } from 'kinds';"),
        'src/more.ts': `export {};\n${MORE.replace('./item.js', 'kinds')}`,
        'node_modules/kinds/package.json': '{ "name": "kinds", "types": "./index.d.ts" }',
        'node_modules/kinds/index.d.ts': ITEM,
      },
      ['id', 'price'],
    ],
    [
      'of a package, in another package that the class imports for it',
      {
        'src/ticket.ts': using("import type { Item } from 'kinds';\nimport 'more-kinds';"),
        'node_modules/kinds/package.json': '{ "name": "kinds", "types": "./index.d.ts" }',
        'node_modules/kinds/index.d.ts': ITEM,
        'node_modules/more-kinds/package.json': '{ "name": "more-kinds", "types": "./index.d.ts" }',
        'node_modules/more-kinds/index.d.ts': `export {};\n${MORE.replace('./item.js', 'kinds')}`,
      },
      ['id', 'price'],
    ],
    [
      'of a module that has no other declarations',
      {
        'src/ticket.ts': using("import type { Item } from 'virtual:kinds';"),
        'types/kinds.d.ts': `declare module 'virtual:kinds' {\n  export interface Item {\n    part: import('../src/part.js').Part;\n    price: number;\n  }\n}\n`,
        'src/part.ts': 'export interface Part {\n  part: string;\n}\n',
      },
      ['part', 'price'],
    ],
    [
      'of a class',
      {
        'src/item.ts': 'export class Item {\n  id!: string;\n}\nexport interface Item {}\n',
        'src/more.ts': `export {};\n${MORE}`,
      },
      ['id', 'price'],
    ],
    [
      'but not where the compiler configuration leaves the file out',
      { 'lib/more.ts': `export {};\n${MORE.replace('./item.js', '../src/item.js')}` },
      ['id'],
    ],
  ])('is read %s', async (_, files, expected) => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/item.ts': ITEM,
      'src/ticket.ts': ITEM_ONLY,
      ...files,
    });
    expect(properties((await project.generate()).plan).toSorted()).toEqual(expected.toSorted());
    expect((await project.plan()).files).toMatchObject([{ status: 'fresh' }]);
  });

  it('opens nothing that says nothing about the types of a project', async () => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/item.ts': ITEM,
      'src/ticket.ts': ITEM_ONLY,
      'src/server.ts':
        "import 'server';\ndeclare module 'server' {\n  interface Request {\n    user: import('./user.js').User;\n  }\n}\n",
      'src/user.ts': 'export interface User {\n  name: string;\n}\n',
      'src/env.d.ts':
        '/// <reference types="server" />\ninterface ImportMetaEnv {\n  readonly KEY: string;\n}\n',
      'node_modules/server/package.json': '{ "name": "server", "types": "./index.d.ts" }',
      'node_modules/server/index.d.ts': 'export interface Request {\n  url: string;\n}\n',
    });
    const { inputs } = await project.plan();
    expect(inputs.files.map((file) => file.slice(project.root.length + 1)).toSorted()).toEqual([
      'src/item.ts',
      'src/ticket.ts',
      'tsconfig.json',
    ]);
  });
});

describe('a type that is known everywhere', () => {
  const GLOB = 'interface Glob {\n  more: number;\n}\n';

  it.each<[string, Record<string, string>]>([
    ['in a script of declarations', { 'src/globals.d.ts': GLOB }],
    [
      'in a script of declarations that begins with an example',
      { 'src/globals.d.ts': `/**\nimport it\n*/\n${GLOB}` },
    ],
    ['in a script of another folder', { 'types/globals.d.ts': `declare ${GLOB}` }],
    ['in two scripts', { 'src/a.d.ts': GLOB.replace('more', 'one'), 'src/b.d.ts': GLOB }],
    ['in declare global', { 'src/glob.ts': `export {};\ndeclare global {\n  ${GLOB}}\n` }],
    [
      'in declare global of a file outside of the compiler configuration that the class imports',
      {
        'lib/glob.ts': `export {};\ndeclare global {\n  ${GLOB}}\n`,
        'src/ticket.ts': using("import '../lib/glob.js';", 'Glob'),
      },
    ],
    [
      'in a script that another one refers to',
      { 'src/globals.d.ts': '/// <reference path="../lib/glob.d.ts" />\n', 'lib/glob.d.ts': GLOB },
    ],
    [
      'in a namespace',
      {
        'src/globals.d.ts': `declare namespace Kinds {\n  ${GLOB}}\n`,
        'src/ticket.ts': using('', 'Kinds.Glob'),
      },
    ],
    [
      'in a script, of the same name as a type of a browser',
      { 'src/globals.d.ts': GLOB.replace('Glob', 'Plugin'), 'src/ticket.ts': using('', 'Plugin') },
    ],
  ])('is read %s', async (_, files) => {
    const project = new Project({ 'tsconfig.json': TSCONFIG, 'src/ticket.ts': using('', 'Glob'), ...files });
    expect(properties((await project.generate()).plan)).toContain('more');
  });

  it('is read in a package that the compiler configuration names under types', async () => {
    const project = new Project({
      'tsconfig.json': TSCONFIG.replace('"strict"', '"types": ["kinds"], "strict"'),
      'src/ticket.ts': using('', 'Glob'),
      'node_modules/@types/kinds/package.json': '{ "name": "@types/kinds", "types": "./index.d.ts" }',
      'node_modules/@types/kinds/index.d.ts': GLOB,
    });
    expect(properties((await project.generate()).plan)).toEqual(['more']);
  });

  it('is not found where the compiler configuration leaves its file out', async () => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/ticket.ts': using('', 'Glob'),
      'lib/globals.d.ts': GLOB,
    });
    expect((await project.plan()).diagnostics).toMatchObject([{ code: 'SIGIL2103' }]);
  });

  it('is no type of a browser to which the project adds members', async () => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/ticket.ts': using('', 'Blob'),
      'src/globals.d.ts': 'interface Blob {\n  more: number;\n}\n',
    });
    expect((await project.plan()).diagnostics).toMatchObject([{ code: 'SIGIL2101', severity: 'error' }]);
  });
});

const KEY = { files: [], values: { adapter: 'plain/1' } };

describe('what is known of sources', () => {
  it.each<[string, Record<string, string>]>([
    [
      'an edit of what is said more about a type',
      {
        'types/more.d.ts': `export {};\n${MORE.replace('./item.js', '../src/item.js').replace('price', 'cost')}`,
      },
    ],
    ['an edit of a type behind that', { 'src/price.ts': 'export type Price = string;\n' }],
    [
      'the first file that says more about a type',
      {
        'types/other.d.ts': `export {};\n${MORE.replace('./item.js', '../src/item.js').replace('price', 'cost')}`,
      },
    ],
    [
      'a file that was there and says more about it now',
      { 'src/plain.ts': `export {};\n${MORE.replace('price', 'cost')}` },
    ],
    ['a global type that is new', { 'src/globals.d.ts': 'interface Item {\n  never: true;\n}\n' }],
  ])('is no longer true after %s', async (_, files) => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/item.ts': ITEM,
      'src/ticket.ts': ITEM_ONLY,
      'src/plain.ts': 'export const a = 1;\n',
      'src/price.ts': 'export type Price = number;\n',
      'types/more.d.ts': `import type { Price } from '../src/price.js';\n${MORE.replace('./item.js', '../src/item.js').replace('number', 'Price')}`,
    });
    const kept = new ParsedFiles();
    await setTimeout(30);
    const first = await project.generate({ kept });
    expect(remember(first.plan, KEY)).toBe(true);
    expect(isUnchanged(project.root, KEY)).toBe(true);
    const known = finishedSources(first.plan);
    project.write(files);
    expect(isUnchanged(project.root, KEY)).toBe(false);
    const cold = await project.plan();
    const warm = await project.plan({ kept, known });
    const second = await project.plan({ known: knownSources(project.root, KEY.values) });
    expect([warm.signatures, warm.diagnostics]).toEqual([cold.signatures, cold.diagnostics]);
    expect([second.signatures, second.diagnostics]).toEqual([cold.signatures, cold.diagnostics]);
  });

  it('stays true where nothing of that changed', async () => {
    const project = new Project({
      'tsconfig.json': TSCONFIG,
      'src/item.ts': ITEM,
      'src/ticket.ts': ITEM_ONLY,
      'src/more.ts': `export {};\n${MORE}`,
      'src/second.ts': using('', 'string', 'Second'),
    });
    await setTimeout(30);
    remember((await project.generate()).plan, KEY);
    project.write({ 'src/second.ts': using('', 'number', 'Second') });
    const { inputs } = await project.plan({ known: knownSources(project.root, KEY.values) });
    expect(inputs.sources.filter(({ known }) => known === undefined).map(({ file }) => file)).toEqual([
      'src/second.ts',
    ]);
  });
});

import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ParsedFiles, type Plan } from '../src/index.js';
import { finishedSources, knownSources, remember } from '../src/cache/index.js';
import { Project, signature } from './project.js';

const KEY = { files: [], values: { adapter: 'plain/1' } };
const CACHE = 'node_modules/.cache/sigil/sources.json';

function source(name: string, type: string, before = ''): string {
  return signature(`  @OutputField() ${name.toLowerCase()}!: ${type};`, name)
    .replace('./ticket.gen.js', `./${name.toLowerCase()}.gen.js`)
    .replace('\n', `\n${before}\n`);
}

const FILES = {
  'src/a.ts': source('A', 'Item', "import type { Item } from './item.js';"),
  'src/b.ts': source('B', 'string'),
  'src/item.ts': "import type { Part } from './part.js';\nexport interface Item {\n  part: Part;\n}\n",
  'src/part.ts': 'export type Part = string;\n',
  'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
};

/** A project that was generated and remembered. */
async function remembered(files: Readonly<Record<string, string>> = FILES): Promise<Project> {
  const project = new Project(files);
  await setTimeout(30);
  remember((await project.generate()).plan, KEY);
  return project;
}

/** A run that trusts what is known: what was read again, and the plan. */
async function again(project: Project): Promise<{ readonly read: readonly string[]; readonly plan: Plan }> {
  const { plan } = await project.generate({ known: knownSources(project.root, KEY.values) });
  return {
    plan,
    read: plan.inputs.sources.filter(({ known }) => known === undefined).map(({ file }) => file),
  };
}

describe('what is known of the sources of a project', () => {
  it('keeps all from being read when nothing changed', async () => {
    const project = await remembered();
    const { read, plan } = await again(project);
    expect(read).toEqual([]);
    const cold = await project.plan();
    expect([plan.files, plan.signatures]).toEqual([cold.files, cold.signatures]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a source', { 'src/b.ts': source('B', 'number') }, ['src/b.ts']],
    ['a type behind a type', { 'src/part.ts': 'export type Part = number;\n' }, ['src/a.ts']],
    ['a generated file', { 'src/a.gen.ts': '' }, ['src/a.ts']],
    ['a tuned file', { 'src/b.opt.json': '{}' }, ['src/b.ts']],
    ['a new source', { 'src/c.ts': source('C', 'string') }, ['src/c.ts']],
    ['the compiler configuration', { 'tsconfig.json': '{}' }, ['src/a.ts', 'src/b.ts']],
    ['what a package.json says of modules', { 'package.json': '{}' }, ['src/a.ts', 'src/b.ts']],
    [
      'declarations that all files see',
      { 'src/c.ts': `${source('C', 'string')}\ndeclare global {\n  type Part = number;\n}\n` },
      ['src/a.ts', 'src/b.ts', 'src/c.ts'],
    ],
  ])('is used after an edit of %s for what does not depend on it', async (_, files, expected) => {
    const project = await remembered();
    project.write(files);
    const { read, plan } = await again(project);
    expect(read).toEqual(expected);
    const cold = await project.plan();
    expect([plan.diagnostics, plan.signatures]).toEqual([cold.diagnostics, cold.signatures]);
    const stale = cold.files.filter(({ status }) => status !== 'fresh');
    expect(cold.diagnostics.length === 0 ? stale : []).toEqual([]);
  });

  it('is no longer true of a source whose type moved to a nearer file', async () => {
    const project = await remembered({
      ...FILES,
      'tsconfig.json':
        '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "paths": { "#kinds/*": ["./near/*", "./far/*"] } } }',
      'src/a.ts': source('A', 'Item', "import type { Item } from '#kinds/item';"),
      'far/item.ts': 'export interface Item {\n  far: string;\n}\n',
    });
    project.write({ 'near/item.ts': 'export interface Item {\n  near: string;\n}\n' });
    expect((await again(project)).read).toEqual(['src/a.ts']);
    expect(project.read('src/a.gen.ts')).toContain('near');
  });

  it('says nothing of sources that were remarked on: they are read and remarked on again', async () => {
    const project = await remembered({ ...FILES, 'src/b.ts': source('B', 'string;\n  forgotten!: string') });
    const { read, plan } = await again(project);
    expect(read).toEqual(['src/b.ts']);
    expect(plan.diagnostics).toMatchObject([{ code: 'SIGIL2302', file: 'src/b.ts' }]);
  });

  it.each<[string, (text: string) => string]>([
    ['garbage', () => 'nonsense'],
    ['another shape', () => '{ "generator": 1, "sources": [{}] }'],
    ['another version', (text) => text.replace(/memory \d/u, 'memory 0')],
    ['half of it', (text) => text.slice(0, text.length / 2)],
  ])('is nothing where the cache holds %s', async (_, spoil) => {
    const project = await remembered();
    project.write({ [CACHE]: spoil(project.read(CACHE)) });
    expect(knownSources(project.root, KEY.values).size).toBe(0);
    expect((await again(project)).read).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('is nothing for other settings, another tsconfig and without a cache', async () => {
    const project = await remembered();
    expect(knownSources(project.root, KEY.values).size).toBe(2);
    expect(knownSources(project.root, { adapter: 'other/1' }).size).toBe(0);
    expect(knownSources(project.root, KEY.values, 'tsconfig.build.json').size).toBe(0);
    project.remove(CACHE);
    expect(knownSources(project.root, KEY.values).size).toBe(0);
  });
});

describe('a process that generates again and again', () => {
  it('gives what a new one would, whatever was edited, added and removed in between', async () => {
    const project = new Project(FILES);
    const kept = new ParsedFiles();
    let known = finishedSources((await project.generate({ kept })).plan);
    const edits: readonly (() => void)[] = [
      () => project.write({ 'src/part.ts': 'export type Part = number;\n' }),
      () => project.write({ 'src/a.ts': source('A', 'Item', "import type { Item } from './other.js';") }),
      () => project.write({ 'src/other.ts': 'export interface Item {\n  other: boolean;\n}\n' }),
      () => project.remove('src/other.ts'),
      () => project.write({ 'src/other.ts': FILES['src/item.ts'] }),
      () => project.write({ 'src/c.ts': source('C', "'x' | 'y'") }),
      () => project.remove('src/b.ts'),
      () => project.write({ 'src/c.ts': source('C', 'RegExp') }),
      () => project.write({ 'src/c.ts': source('C', 'Date') }),
      () =>
        project.write({
          'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }',
        }),
    ];
    for (const edit of edits) {
      edit();
      const { plan } = await project.generate({ kept, known });
      known = finishedSources(plan);
      const cold = await project.plan();
      expect([plan.diagnostics, plan.signatures]).toEqual([cold.diagnostics, cold.signatures]);
      const stale = cold.files.filter(({ status }) => status !== 'fresh');
      expect(cold.diagnostics.length === 0 ? stale : []).toEqual([]);
    }
    expect(project.list()).not.toContain('src/b.gen.ts');
  });
});

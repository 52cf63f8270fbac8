import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isUnchanged, knownSources, lastRemarks, remember } from '../src/cache/index.js';
import { Project, signature } from './project.js';

const FIELDS = '  @InputField() message!: string;\n  @OutputField() item!: Item;';
const SOURCE = signature(FIELDS).replace('\n', "\nimport type { Item } from './item.js';\n");

/** A project that was generated and remembered. */
async function remembered(values: { wire: boolean } = { wire: false }) {
  const project = new Project({
    'src/ticket.ts': SOURCE,
    'src/item.ts': 'export interface Item {\n  sku: string;\n}\n',
    'src/unrelated.ts': 'export const a = 1;\n',
    'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
    'tsconfig.base.json': '{ "compilerOptions": { "strict": true } }',
    'sigil.config.ts': 'export default {};',
    'config/parts.ts': 'export type Part = string;\n',
  });
  const key = {
    files: [join(project.root, 'sigil.config.ts'), join(project.root, 'sigil.config.js')],
    values,
  };
  await settle();
  const { plan } = await project.generate();
  expect(plan.diagnostics).toEqual([]);
  expect(remember(plan, key)).toBe(true);
  return { project, key };
}

/** A file that is as young as the run may have been edited during it: let the clock move on. */
async function settle(): Promise<void> {
  await setTimeout(20);
}

describe('the memory of the last run', () => {
  it('says that nothing changed when nothing did', async () => {
    const { project, key } = await remembered();
    expect(isUnchanged(project.root, key)).toBe(true);
  });

  it('knows nothing of a copy of the project: its paths are those of the first one', async () => {
    const { project, key } = await remembered();
    const copy = `${project.root}-copy`;
    cpSync(project.root, copy, { recursive: true });
    onTestFinished(() => rmSync(copy, { recursive: true }));
    const moved = { ...key, files: key.files.map((file) => file.replace(project.root, copy)) };
    expect(isUnchanged(copy, moved)).toBe(false);
    expect(isUnchanged(copy, key)).toBe(false);
    expect(knownSources(copy, key.values)).toEqual(new Map());
  });

  it.each([
    ['a source', { 'src/ticket.ts': `${SOURCE}\n` }],
    ['a type in another file', { 'src/item.ts': 'export interface Item {\n  sku: number;\n}\n' }],
    ['a new source', { 'src/new.ts': 'export {};\n' }],
    ['a generated file', { 'src/ticket.gen.ts': '' }],
    ['a tuned file that is new', { 'src/ticket.opt.json': '{}' }],
    ['the compiler configuration', { 'tsconfig.json': '{}' }],
    ['what the compiler configuration extends', { 'tsconfig.base.json': '{}' }],
    ['the configuration', { 'sigil.config.ts': 'export default { include: [] };' }],
    ['a configuration that was not there', { 'sigil.config.js': '' }],
  ])('notices an edit of %s', async (_, files) => {
    const { project, key } = await remembered();
    project.write(files);
    expect(isUnchanged(project.root, key)).toBe(false);
  });

  it('notices a source and a generated file that are gone, and other settings', async () => {
    const { project, key } = await remembered();
    expect(isUnchanged(project.root, { ...key, values: { wire: true } })).toBe(false);
    expect(isUnchanged(project.root, { ...key, files: [...key.files, join(project.root, 'other.ts')] })).toBe(
      false,
    );
    project.remove('src/unrelated.ts');
    expect(isUnchanged(project.root, key)).toBe(false);
    const second = await remembered();
    second.project.remove('src/ticket.gen.ts');
    expect(isUnchanged(second.project.root, second.key)).toBe(false);
  });

  it('is of no use when it is nonsense', async () => {
    const { project, key } = await remembered();
    project.write({ 'node_modules/.cache/sigil/generate.json': '{ "generator": 1 }' });
    expect(isUnchanged(project.root, key)).toBe(false);
    project.write({ 'node_modules/.cache/sigil/generate.json': 'nonsense' });
    expect(isUnchanged(project.root, key)).toBe(false);
  });

  it('does not remember a run that had something to say, or during which a file was edited', async () => {
    const project = new Project({
      'src/ticket.ts': signature('  forgotten!: string;\n  @OutputField() a!: string;'),
    });
    await settle();
    const warned = await project.generate();
    expect(warned.plan.diagnostics).toMatchObject([{ severity: 'warning' }]);
    const key = { files: [], values: {} };
    expect(remember(warned.plan, key)).toBe(true);
    expect(isUnchanged(project.root, key)).toBe(false);
    expect(lastRemarks(project.root, key)).toMatchObject({ diagnostics: [{ severity: 'warning' }] });

    project.write({ 'src/ticket.ts': signature('  @OutputField() a!: string;') });
    await settle();
    const { plan } = await project.generate();
    project.write({ 'src/ticket.ts': signature('  @OutputField() b!: string;') });
    expect(remember(plan, { files: [], values: {} })).toBe(false);
  });

  it('is not kept where it cannot be written, which is no error', async () => {
    const { project, key } = await remembered();
    const plan = await project.plan();
    project.remove('node_modules/.cache/sigil/generate.json');
    project.write({ 'node_modules/.cache/sigil/generate.json/in-the-way': '' });
    expect(remember(plan, key)).toBe(false);
  });

  it('is asked without loading a compiler', () => {
    const door = fileURLToPath(new URL('../dist/cache/index.js', import.meta.url));
    const script = `import(${JSON.stringify(door)}).then(async () => {
      const { default: Module } = await import('node:module');
      console.log(JSON.stringify(Object.keys(Module._cache)));
    });`;
    const loaded = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(loaded).not.toMatch(/ts-morph|code-frame|typescript/u);
  });
});

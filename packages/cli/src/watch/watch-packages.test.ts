import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketFiles } from '../fixtures/ticket-project.js';
import { Watcher } from '../fixtures/watcher.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const MANIFEST = '{ "name": "pk", "version": "1.0.0", "types": "./dist/i.d.ts" }\n';
const withItem = ticketFiles['src/ticket.ts']
  .replace('\n', "\nimport type { Item } from 'pk';\n")
  .replace('@OutputField() team!:', '@InputField() item!: Item;\n\n  @OutputField() team!:');

const item = (type: string): string => `export interface Item {\n  sku: ${type};\n}\n`;
const CHANGED = /Ticket: input 'item' has another type\n/u;

/** Where a package lies, and how a project gets at it. */
const places = [
  ['a real folder', 'node_modules/pk', false],
  ['a link', 'packages/pk', true],
] as const;

/** A project with a package in it, of which `dist` is built or not. */
function projectWith(folder: string, isLink: boolean, isBuilt: boolean): void {
  project = temporaryProject({
    ...ticketFiles,
    'src/ticket.ts': withItem,
    [`${folder}/package.json`]: MANIFEST,
    ...(isBuilt ? { [`${folder}/dist/i.d.ts`]: item('string') } : {}),
  });
  if (isLink) symlinkSync(path.join(project.root, folder), path.join(project.root, 'node_modules/pk'));
}

async function watching(): Promise<Watcher> {
  const watcher = new Watcher(project.root);
  await watcher.says(/Watching \d+ files? for changes/u);
  return watcher;
}

describe.each(places)('sigil generate --watch, with types of a package that is %s', (_, folder, isLink) => {
  it('follows its builds: cleaned, built again, edited, made again and swapped', async () => {
    projectWith(folder, isLink, true);
    const watcher = await watching();
    const dist = path.join(project.root, folder, 'dist');
    rmSync(dist, { recursive: true });
    await watcher.says(/SIGIL2103[^]*is it built\?[^]*Nothing was written/u);
    project.write(`${folder}/dist/i.d.ts`, item('number'));
    await watcher.says(CHANGED);
    project.write(`${folder}/dist/i.d.ts`, item('boolean'));
    await watcher.says(CHANGED);
    rmSync(path.join(dist, 'i.d.ts'));
    project.write(`${folder}/dist/i.d.ts`, item('string'));
    await watcher.says(CHANGED);
    cpSync(dist, `${dist}-next`, { recursive: true, preserveTimestamps: true });
    project.write(`${folder}/dist-next/i.d.ts`, item('number'));
    renameSync(dist, `${dist}-old`);
    renameSync(`${dist}-next`, dist);
    await watcher.says(CHANGED);
    rmSync(dist, { recursive: true });
    await watcher.says(/SIGIL2103/u);
    renameSync(`${dist}-old`, dist);
    await watcher.says(CHANGED);
    expect(await watcher.stop()).toBe(0);
  }, 120_000);

  it('begins with one that is not built, and goes on when it is', async () => {
    projectWith(folder, isLink, false);
    const watcher = new Watcher(project.root);
    expect(await watcher.says(/Watching/u)).toMatch(/SIGIL2103[^]*is it built\?/u);
    mkdirSync(path.join(project.root, folder, 'dist'));
    project.write(`${folder}/dist/i.d.ts`, item('string'));
    await watcher.says(/No errors or warnings any more\.\n {2}src\/ticket\.gen\.ts/u);
    project.write(`${folder}/dist/i.d.ts`, item('number'));
    await watcher.says(CHANGED);
    expect(await watcher.stop()).toBe(0);
  }, 120_000);
});

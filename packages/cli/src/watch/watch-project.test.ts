import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketFiles } from '../fixtures/ticket-project.js';
import { Watcher } from '../fixtures/watcher.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const ticket = ticketFiles['src/ticket.ts'];
const withItem = ticket
  .replace('\n', "\nimport type { Item } from './item.js';\n")
  .replace('@OutputField() team!:', '@InputField() item!: Item;\n\n  @OutputField() team!:');
const review = ticket.replaceAll('ticket.gen', 'review.gen').replaceAll(/\bTicket\b/gu, 'Review');

async function watching(files: Readonly<Record<string, string>>): Promise<Watcher> {
  project = temporaryProject({ ...ticketFiles, ...files });
  const watcher = new Watcher(project.root);
  await watcher.says(/Watching \d+ files? for changes/u);
  return watcher;
}

describe('sigil generate --watch', () => {
  it('generates, follows edits of a class and of a type in another file, and ends with Ctrl-C', async () => {
    project = temporaryProject({
      ...ticketFiles,
      'src/ticket.ts': withItem,
      'src/item.ts': 'export interface Item {\n  sku: string;\n}\n',
    });
    const watcher = new Watcher(project.root);
    expect(await watcher.says(/Watching/u)).toMatch(
      /^ {2}src\/ticket\.gen\.ts\n1 signature, 1 file written\.\nWatching \d+ files for changes\. Stop with Ctrl-C\.\n$/u,
    );
    project.write('src/ticket.ts', withItem.replace("| 'sales'", "| 'sales' | 'legal'"));
    expect(await watcher.says(/\n/u)).toBe("  src/ticket.gen.ts  Ticket: output 'team' has another type\n");
    project.write('src/item.ts', 'export interface Item {\n  sku: number;\n}\n');
    expect(await watcher.says(/\n/u)).toBe("  src/ticket.gen.ts  Ticket: input 'item' has another type\n");
    expect(await watcher.stop()).toBe(0);
    expect((await runSigil(project.root, ['check'])).code).toBe(0);
    // The shorter words where nothing needed to be read again, which a busy machine may not know.
    expect((await runSigil(project.root, ['generate'])).out).toMatch(/^Nothing changed[.:]/u);
  }, 60_000);

  it('says nothing of edits that change nothing, and does not run because of what it wrote', async () => {
    const watcher = await watching({});
    project.write('src/ticket.ts', ticket);
    project.write('src/ticket.ts', `${ticket}\n// a remark\n`);
    project.write('src/notes.txt', 'x');
    project.write('src/ticket.gen.ts', `${project.read('src/ticket.gen.ts')}\n`);
    await wait(600);
    expect(watcher.said).toBe('');
    expect(await watcher.stop('SIGTERM')).toBe(0);
  }, 60_000);

  it('shows errors, keeps the file, and says when they are gone', async () => {
    const watcher = await watching({});
    const before = project.read('src/ticket.gen.ts');
    project.write('src/ticket.ts', ticket.replace('message!: string', 'message!: RegExp'));
    const said = await watcher.says(/Nothing was written/u);
    expect(said).toMatch(/src\/ticket\.ts:\d+:\d+ - error SIGIL2101/u);
    expect(project.read('src/ticket.gen.ts')).toBe(before);
    project.write('src/ticket.ts', ticket.replace('message!: string', 'message!: number'));
    expect(await watcher.says(/ticket\.gen\.ts .*\n/u)).toBe(
      "No errors or warnings any more.\n  src/ticket.gen.ts  Ticket: input 'message' has another type\n",
    );
    expect(await watcher.stop()).toBe(0);
  }, 60_000);

  it('takes in new files and folders, and deletes what it generated for classes that are gone, and no more', async () => {
    const watcher = await watching({});
    project.write('src/deep/review.ts', review);
    expect(await watcher.says(/\n/u)).toBe('  src/deep/review.gen.ts\n');
    project.write('src/routes.gen.ts', 'export {};\n');
    rmSync(path.join(project.root, 'src/deep/review.ts'));
    expect(await watcher.says(/\n/u)).toContain('src/deep/review.gen.ts  deleted');
    mkdirSync(path.join(project.root, 'src/other'));
    renameSync(path.join(project.root, 'src/ticket.ts'), path.join(project.root, 'src/other/ticket.ts'));
    expect(await watcher.says(/deleted[^]*\n/u)).toMatch(/src\/ticket\.gen\.ts +deleted/u);
    for (
      let waited = 0;
      !existsSync(path.join(project.root, 'src/other/ticket.gen.ts')) && waited < 5000;
      waited += 20
    ) {
      await wait(20);
    }
    expect(Object.keys(project.files()).filter((file) => file.includes('.gen.'))).toEqual([
      'src/other/ticket.gen.ts',
      'src/routes.gen.ts',
    ]);
    expect(await watcher.stop()).toBe(0);
  }, 60_000);

  it('brings back a generated file that is deleted, as often as that happens', async () => {
    const watcher = await watching({});
    const before = project.read('src/ticket.gen.ts');
    for (let times = 0; times < 3; times += 1) {
      rmSync(path.join(project.root, 'src/ticket.gen.ts'));
      expect(await watcher.says(/\n/u)).toBe('  src/ticket.gen.ts\n');
      expect(project.read('src/ticket.gen.ts')).toBe(before);
    }
    expect(await watcher.stop()).toBe(0);
  }, 60_000);

  it('follows what other files add to a type, also the first one and one in another folder', async () => {
    const watcher = await watching({
      'tsconfig.json': ticketFiles['tsconfig.json'].replace('["src"]', '["src", "types"]'),
      'src/ticket.ts': withItem,
      'src/item.ts': 'export interface Item {\n  sku: string;\n}\n',
      'types/plain.d.ts': 'export type Plain = string;\n',
    });
    const more = (name: string): string =>
      `export {};\ndeclare module '../src/item.js' {\n  interface Item {\n    ${name}: number;\n  }\n}\n`;
    for (const [file, text] of [
      ['types/more.d.ts', more('price')],
      ['types/more.d.ts', more('cost')],
      ['src/more.ts', more('size').replace('../src', '.')],
    ] as const) {
      project.write(file, text);
      expect(await watcher.says(/\n/u)).toBe("  src/ticket.gen.ts  Ticket: input 'item' has another type\n");
    }
    expect(await watcher.stop()).toBe(0);
  }, 60_000);

  it('reads the configuration again, with what it imports, and goes on when it is broken', async () => {
    const watcher = await watching({
      'sigil.config.ts': "import { include } from './config/include.js';\nexport default { include };\n",
      'config/include.ts': "export const include = ['src/*.ts'];\n",
      'lib/review.ts': review,
    });
    project.write('config/include.ts', "export const include = ['lib/*.ts', 'src/*.ts'];\n");
    expect(await watcher.says(/\n/u)).toBe('  lib/review.gen.ts\n');
    project.write('sigil.config.ts', 'export default { includes: [] };\n');
    expect(await watcher.says(/\n/u)).toContain("there is no option 'includes'");
    project.write('sigil.config.ts', "export default { include: ['lib/*.ts'] };\n");
    await watcher.says(/No errors or warnings any more/u);
    project.write('lib/review.ts', review.replace("| 'sales'", ''));
    expect(await watcher.says(/\n/u)).toContain("lib/review.gen.ts  Review: output 'team' has another type");
    project.write('tsconfig.json', '{ broken');
    expect(await watcher.says(/\n/u)).toContain('tsconfig.json');
    project.write('tsconfig.json', ticketFiles['tsconfig.json']);
    await watcher.says(/No errors or warnings any more/u);
    expect(await watcher.stop()).toBe(0);
  }, 60_000);

  it('is not combined with what makes one run', async () => {
    project = temporaryProject(ticketFiles);
    const { code, err } = await runSigil(project.root, ['generate', '--watch', '--json']);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("'--watch' cannot be used with option '--json'"),
    ]);
  });
});

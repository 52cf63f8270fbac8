import { spawn } from 'node:child_process';
import { chmodSync, existsSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { bareProject, temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';
import { supportProject, tunedSupport } from '../fixtures/support-project.js';
import { ticketFiles, ticketProject } from '../fixtures/ticket-project.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const sigil = (...args: string[]) => runSigil(project.root, args);

describe('sigil generate', () => {
  it('writes what is missing, and the next time nothing, without loading the compiler or the configuration', async () => {
    project = temporaryProject({ ...ticketFiles, 'sigil.config.ts': 'export default {};\n' });
    const first = await sigil('generate');
    expect(first).toEqual({ code: 0, out: '  src/ticket.gen.ts\n1 signature, 1 file written.\n', err: '' });
    const file = path.join(project.root, 'src/ticket.gen.ts');
    const before = statSync(file).mtimeMs;

    const IMPORTS = path.join(project.root, 'imports.txt');
    const NODE_OPTIONS = `--import=${new URL('../fixtures/record-imports.mjs', import.meta.url).href}`;
    const second = await runSigil(project.root, ['generate'], { env: { NODE_OPTIONS, IMPORTS } });
    expect(second).toEqual({ code: 0, out: 'Nothing changed.\n', err: '' });
    expect(statSync(file).mtimeMs).toBe(before);
    const imported = project.read('imports.txt');
    expect(imported).toContain('/is-up-to-date.js');
    expect(imported).not.toMatch(/\/ts-morph\/|\/c12\/|\/tsx\/|\/zod\/|\/commander\/|sigil\.config/);
  });

  it('says again what it said of programs and tuned state, without loading the compiler', async () => {
    project = await supportProject();
    project.write('src/support.opt.json', tunedSupport);
    const first = await sigil('generate');
    expect([first.code, first.err]).toEqual([0, expect.stringContaining("predictor 'triage': ")]);
    const IMPORTS = path.join(project.root, 'imports.txt');
    const NODE_OPTIONS = `--import=${new URL('../fixtures/record-imports.mjs', import.meta.url).href}`;
    const env = { NODE_OPTIONS, IMPORTS };
    const second = await runSigil(project.root, ['generate'], { env });
    expect(second).toEqual({ code: 0, out: 'Nothing changed.\n', err: first.err });
    expect(project.read('imports.txt')).not.toMatch(/\/ts-morph\/|\/c12\/|\/tsx\/|\/zod\//);
    const json = await runSigil(project.root, ['generate', '--json'], { env });
    expect(JSON.parse(json.out)).toMatchObject({ written: [], warnings: [{ file: 'src/support.opt.json' }] });
    project.write('src/support.opt.json', tunedSupport.replaceAll('triage', 'gone'));
    expect((await sigil('generate')).err).toContain("predictor 'gone' was removed");
  });

  it('writes whole files when two run at the same time', async () => {
    project = await supportProject();
    const wanted = project.files();
    for (const file of ['src/ticket.gen.ts', 'src/support.gen.ts']) rmSync(path.join(project.root, file));
    const ran = await Promise.all([sigil('generate'), sigil('generate'), sigil('generate')]);
    expect(ran.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(project.files()).toEqual(wanted);
  });

  it('waits for one that holds the lock, and takes over the lock of one that was killed', async () => {
    project = await supportProject();
    const wanted = project.files();
    const lock = 'node_modules/.cache/sigil/generate.lock';
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    rmSync(path.join(project.root, 'src/ticket.gen.ts'));
    project.write(lock, String(other.pid));
    let ended = false;
    const waiting = sigil('generate').finally(() => (ended = true));
    await setTimeout(1_500);
    expect([ended, existsSync(path.join(project.root, 'src/ticket.gen.ts'))]).toEqual([false, false]);
    other.kill('SIGKILL');
    expect((await waiting).code).toBe(0);
    expect(project.files()).toEqual(wanted);
    expect(existsSync(path.join(project.root, lock))).toBe(false);
  });

  it('says what cannot be written in a folder that is read-only, and leaves nothing', async () => {
    project = await supportProject();
    rmSync(path.join(project.root, 'src/ticket.gen.ts'));
    const before = project.files();
    chmodSync(project.root, 0o755);
    const folders = ['src', 'node_modules'].map((name) => path.join(project.root, name));
    for (const folder of folders) chmodSync(folder, 0o555);
    const { code, out, err } = await runSigil(project.root, ['generate'], { unprivileged: true });
    for (const folder of folders) chmodSync(folder, 0o755);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /Cannot write generated files: the lock .* cannot be made \(.*node_modules is not writable\)/u,
    );
    expect(project.files()).toEqual(before);
  });

  it.each([
    ['a file', () => project.write('node_modules/.cache', ''), /\.cache is a file/u],
    [
      'a folder that takes no new folders',
      () => symlinkSync('/proc/self/fd', path.join(project.root, 'node_modules/.cache')),
      /takes no new folders|is not writable/u,
    ],
  ])('ends where %s stands in the place of its cache', async (_, block, reason) => {
    project = await supportProject();
    rmSync(path.join(project.root, 'node_modules/.cache'), { recursive: true, force: true });
    rmSync(path.join(project.root, 'src/ticket.gen.ts'));
    block();
    const { code, err } = await sigil('generate');
    expect([code, err]).toEqual([2, expect.stringMatching(/Cannot write generated files: the lock/u)]);
    expect(err).toMatch(reason);
  });

  it('notices an edit of a class and of the configuration', async () => {
    project = await ticketProject({ 'sigil.config.ts': 'export default {};\n' });
    await sigil('generate');
    project.write('src/ticket.ts', project.read('src/ticket.ts').replace("| 'sales'", "| 'sales' | 'legal'"));
    const { code, out } = await sigil('generate');
    expect([code, out]).toEqual([
      0,
      "  src/ticket.gen.ts  Ticket: output 'team' has another type\n1 signature, 1 file written.\n",
    ]);
    project.write('sigil.config.ts', "export default { include: ['lib/*.ts'] };\n");
    expect((await sigil('generate')).out).toContain('No class with @Signature() in lib/*.ts.');
  });

  it('refuses types that it does not know, all at once, and writes nothing', async () => {
    project = temporaryProject({
      ...ticketFiles,
      'src/ticket.ts': ticketFiles['src/ticket.ts']
        .replace('message!: string', 'message!: symbol')
        .replace('team!:', 'due!: Map<string, symbol>;\n\n  @OutputField() team!:'),
    });
    const { code, out, err } = await sigil('generate');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/src\/ticket\.ts:10:27 - error SIGIL2101: .*'Ticket\.message'/);
    expect(err).toMatch(/src\/ticket\.ts:\d+:\d+ - error SIGIL2101: .*'Ticket\.due'/);
    expect(err).toContain('Nothing was written.');
    expect(existsSync(path.join(project.root, 'src/ticket.gen.ts'))).toBe(false);
  });

  it('inserts the two lines with --wire', async () => {
    const bare = ticketFiles['src/ticket.ts']
      .replace("import * as gen from './ticket.gen.js';\n", '')
      .replace('  static readonly artifact = gen.Ticket;\n\n', '');
    project = temporaryProject({ ...ticketFiles, 'src/ticket.ts': bare });
    expect((await sigil('generate', '--wire')).code).toBe(0);
    expect(project.read('src/ticket.ts')).toContain("import * as gen from './ticket.gen.js';\n");
    expect(project.read('src/ticket.ts')).toContain('  static readonly artifact = gen.Ticket;\n');
    expect((await sigil('check')).code).toBe(0);
  });

  it('prints JSON and nothing else when asked', async () => {
    project = temporaryProject(ticketFiles);
    const { code, out } = await sigil('generate', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      written: ['src/ticket.gen.ts'],
      deleted: [],
      diagnostics: [],
      warnings: [],
    });
  });

  it('works from a folder inside of the project', async () => {
    project = temporaryProject(ticketFiles);
    const { out } = await runSigil(path.join(project.root, 'src'), ['generate']);
    expect(out).toContain('src/ticket.gen.ts');
  });

  it.each([
    [
      'an unknown option',
      'export default { concurency: 4 };',
      "there is no option 'concurency' (there are: include, tsconfig, lm,",
    ],
    [
      'a value of another kind',
      "export default { concurrency: 'many' };",
      `'concurrency' is "many", wanted a whole number from 1`,
    ],
    [
      'settings that no call has',
      'export default { settings: { maxTokens: 5 } };',
      `'settings' is {"maxTokens":5}, wanted call settings: temperature, maxOutputTokens`,
    ],
    [
      'no default export',
      'export const lm = 1;',
      'its default export is missing, wanted an object. Write: export default defineConfig(',
    ],
    ['something that is no object', 'export default 5;', 'its default export is 5, wanted an object'],
    ['an error', "throw new Error('no such env');", 'Cannot load sigil.config.ts: no such env'],
    ['a syntax error', 'export default {', 'Cannot load sigil.config.ts: '],
  ])('refuses a configuration with %s', async (_, config, sentence) => {
    project = temporaryProject({ ...ticketFiles, 'sigil.config.ts': config });
    const { code, err } = await sigil('generate');
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(err).toMatch(/^error SIGIL7002: /);
    expect(err).not.toMatch(/^ {4}at /m);
  });

  it('says where to go outside of a project, and what to write in an empty one', async () => {
    project = temporaryProject(bareProject);
    expect(await sigil('generate')).toEqual({
      code: 0,
      out: "No class with @Signature() in src/**/*.{ts,tsx,mts,cts}. Write one, or run 'sigil init'.\n",
      err: '',
    });
    const outside = await runSigil('/', ['generate']);
    expect([outside.code, outside.err]).toEqual([
      2,
      expect.stringContaining('Cannot find a project: no package.json in /'),
    ]);
  });
});

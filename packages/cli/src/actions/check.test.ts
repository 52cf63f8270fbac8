import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const check = (...args: string[]) => runSigil(project.root, ['check', ...args]);
const edit = (from: string, to: string): void =>
  project.write('src/ticket.ts', project.read('src/ticket.ts').replace(from, to));

describe('sigil check', () => {
  it('ends with 0 when everything is fresh', async () => {
    expect(await check()).toEqual({ code: 0, out: 'Fresh: 1 signature.\n', err: '' });
  });

  it('ends with 1 for stale, missing and orphaned files, names the fields and the command, and writes nothing', async () => {
    edit('message!: string', 'message!: string;\n\n  /** @maxLength 20 */\n  @InputField() channel?: string');
    project.write(
      'src/new.ts',
      project.read('src/ticket.ts').replaceAll('Ticket', 'New').replace('ticket.gen', 'new.gen'),
    );
    project.write('src/old.gen.ts', project.read('src/ticket.gen.ts').replaceAll('ticket.ts', 'old.ts'));
    const before = project.files();
    const { code, out, err } = await check();
    expect(err).toBe('');
    expect(out).toBe(`  missing   src/new.gen.ts
  stale     src/ticket.gen.ts
            Ticket: input 'channel' was added
  orphaned  src/old.gen.ts
            its source has no signature any more

Run 'sigil generate' and commit what it writes.
`);
    expect(code).toBe(1);
    expect(project.files()).toEqual(before);
    const json = await check('--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      status: 'stale',
      files: [
        { path: 'src/new.gen.ts', status: 'missing' },
        { path: 'src/ticket.gen.ts', status: 'stale' },
        { path: 'src/old.gen.ts', status: 'orphaned' },
      ],
    });
  });

  it('does not trust what an earlier run of the generator remembers', async () => {
    await runSigil(project.root, ['generate']);
    project.write('src/ticket.gen.ts', project.read('src/ticket.gen.ts').replace("'billing'", "'biling'"));
    expect((await check()).code).toBe(1);
  });

  it.each([
    ['without // @ts-nocheck', (text: string) => text.replace('// @ts-nocheck\n', '')],
    ['without its banner', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['with the banner of another source', (text: string) => text.replace('./ticket.ts', './other.ts')],
    ['without any of its first lines', (text: string) => text.slice(text.indexOf('import type'))],
    ['without what keeps linters out', (text: string) => text.replace(/^\/\* eslint-disable \*\/ /mu, '')],
  ])('ends with 1 for a generated file %s, which generate brings back', async (_, edited) => {
    const before = project.read('src/ticket.gen.ts');
    project.write('src/ticket.gen.ts', edited(before));
    expect(await check()).toEqual({
      code: 1,
      out: `  stale     src/ticket.gen.ts
            the remarks in its first lines were edited

Run 'sigil generate' and commit what it writes.
`,
      err: '',
    });
    await runSigil(project.root, ['generate']);
    expect(project.read('src/ticket.gen.ts')).toBe(before);
  });

  it('ends with 0 for a generated file that was formatted, and got the remark of somebody else', async () => {
    const before = project.read('src/ticket.gen.ts');
    const formatted = before
      .replace('/* eslint-disable */ /*', '/* eslint-disable */\n\n/*')
      .replaceAll('\n', '\r\n');
    project.write('src/ticket.gen.ts', `/* Copyright: we */\r\n${formatted}`);
    expect((await check()).code).toBe(0);
  });

  it('ends with 2 for a class with an error', async () => {
    edit('message!: string', 'message!: symbol');
    const { code, out, err } = await check();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("src/ticket.ts:10:27 - error SIGIL2101: Cannot compile field 'Ticket.message'");
  });

  it.each([
    ['no JSON', '{ "format": 1,', 'it is no JSON'],
    ['the conflict markers of a merge', '<<<<<<< HEAD\n{}\n', 'line 1 is a conflict marker of a merge'],
    [
      'another format',
      '{ "format": 2, "program": "x#Y", "predictors": {}, "evidence": {} }',
      'format is 2, wanted 1',
    ],
    [
      'nonsense',
      '{ "format": 1, "program": "src/ticket.ts#Ticket", "predictors": { "": { "variants": 5 } }, "evidence": {} }',
      'predictors[""]',
    ],
  ])('refuses an x.opt.json that is %s, names it, and leaves it alone', async (_, content, sentence) => {
    project.write('src/ticket.opt.json', content);
    const before = project.files();
    for (const args of [
      ['check'],
      ['generate'],
      ['eval', 'Ticket', '--data', 'data/tickets.jsonl', '--metric', 'f1'],
    ]) {
      const { code, err } = await runSigil(project.root, args);
      expect([args[0], code]).toEqual([args[0], 2]);
      expect(err).toContain('Cannot use src/ticket.opt.json: ');
      expect(err).toContain(sentence);
      expect(err).toContain('The file was left as it is');
    }
    expect(project.files()).toEqual(before);
  });

  describe('with tuned state', () => {
    const hash = 'h:0000000000000000';
    const tuned = (program: string): string =>
      JSON.stringify({
        format: 1,
        program,
        predictors: {
          '': {
            signature: program,
            basedOn: {
              instructions: hash,
              fields: { message: ['in', hash, hash], team: ['out', hash, hash] },
            },
            variants: { '*': { demos: [{ message: 'Hello?', team: 'sales' }] } },
          },
        },
        evidence: {},
      });

    it('warns of state that no longer fits, and fails with --tuned error', async () => {
      project.write('src/ticket.opt.json', tuned('src/ticket.ts#Ticket'));
      await runSigil(project.root, ['generate']);
      const warned = await check();
      expect(warned.code).toBe(0);
      expect(warned.err).toContain(
        "warning src/ticket.opt.json: 'src/ticket.ts#Ticket' changed since it was optimized",
      );
      expect(warned.out).toBe(`Generated files are fresh (1 signature). Tuned state is not:
  src/ticket.opt.json is stale. Run 'sigil optimize src/ticket.ts#Ticket' with the options you tuned it with, 'sigil accept src/ticket.ts#Ticket' or, after a rename, 'sigil migrate src/ticket.ts#Ticket OLD=NEW'.
`);
      const refused = await check('--tuned', 'error');
      expect([refused.code, refused.out]).toEqual([1, warned.out]);
    });

    it('fails for state of a class that is gone, since nothing of it is used', async () => {
      project.write('src/ticket.opt.json', tuned('src/ticket.ts#Tickets'));
      rmSync(path.join(project.root, 'node_modules/.cache'), { recursive: true, force: true });
      const { code, err } = await check();
      expect([code, err]).toEqual([1, expect.stringContaining("belongs to 'src/ticket.ts#Tickets'")]);
    });
  });
});

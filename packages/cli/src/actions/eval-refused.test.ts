import { existsSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { onTickets, servedProject } from '../fixtures/served-project.js';

const project = servedProject();

const metric = ['--metric', 'exact-match'];

describe('sigil eval before anything is sent', () => {
  const write = (rows: readonly object[]): void =>
    project.write('bad.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const good = { message: 'My card was charged twice.', team: 'billing' };

  it.each([
    ['a dataset that is missing', 'there is no such file', undefined],
    ['an empty dataset', 'it has no rows', []],
    [
      'an unknown field',
      "bad.jsonl:2: field 'tema': unknown field, expected one of: message, team",
      [good, { ...good, tema: 'x' }],
    ],
    [
      'a row that breaks its type',
      `bad.jsonl:1: field 'team': got "sale", expected one of`,
      [{ ...good, team: 'sale' }],
    ],
    [
      'a row with nothing to compare',
      'bad.jsonl:1: it tells none of the outputs (team)',
      [{ message: 'Hello?' }],
    ],
  ])('refuses %s', async (_, sentence, rows) => {
    if (rows !== undefined) write(rows);
    const { code, out, err } = await project.evaluate(['--data', 'bad.jsonl', ...metric]);
    expect({ code, out, requests: project.server.requests.length }).toEqual({
      code: 2,
      out: '',
      requests: 0,
    });
    expect(err).toContain('error SIGIL5001: Cannot');
    expect(err).toContain(sentence);
  });

  it('refuses a program that was not generated, or whose constructor wants arguments', async () => {
    project.write(
      'src/support.ts',
      `import { Module, Predict, Program } from 'sigil';
import * as gen from './support.gen.js';
import { Ticket } from './ticket.js';

@Program()
export class Support extends Module {
  static readonly artifact = gen.Support;
  triage = new Predict(Ticket);
  forward(inputs: { message: string }) {
    return this.triage.run(inputs);
  }
}
`,
    );
    const run = () =>
      runSigil(project.root, ['eval', 'src/support.ts#Support', '--data', 'data/tickets.jsonl', ...metric]);
    expect((await run()).err).toContain(
      'Cannot run Support: its generated file src/support.gen.ts is not there',
    );
    const source = project.read('src/support.ts');
    const heir = `
@Program()
export class Support extends Base {
  static override readonly artifact = gen.Support;
}
`;
    const wants =
      "its constructor wants 'tone'. Give each a default ('tone = ..'), or write a class that extends it";
    for (const [parameters, isInherited, sentence] of [
      ['readonly tone: string, last?: string, ...rest: string[]', false, wants],
      ['readonly tone: string', true, wants],
      ['tone?: { loud: boolean }', false, 'its constructor threw: Cannot read properties of undefined'],
    ] as const) {
      const own = source.replace(
        '  forward',
        `  constructor(${parameters}) {\n    super();\n    if (${parameters.startsWith('tone')}) void (tone as { loud: boolean }).loud;\n  }\n  forward`,
      );
      project.write(
        'src/support.ts',
        isInherited
          ? own.replace('class Support', 'class Base').replace('gen.Support', 'gen.Base') + heir
          : own,
      );
      expect((await runSigil(project.root, ['generate'])).code).toBe(0);
      expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
    }
  });

  it('refuses a class without an artifact, and a stale one, naming the field and the command', async () => {
    const gen = project.read('src/ticket.gen.ts');
    project.write(
      'src/other.ts',
      project.read('src/ticket.ts').replaceAll('Ticket', 'Other').replace('ticket.gen', 'other.gen'),
    );
    const missing = await runSigil(project.root, ['eval', 'src/other.ts#Other', ...onTickets]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('Cannot run Other: its generated file src/other.gen.ts is not there');
    expect(missing.err).toContain("Run 'sigil generate");
    project.write('src/ticket.ts', project.read('src/ticket.ts').replace("| 'sales'", "| 'sales' | 'legal'"));
    const stale = await project.evaluate(onTickets);
    expect(stale.code).toBe(2);
    expect(stale.err).toBe(
      "error SIGIL1003: Cannot run src/ticket.ts#Ticket: its artifact is stale (Ticket: output 'team' has another type). Run 'sigil generate'.\n",
    );
    expect(project.read('src/ticket.gen.ts')).toBe(gen);
  });

  it('refuses a class with a type that it does not know', async () => {
    project.write(
      'src/ticket.ts',
      project.read('src/ticket.ts').replace('message!: string', 'message!: symbol'),
    );
    const { code, err } = await project.evaluate(onTickets);
    expect(code).toBe(2);
    expect(err).toMatch(/src\/ticket\.ts:10:\d+ - error SIGIL2101: .*'Ticket.message'/);
  });

  it("names the class where the project's own package is of another version", async () => {
    const installed = path.join(project.root, 'node_modules/sigil');
    const dist = path.join(realpathSync(installed), 'dist');
    rmSync(installed);
    const exports = { '.': './index.js', './zod': './zod.js' };
    project.write('node_modules/sigil/package.json', JSON.stringify({ type: 'module', exports }));
    for (const end of ['.js', '.d.ts']) {
      project.write(
        `node_modules/sigil/index${end}`,
        `export { InputField, OutputField, Signature } from '${dist}/index.js';\n`,
      );
      project.write(`node_modules/sigil/zod${end}`, `export * from '${dist}/zod.js';\n`);
    }
    const { code, err } = await project.evaluate(onTickets);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(
        "Cannot run src/ticket.ts#Ticket: the package 'sigil' of this project is of another version. Update it.",
      ),
    ]);
  });

  it('says how to name a model when there is none, and refuses names of no known form', async () => {
    const none = await runSigil(project.root, ['eval', 'Ticket', ...onTickets]);
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('Give --lm llama (a small model in this process'),
    ]);
    const wrong = await runSigil(project.root, ['eval', 'Ticket', ...onTickets, '--lm', 'gpt-5']);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining("Cannot use the model 'gpt-5' of --lm"),
    ]);
  });

  it('says what is wrong with weights, and every way to get some', async () => {
    project.write('garbage.gguf', 'not a model');
    const garbage = await project.evaluate([...onTickets, '--lm', './garbage.gguf']);
    expect([garbage.code, garbage.err]).toEqual([2, expect.stringContaining('Cannot use ')]);
    expect(garbage.err).toContain('expected "GGUF"');
    const env = { SIGIL_CACHE: path.join(project.root, 'weights'), PATH: '' };
    project.write('weights/SmolLM2-135M-Instruct.Q4_1.gguf', 'GGUF, but another one');
    const none = await project.evaluate([...onTickets, '--lm', 'llama'], { env });
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toMatch(/warning Cannot use the weights in .*: its SHA-256 is \w{64}, expected \w{64}/);
    expect(none.err).toMatch(
      /error SIGIL6001: Cannot get the weights .* Any one of these is enough:\n {2}1\. SIGIL_MODEL/,
    );
    expect(readdirSync(project.root)).not.toContain('.sigil');
  });

  it('says how to add the embedded model where it is not installed', async () => {
    const hook = new URL('../fixtures/without-llama.mjs', import.meta.url).href;
    const { code, out, err } = await project.evaluate([...onTickets, '--lm', 'llama'], {
      env: { NODE_OPTIONS: `--import=${hook}` },
    });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^error SIGIL7002: .*'@sigil\/llama' is not installed\. Run 'npm install --save-dev @sigil\/llama'.*\n$/,
    );
  });

  it('finds that the record cannot be kept', async () => {
    writeFileSync(path.join(project.root, '.sigil'), 'a file');
    const { code, err } = await project.evaluate(onTickets);
    expect([code, project.server.requests.length]).toEqual([2, 0]);
    expect(err).toContain('Cannot keep the record of this run');
    expect(err).toContain(`${path.join(project.root, '.sigil')} is a file`);
    expect(err).toContain('Nothing was sent.');
  });

  // Making folders in /proc with Node's own `recursive` never ends.
  it.skipIf(!existsSync('/proc/self'))('finds that a folder takes no folders, and ends', async () => {
    for (const args of [
      ['--save', '/proc/x/y'],
      ['--out', '/proc/x.jsonl'],
    ]) {
      const { code, out, err } = await project.evaluate([...onTickets, ...args], {
        onStart: (child) => void setTimeout(() => child.kill('SIGKILL'), 20_000).unref(),
      });
      expect({ code, out, requests: project.server.requests.length }).toEqual({
        code: 2,
        out: '',
        requests: 0,
      });
      expect(err).toMatch(/^error SIGIL7002: Cannot [^\n]*\/proc\/x[^\n]*Nothing was sent\.\n$/);
    }
  });

  it.skipIf(!existsSync('/proc/self'))('goes on without a cache whose folder cannot be made', async () => {
    project.write('sigil.config.ts', "export default { cacheFolder: '/proc/x/y' };\n");
    const { code, err } = await project.evaluate([...onTickets, '--limit', '2'], {
      onStart: (child) => void setTimeout(() => child.kill('SIGKILL'), 20_000).unref(),
    });
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('Cannot open the cache /proc/x/y/replies-1.db: /proc takes no new folders'),
    ]);
  });

  it('finds every bad row at once: those that are no JSON, and those that do not fit', async () => {
    project.write(
      'bad.jsonl',
      ['{ "message": ', JSON.stringify({ ...good, team: 'sale' }), '[1]', JSON.stringify(good), ''].join(
        '\n',
      ),
    );
    const { code, err } = await project.evaluate(['--data', 'bad.jsonl', ...metric]);
    expect(code).toBe(2);
    expect(err).toContain('3 problems. Nothing was sent.');
    expect(err.match(/bad\.jsonl:\d+/g)).toEqual(['bad.jsonl:1', 'bad.jsonl:2', 'bad.jsonl:3']);
  });

  it('prints errors as JSON too when asked', async () => {
    const { out, err } = await project.evaluate(['--data', 'nope.jsonl', ...metric, '--json']);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'SIGIL5001', message: 'Cannot read nope.jsonl: there is no such file. Check the path.' },
    });
    expect(err).toContain('Cannot read nope.jsonl');
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ejectedFile } from '@sigil/codegen/eject';
import { FakeServer, respond, type FakeServerScript } from '@sigil/testing';
import { adapterById, fieldPatterns } from 'sigil/adapter';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Order } from '../../../sigil/src/fixtures/order.js';
import { runSigil } from '../fixtures/run-sigil.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import { tunedTicketProject } from '../fixtures/tuned-ticket.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const eject = (...args: string[]) => runSigil(project.root, ['eject', 'src/ticket.ts#Ticket', ...args]);

/** A signature with values of every type, ejected. */
function orderFile(id: string): string {
  const { spec, wire } = Order.artifact;
  return ejectedFile({
    name: 'Order',
    spec,
    template: adapterById(id).compile(spec),
    markers: fieldPatterns(id, spec),
    ...(id === 'json/1' ? { wire } : {}),
    model: 'some-model',
    settings: {},
    command: 'sigil eject',
  });
}

/** Runs the ejected file in a process of its own. */
async function ask(script: FakeServerScript, message: string, times = 1) {
  const server = await FakeServer.start(script);
  project.write(
    'ask.ts',
    `import { run } from './src/ticket.ejected.ts';
for (let n = 0; n < ${times}; n++) {
  await run({ message: ${JSON.stringify(message)} }).then(
    (outputs) => console.log(JSON.stringify(outputs)),
    (error: Error) => console.log(error.message),
  );
}
`,
  );
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, 'ask.ts'], {
    cwd: project.root,
    env: { OPENAI_BASE_URL: server.baseURL, OPENAI_API_KEY: 'sk-mine' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await readText(child.stdout);
  const { requests } = server;
  await server.close();
  return { said, requests };
}

describe('sigil eject', () => {
  it('writes one file that a person can read', async () => {
    const { code, out, err } = await eject();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}src\/ticket\.ejected\.ts\n/u);
    const text = project.read('src/ticket.ejected.ts');
    expect(text).not.toMatch(/^import /mu);
    await expect(text).toMatchFileSnapshot('golden/ticket.ejected.txt');
  });

  it('makes the folder that it is told to write to', async () => {
    const { code, out } = await eject('--out', 'lib/prompts/ticket.ts');
    expect([code, out.split('\n')[0]]).toEqual([0, '  lib/prompts/ticket.ts']);
    expect(project.read('lib/prompts/ticket.ts')).toContain('export async function run(');
  });

  it('writes files that compile strictly, alone, in every layout', async () => {
    for (const adapter of ['chat', 'xml', 'json', 'compact']) {
      expect((await eject('--adapter', adapter, '--out', `${adapter}.ts`)).code).toBe(0);
      project.write(`order-${adapter}.ts`, orderFile(`${adapter}/1`));
    }
    const options = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM'],
      module: 'NodeNext',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      erasableSyntaxOnly: true,
      noEmit: true,
    };
    project.write('ejected.json', JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
    for (const compiler of ['tsc', 'tsc6']) {
      const bin = fileURLToPath(new URL(`../../../../node_modules/.bin/${compiler}`, import.meta.url));
      const { status, stdout } = spawnSync(bin, ['-p', 'ejected.json'], {
        cwd: project.root,
        encoding: 'utf8',
      });
      expect([compiler, stdout, status]).toEqual([compiler, '', 0]);
    }
  }, 120_000);

  it('sends the request of an evaluation, and reads the reply', async () => {
    const message = 'I was charged\nteam: twice.';
    project.write('data/one.jsonl', JSON.stringify({ message, team: 'billing' }));
    const server = await FakeServer.start(['team: billing']);
    const data = ['--data', 'data/one.jsonl', '--metric', 'exact-match'];
    const env = { SIGIL_MODEL: `${server.baseURL}#some-model` };
    await runSigil(project.root, ['eval', 'Ticket', ...data], { env });
    await eject('--model', 'some-model');
    const { said, requests } = await ask(['team: billing'], message);
    expect(said).toBe('{"team":"billing"}\n');
    expect(requests[0]?.text).toBe(server.requests[0]?.text);
    expect(requests[0]?.headers.authorization).toBe('Bearer sk-mine');
    expect(requests).toHaveLength(1);
    await server.close();
  });

  it('says what is wrong with a reply', async () => {
    await eject();
    const rows = [
      [respond.cutOff('team: billing'), 'The reply is cut off'],
      [respond.filtered('team: billing'), 'stopped by a content filter'],
      [respond.emptyText(), 'The reply is empty.'],
      [respond.text('billing, I would say'), 'Cannot read the reply'],
      [respond.text('team: nobody'), `Cannot read 'team': got "nobody", expected one of: billing, technical`],
      [respond.unauthorized(), 'HTTP 401'],
      [respond.html(), 'Cannot read'],
      [
        respond.json({
          choices: [{ message: { content: null, refusal: 'I cannot.' }, finish_reason: 'stop' }],
        }),
        'The model refused: I cannot.',
      ],
    ] as const;
    const { said, requests } = await ask(
      rows.map(([response]) => response),
      'x',
      rows.length,
    );
    const lines = said.split('\n');
    for (const [at, [, sentence]] of rows.entries()) expect(lines[at]).toContain(sentence);
    expect(said).not.toContain('sk-mine');
    expect(requests).toHaveLength(rows.length);
  });

  it('writes over its own file and over nobody else’s', async () => {
    await eject();
    expect((await eject('--adapter', 'json')).code).toBe(0);
    expect(project.read('src/ticket.ejected.ts')).toContain('(json/1)');
    const before = project.read('src/ticket.ts');
    const { code, err } = await eject('--out', 'src/ticket.ts');
    expect([code, project.read('src/ticket.ts')]).toEqual([2, before]);
    expect(err).toContain('Cannot write src/ticket.ts: it is there, and sigil eject did not write it');
    project.write('mine.ts', 'mine');
    expect((await eject('--out', 'mine.ts', '--force')).code).toBe(0);
    expect(project.read('mine.ts')).toContain('Ejected by sigil');
  });

  it('names the field whose values take more than one small file, and writes nothing', async () => {
    const source = project
      .read('src/ticket.ts')
      .replace("team!: 'billing' | 'technical' | 'sales'", 'team!: string[] | { a: number }');
    project.write('src/ticket.ts', source);
    await runSigil(project.root, ['generate']);
    const before = project.files();
    const { code, err } = await eject();
    expect([code, project.files()]).toEqual([2, before]);
    expect(err).toContain("field 'team' is a union of types that no property tells apart");
    const twoStep = await eject('--adapter', 'two-step');
    expect(twoStep.err).toContain('it takes two calls');
  });

  it('ejects the tuned state, that of the model where it has one', async () => {
    project.remove();
    project = await tunedTicketProject();
    await runSigil(project.root, ['generate']);
    await eject();
    const forAll = project.read('src/ticket.ejected.ts');
    expect(forAll).toContain("'Read the message.'");
    expect(forAll).toContain('message: It does not start.');
    await eject('--model', 'tiny');
    const forOne = project.read('src/ticket.ejected.ts');
    expect(forOne).toContain('message: I was charged twice.');
    expect(forOne).not.toContain('message: It does not start.');
    expect(forOne).toContain('Route a ticket.');
    await eject('--state', 'none');
    expect(project.read('src/ticket.ejected.ts')).not.toContain('charged twice');
  });
});

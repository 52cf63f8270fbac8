import { describe, expect, it } from 'vitest';
import type { Ran } from '../fixtures/run-sigil.js';
import { servedProject, smallSearch } from '../fixtures/served-project.js';
import { answerSupport, isReply, supportProject } from '../fixtures/support-project.js';

const project = servedProject(supportProject, answerSupport);

const onTickets = ['--data', 'data/tickets.jsonl', '--metric', 'exact-match:team'];
const sigil = (...args: readonly string[]): Promise<Ran> => project.sigil(args);
const evaluated = async (...args: readonly string[]) => {
  const ran = await sigil('eval', 'src/support.ts#Support', ...onTickets, '--json', ...args);
  expect(ran).toMatchObject({ code: 0, err: expect.not.stringContaining('warning') });
  const result: unknown = JSON.parse(ran.out);
  return result;
};

describe('a program on the command line', () => {
  it('is scored on rows, of which it gets what its forward takes', async () => {
    const result = await evaluated('--limit', '10');
    expect(result).toMatchObject({ program: 'src/support.ts#Support', rows: 10, parsed: { count: 10 } });
    expect(project.server.requests).toHaveLength(20);
    const routed = project.server.requests.filter((request) => !isReply(request));
    for (const { lastMessage } of routed) expect(lastMessage).not.toMatch(/billing|technical|sales/u);
  });

  it('is tuned by the paths of its predictors, and runs better for it', async () => {
    const { code, out } = await sigil('optimize', 'Support', ...onTickets, ...smallSearch, '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({
        outcome: 'improved',
        written: ['src/support.opt.json', 'src/support.gen.ts'],
      }),
    ]);
    const tuned: unknown = JSON.parse(project.read('src/support.opt.json'));
    expect(tuned).toMatchObject({
      program: 'src/support.ts#Support',
      predictors: {
        triage: {
          signature: 'src/ticket.ts#Ticket',
          basedOn: {
            fields: {
              team: ['out', expect.any(String), expect.any(String), ['billing', 'sales', 'technical']],
            },
          },
        },
        'steps[0]': { signature: 'src/support.ts#Answer' },
      },
    });
    expect(project.read('src/support.gen.ts')).toContain('  templates: {');
    expect((await sigil('check')).code).toBe(0);
    const [before, after] = [await evaluated('--state', 'none'), await evaluated()];
    expect(meanOf(after)).toBeGreaterThan(meanOf(before));
    expect(await evaluated('--state', 'src/support.opt.json')).toMatchObject({ mean: meanOf(after) });
  });

  it('shows the prompt of a predictor as it is sent', async () => {
    await sigil('optimize', 'Support', ...onTickets, ...smallSearch);
    await evaluated('--limit', '1', '--no-cache');
    const sent = project.server.requests.slice(-2).map(({ text }) => text);
    const message = String(JSON.parse(project.read('data/tickets.jsonl').split('\n')[0] ?? '').message);
    const routed = await sigil(
      'render',
      'Support',
      '--path',
      'triage',
      '--data',
      'data/tickets.jsonl',
      '--json',
    );
    expect(JSON.parse(routed.out)).toMatchObject({ path: 'triage', requests: [{ body: sent[0] }] });
    const team = /team: (\w+)$/u.exec(project.server.requests.at(-1)?.lastMessage ?? '')?.[1];
    const input = JSON.stringify({ message, team });
    const replied = await sigil('render', 'Support', '--path', 'steps[0]', '--input', input, '--json');
    expect(JSON.parse(replied.out)).toMatchObject({ requests: [{ body: sent[1] }] });
    const refused = await sigil('render', 'Support', '--input', '{}');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--path: triage, steps[0]') });
  });

  it.each([
    [
      '{"message":"Hello?","teem":"sales"}',
      "field 'teem': unknown field, expected one of: message, team, reply",
    ],
    ['{"message":7,"team":"sales"}', "field 'message': got 7, expected string"],
    ['{"message":"Hello?","team":"sails"}', 'field \'team\': got "sails", expected'],
    ['{"team":"sales"}', "field 'message': missing input, expected"],
    ['{"message":"Hello?"}', 'field \'team\': missing expected output, expected one of: "billing"'],
  ])('refuses the row %s before anything is sent', async (row, sentence) => {
    project.write('data/tickets.jsonl', `${row}\n`);
    const { code, err } = await sigil('eval', 'Support', ...onTickets);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(project.server.requests).toHaveLength(0);
  });

  it.each([
    // An answer on the way that another predictor takes under the same name, as any text.
    ['return { reply };', '{"message":"Hello?","team":"sails","reply":"Hi"}', 'field \'team\': got "sails"'],
    ['return { reply };', '{"message":"Hello?","reply":"Hello, Sir!"}', 'field \'reply\': got "Hello, Sir!"'],
    [
      'const a = await this.steps[0]!.run({ message, team }); return { text: a.reply };',
      '{"message":"Hello?","text":"Hello, Sir!"}',
      'field \'text\': got "Hello, Sir!"',
    ],
    [
      'return { ...(await this.steps[0]!.run({ message, team })) };',
      '{"message":"Hello?","teem":"sales","reply":"Hi"}',
      "field 'teem': unknown field, expected one of: message, reply, team",
    ],
  ])('with `%s` refuses the row %s by the types of its predictors', async (given, row, sentence) => {
    const source = project
      .read('src/support.ts')
      .replace('@OutputField() reply', '/** @maxLength 5 */ @OutputField() reply')
      .replace('return { team, reply };', given);
    project.write('src/support.ts', source);
    expect((await sigil('generate')).code).toBe(0);
    project.write('data/tickets.jsonl', `${row}\n`);
    const { code, err } = await sigil(
      'eval',
      'Support',
      '--data',
      'data/tickets.jsonl',
      '--metric',
      'exact-match',
    );
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(project.server.requests).toHaveLength(0);
  });

  it('that gives a predictor inputs it refuses is told with file and line of the row', async () => {
    project.write(
      'src/ticket.ts',
      project.read('src/ticket.ts').replace('@InputField()', '/** @maxLength 5 */ @InputField()'),
    );
    expect((await sigil('generate')).code).toBe(0);
    const [good, bad] = ['Help!', 'My invoice is wrong.'].map((message) =>
      JSON.stringify({ message, team: 'sales' }),
    );
    project.write('data/tickets.jsonl', `\n\n${bad}\n${bad}\n`);
    const all = await sigil('eval', 'Support', ...onTickets);
    expect([all.code, all.out]).toEqual([2, '']);
    expect(all.err).toMatch(
      /first is data\/tickets\.jsonl:3: Cannot run src\/ticket\.ts#Ticket with these inputs/u,
    );
    expect(project.server.requests).toHaveLength(0);
    project.write('data/tickets.jsonl', `${good}\n\n${bad}\n`);
    const some = await sigil('eval', 'Support', ...onTickets);
    expect([some.code, some.out]).toEqual([
      0,
      expect.stringContaining('The first is data/tickets.jsonl:3: Cannot run'),
    ]);
  });

  it('that throws on every row is told with the row and the stack of what it threw', async () => {
    const source = project.read('src/support.ts');
    project.write(
      'src/support.ts',
      source.replace(
        '    const { team }',
        "    if (message !== '') throw new TypeError('no desk');\n    const { team }",
      ),
    );
    expect((await sigil('generate')).code).toBe(0);
    for (const command of [['eval'], ['optimize', ...smallSearch]] as const) {
      const [name, ...rest] = command;
      const { code, err } = await sigil(name, 'Support', ...onTickets, ...rest);
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/data\/tickets\.jsonl:\d+: TypeError: no desk\./u),
      ]);
      expect(err).toMatch(/TypeError: no desk\n {4}at Support\.forward .*support\.ts:/u);
    }
  });

  it.each([
    ['{}', '', 2],
    ['{ maxReasks: 0 }', '', 1],
    ['{ maxReasks: 0, targets: { Support: { maxReasks: 3 } } }', '', 4],
    ['{ maxReasks: 3 }', ', { maxReasks: 0 }', 1],
  ])('asks again as often as the configuration %s and its predictor%s say', async (config, own, times) => {
    project.write('sigil.config.mjs', `export default ${config};\n`);
    project.write(
      'src/support.ts',
      project.read('src/support.ts').replace('new Predict(Ticket)', `new Predict(Ticket${own})`),
    );
    await project.serve(() => 'I cannot say.');
    await sigil('eval', 'Support', ...onTickets, '--limit', '1');
    expect(project.server.requests).toHaveLength(times);
  });

  it('is refused where nobody can tell what it takes', async () => {
    project.write(
      'src/support.ts',
      project.read('src/support.ts').replace('{ message }: { message: string }', '{ message }: any'),
    );
    expect((await sigil('generate')).code).toBe(0);
    const { code, err } = await sigil('eval', 'Support', ...onTickets);
    expect([code, err]).toEqual([2, expect.stringContaining("what its 'forward' takes is not known")]);
  });
});

function meanOf(result: unknown): number {
  return typeof result === 'object' && result !== null && 'mean' in result ? Number(result.mean) : Number.NaN;
}

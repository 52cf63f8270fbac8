import { parseTunedFile } from '@sigil/codegen';
import { describe, expect, it } from 'vitest';
import { onTickets, servedProject, smallSearch } from '../fixtures/served-project.js';
import { answerTicket } from '../fixtures/ticket-server.js';

const project = servedProject();

/** In JSON where the prompt asks for JSON. */
const answerAsAsked: typeof answerTicket = (request) => {
  const line = answerTicket(request);
  const isJson = JSON.stringify(request.body.messages).includes('JSON');
  return isJson && typeof line === 'string' ? JSON.stringify({ team: line.slice('team: '.length) }) : line;
};

describe('sigil eval --adapter', () => {
  it('names the adapter where it is not the usual one', async () => {
    await project.serve(answerAsAsked);
    const { out } = await project.evaluate([...onTickets, '--limit', '3', '--adapter', 'json']);
    expect(out).toMatch(/\n {2}state +the bare signature\n {2}adapter +json\/1\n/);
    expect(out).toContain('parsed       3/3');
    expect(JSON.stringify(project.server.requests[0]?.body.messages)).toContain('JSON');
    const usual = await project.evaluate([...onTickets, '--limit', '3', '--adapter', 'chat/1']);
    expect(usual.out).not.toContain('adapter');
  });

  it('counts both requests of an adapter of two, and each that asks again', async () => {
    let asked = 0;
    await project.serve((request) => {
      asked++;
      if (asked === 1) return 'It is about money.';
      if (asked === 2) return 'the money people';
      return answerTicket(request);
    });
    const { out } = await project.evaluate([
      ...onTickets,
      '--limit',
      '2',
      '--adapter',
      'two-step',
      '--concurrency',
      '1',
      '--no-cache',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      adapter: 'two-step/1',
      calls: { calls: 5, reasks: 1 },
      parsed: { count: 2 },
    });
    const { calls }: { calls: { inputTokens: number } } = JSON.parse(out);
    const sent = project.server.requests.reduce((sum, { text }) => sum + Math.ceil(text.length / 4), 0);
    expect(calls.inputTokens).toBe(sent);
  });

  it('says how many requests asked again, also of rows that were given up', async () => {
    await project.serve(() => 'no idea');
    const { out } = await project.evaluate([...onTickets, '--limit', '2', '--no-cache']);
    expect(out).toMatch(/\n {2}calls +4, 2 to ask again, /);
  });
});

describe('sigil optimize --adapter', () => {
  it('searches with it and writes it with the demos, so that the artifact has its prompt', async () => {
    await project.serve(answerAsAsked);
    const { code, out, err } = await project.optimize([...onTickets, ...smallSearch, '--adapter', 'json']);
    expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
    expect(out).toContain('seed 1, on some-model, adapter json/1\n');
    expect(out).toContain('no demos');
    const tuned = parseTunedFile(project.read('src/ticket.opt.json'), 'x');
    expect(tuned.predictors['']?.variants['*']).toMatchObject({ adapter: 'json/1' });
    expect(project.read('src/ticket.gen.ts')).toContain("adapter: 'json/1'");
    expect((await project.sigil(['check'])).code).toBe(0);
    const input = ['--input', '{"message":"Hello?"}', '--json'];
    const rendered: unknown = JSON.parse((await project.sigil(['render', 'Ticket', ...input])).out);
    expect(rendered).toMatchObject({ requests: [{ adapter: 'json/1', model: 'some-model' }] });
  });

  it('refuses a name that there is not, with those that there are, before anything is sent', async () => {
    const { code, err } = await project.optimize([...onTickets, '--adapter', 'toml']);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(
        "Cannot use the adapter 'toml': expected one of chat, json, xml, compact, two-step.",
      ),
    ]);
    expect(project.server.requests).toHaveLength(0);
  });
});

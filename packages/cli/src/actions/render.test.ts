import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketServer } from '../fixtures/ticket-server.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const render = (...args: string[]) => runSigil(project.root, ['render', 'src/ticket.ts#Ticket', ...args]);

describe('sigil render', () => {
  it('prints the messages that a run sends, byte for byte', async () => {
    const server = await ticketServer();
    const env = { SIGIL_MODEL: `${server.baseURL}#some-model` };
    const onRow = ['--data', 'data/tickets.jsonl'];
    await runSigil(project.root, ['eval', 'Ticket', ...onRow, '--limit', '1', '--metric', 'exact-match'], {
      env,
    });
    const sent = server.requests[0]?.body.messages;
    await server.close();
    const { code, out } = await render(...onRow, '--row', '1', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(sent);
  });

  it('prints them for a person, each under its role', async () => {
    const { out } = await render('--input', '{"message":"Two\\nlines"}');
    expect(out).toMatch(/^--- system\nRoute a support ticket/);
    expect(out).toMatch(/\n--- user\n[^]*message: Two\nlines\n$/);
  });

  it.each([
    [['--input', '{"message":5}'], "field 'message'"],
    [['--input', '{"mesage":"x"}'], 'mesage'],
    [['--input', '{message}'], 'Cannot read --input: it is no JSON'],
    [['--input', '[]'], 'expected an object with the input fields'],
    [[], "give --input '{...}' or --data FILE, one of them"],
    [['--data', 'data/tickets.jsonl', '--row', '61'], 'Cannot render row 61: data/tickets.jsonl has 60.'],
    [['--data', 'data/tickets.jsonl', '--row', '0'], 'Wanted a whole number from 1.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, out, err } = await render(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});

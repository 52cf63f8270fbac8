import { existsSync } from 'node:fs';
import path from 'node:path';
import { respond, type FakeResponse } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { onTickets, servedProject } from '../fixtures/served-project.js';
import { answerTicket } from '../fixtures/ticket-server.js';

const project = servedProject();

describe('sigil eval with a model that does not answer', () => {
  const unauthorized = 'refused the key (HTTP 401)';
  it.each<[string, FakeResponse, number, string]>([
    ['401', respond.unauthorized(), 1, unauthorized],
    [
      '429',
      respond.tooManyRequests({ milliseconds: 5 }),
      4,
      'limits the rate (HTTP 429), asking to wait 0.005 s',
    ],
    [
      '500',
      respond.serverError(500, { 'retry-after-ms': '5' }),
      4,
      'failed (HTTP 500): The server had an error.',
    ],
    ['HTML', respond.html(), 1, 'expected a chat completion. Check the base URL.'],
    ['nothing', respond.emptyBody(), 1, 'got an empty body, expected a chat completion'],
  ])('stops at %s, and gives no score', async (_, response, requests, sentence) => {
    await project.serve(() => response);
    const { code, out, err } = await project.evaluate([...onTickets, '--concurrency', '1']);
    expect([code, out, project.server.requests.length]).toEqual([2, '', requests]);
    expect(err).toContain(`Cannot`);
    expect(err).toContain(sentence);
    expect(err.match(/^error /gm)).toHaveLength(1);
    expect(err).not.toContain('sk-canary');
    expect(err).not.toMatch(/^ {4}at /m);
    // No reply was had: there is nothing to go on from, and nothing to keep.
    expect(err).not.toMatch(/are kept|record/);
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('tells a key that is missing once, and leaves nothing behind', async () => {
    const { code, out, err } = await project.evaluate([...onTickets, '--json'], {
      env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' },
    });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^error SIGIL4008: Cannot call some-model: there is no API key.*\n$/),
    ]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'SIGIL4008' } });
    expect(existsSync(path.join(project.root, '.sigil/runs'))).toBe(false);
  });

  it('keeps the replies that it has, and goes on with them', async () => {
    let broken = true;
    await project.serve((request) =>
      broken && request.lastMessage.includes('reset') ? respond.unauthorized() : answerTicket(request),
    );
    const first = await project.evaluate([...onTickets, '--concurrency', '1']);
    expect(first.code).toBe(2);
    const answered = project.server.requests.length - 1;
    expect(answered).toBeGreaterThan(0);
    broken = false;
    const second = await project.evaluate([...onTickets, '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ calls: { calls: 60, cached: answered } });
  });

  it('waits as long as the service asks, and says so', async () => {
    let refused = false;
    await project.serve((request) => {
      if (refused) return answerTicket(request);
      refused = true;
      return respond.tooManyRequests({ milliseconds: 20 });
    });
    const { code, err } = await project.evaluate([...onTickets, '--concurrency', '1', '--limit', '3']);
    expect(code).toBe(0);
    expect(err).toMatch(
      /warning Cannot call some-model: .* limits the rate \(HTTP 429\).* Next try in 1 s\./,
    );
  });
});

describe('sigil eval with many calls that wait at once', () => {
  it('says so in one line, also where each is asked to wait until a date', async () => {
    let until: Date | undefined;
    let refused = 0;
    await project.serve((request) => {
      refused += 1;
      until ??= new Date(Date.now() + 2500);
      return refused > 8 ? answerTicket(request) : respond.tooManyRequests({ until });
    });
    const { code, err } = await project.evaluate([...onTickets, '--concurrency', '8', '--limit', '8']);
    expect(code).toBe(0);
    expect(err.match(/limits the rate/g)).toHaveLength(1);
    expect(err).toMatch(/asking to wait \d s\. Lower the concurrency, or wait\. Next try in \d s\./);
  });
});

describe('sigil eval with a broken metric', () => {
  it.each([
    ['nan', 'it gave NaN, expected a number from 0 to 1'],
    ['boom', 'it threw no such thing, expected a number'],
  ])('stops when it is %s, names the row, and keeps the replies', async (name, sentence) => {
    project.write(
      'metrics.ts',
      `export const nan = (): number => NaN;\nexport const boom = (): number => { throw new Error('no such thing'); };\n`,
    );
    const args = ['--data', 'data/tickets.jsonl', '--metric', `./metrics.ts#${name}`, '--concurrency', '1'];
    const { code, out, err } = await project.evaluate(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      `error SIGIL5002: Cannot score data/tickets.jsonl:1 with metric 'metrics.ts#${name}': ${sentence}`,
    );
    expect(err).toContain('Replies are kept');
  });

  it.each([
    ['./metrics.ts#nope', 'there is no such export'],
    ['./nope.ts#same', 'there is no file ./nope.ts'],
    ['exact', 'expected one of exact-match, f1, includes'],
    ['exact-match:tema', 'has no such output, expected one of: team'],
  ])('refuses %s', async (name, sentence) => {
    project.write('metrics.ts', 'export const same = 1;\n');
    const { code, err } = await project.evaluate(['--data', 'data/tickets.jsonl', '--metric', name]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('Ctrl-C during sigil eval', () => {
  it('stops cleanly, keeps what came back, and goes on from there', async () => {
    await project.serve(answerTicket, 30);
    let sent = false;
    const stopped = await project.evaluate([...onTickets, '--concurrency', '2'], {
      onStart: (child) => {
        const poll = setInterval(() => {
          if (project.server.requests.length < 8 || sent) return;
          sent = true;
          clearInterval(poll);
          child.kill('SIGINT');
        }, 5);
        child.on('close', () => clearInterval(poll));
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.out).toBe('');
    expect(stopped.err).toContain('Stopping after the calls that are under way. What came back is kept');
    expect(stopped.err).toMatch(
      /Stopped after \d+ of 60 rows\. Replies are kept: the same command goes on from here/,
    );
    const before = project.server.requests.length;
    const { out } = await project.evaluate([...onTickets, '--json']);
    const { calls }: { calls: { cached: number } } = JSON.parse(out);
    expect(calls.cached).toBeGreaterThan(0);
    expect(project.server.requests.length - before).toBe(60 - calls.cached);
    // Calls that were under way came back and are kept: nothing is asked for twice.
    const asked = project.server.requests.map((request) => JSON.stringify(request.body));
    expect(asked).toHaveLength(new Set(asked).size);
  });
});

import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type FakeServer } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evalTickets, onTickets } from '../fixtures/eval-tickets.js';
import { type Ran, type RunOptions } from '../fixtures/run-sigil.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketProject } from '../fixtures/ticket-project.js';
import { ticketServer } from '../fixtures/ticket-server.js';

let project: TemporaryProject;
let server: FakeServer | undefined;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(async () => {
  project.remove();
  await server?.close();
  server = undefined;
});

const evalWith = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  evalTickets(project, server, args, options);

describe('sigil eval with a cache folder that is read-only', () => {
  it('goes on without it, and says so once', async () => {
    server = await ticketServer();
    for (const [folder, mode] of [
      ['', 0o755],
      ['.sigil', 0o777],
      ['.sigil/runs', 0o777],
      ['.sigil/cache', 0o555],
    ] as const) {
      mkdirSync(path.join(project.root, folder), { recursive: true });
      chmodSync(path.join(project.root, folder), mode);
    }
    const { code, out, err } = await evalWith(onTickets, { unprivileged: true });
    expect([code, out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
    expect(err.match(/^warning /gm)).toHaveLength(1);
    expect(err).toMatch(
      /warning Cannot open the cache .* Calls go on without it, and every reply is paid for\./,
    );
  });
});

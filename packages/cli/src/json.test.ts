import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from './fixtures/run-sigil.js';
import { ticketProject } from './fixtures/ticket-project.js';
import type { TemporaryProject } from './fixtures/temporary-project.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await ticketProject();
});
afterEach(() => project.remove());

const rows = [
  '--data',
  'data/tickets.jsonl',
  '--metric',
  'exact-match',
  '--lm',
  'http://127.0.0.1:9/v1#none',
];
const commands: [string, string[]][] = [
  ['init', []],
  ['generate', []],
  ['check', []],
  ['render', ['Ticket', '--input', '{"message":"Hello?"}']],
  ['eval', ['Ticket', ...rows]],
  ['optimize', ['Ticket', ...rows]],
];

describe('--json', () => {
  it.each(commands)('makes the standard output of %s one document', async (command, args) => {
    const { out } = await runSigil(project.root, [command, ...args, '--json']);
    expect(JSON.parse(out)).toBeTypeOf('object');
  });

  it.each(commands)('makes it one for an error of %s too', async (command, args) => {
    project.write('package.json', '[');
    project.write('sigil.config.ts', 'export default 5;\n');
    const { code, out } = await runSigil(project.root, [command, ...args, '--json']);
    expect([code, JSON.parse(out)]).toEqual([
      2,
      { error: { code: expect.stringMatching(/^SIGIL\d{4}$/), message: expect.stringContaining('Cannot') } },
    ]);
  });
});

import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { killAt } from '../fixtures/kill-at.js';
import { runSigil } from '../fixtures/run-sigil.js';
import { ticketSource, tunedTicketProject } from '../fixtures/tuned-ticket.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

/** A project whose class was renamed and moved: its tuned state waits at the old place. */
async function movedProject(): Promise<TemporaryProject> {
  const project = await tunedTicketProject();
  onTestFinished(() => project.remove());
  project.write('src/case.ts', ticketSource(undefined, 'Case', 'case'));
  rmSync(path.join(project.root, 'src/ticket.ts'));
  return project;
}

const move = ['migrate', 'src/ticket.ts#Ticket', '--move', 'src/case.ts#Case'];

/** The predictors in all tuned files, each of which has to be whole. */
function statesOf(project: TemporaryProject): readonly unknown[] {
  return Object.entries(project.files())
    .filter(([file]) => file.endsWith('.opt.json'))
    .map(([, text]) => JSON.parse(text).predictors[''].variants);
}

describe('sigil migrate --move', () => {
  it(
    'loses nothing wherever it is killed, and is ended by the same command',
    { timeout: 120_000 },
    async () => {
      const wanted = statesOf(await movedProject());
      let count = 0;
      for (let code: number | null = null; code === null; count += 1) {
        const project = await movedProject();
        ({ code } = await runSigil(project.root, move, killAt(project, count)));
        const states = statesOf(project);
        expect(states).toEqual(states.map(() => wanted[0]));
        expect(states.length).toBeGreaterThan(0);
        const again = await runSigil(project.root, move);
        // It may have been done but for the generated files.
        expect(again.err).toMatch(/^$|every \.opt\.json of the project belongs to its class/u);
        expect((await runSigil(project.root, ['generate'])).code).toBe(0);
        expect((await runSigil(project.root, ['check', '--tuned', 'error'])).code).toBe(0);
        expect(Object.keys(project.files()).filter((file) => file.endsWith('.opt.json'))).toEqual([
          'src/case.opt.json',
        ]);
      }
      expect(count).toBeGreaterThan(4);
    },
  );
});

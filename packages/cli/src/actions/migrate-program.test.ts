import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { ticketSource, tunedTicketProject } from '../fixtures/tuned-ticket.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

const desk = (properties: string): string => `import { Module, Predict, Program } from 'sigil';
import * as gen from './desk.gen.js';
import { Plan } from './plan.js';
import { Ticket } from './ticket.js';

@Program()
export class Desk extends Module {
  static readonly artifact = gen.Desk;
${properties}
  async forward({ message }: { message: string }) {
    return { message };
  }
}
export const used = [Plan, Ticket];
`;
const PLAN = 'new Predict(Plan)';
const TICKET = 'new Predict(Ticket)';

let project: TemporaryProject;
beforeEach(async () => {
  project = await tunedTicketProject();
  project.write('src/plan.ts', ticketSource(undefined, 'Plan', 'plan'));
  project.write('src/desk.ts', desk(`triage = ${TICKET}; plan = ${PLAN};`));
  const own = JSON.parse(project.read('src/ticket.opt.json'));
  rmSync(path.join(project.root, 'src/ticket.opt.json'));
  const [triage] = Object.values<object>(own.predictors);
  const plan = { ...triage, signature: 'src/plan.ts#Plan' };
  project.write(
    'src/desk.opt.json',
    JSON.stringify({ ...own, program: 'src/desk.ts#Desk', predictors: { triage, plan } }),
  );
});
afterEach(() => project.remove());

const sigil = (...args: string[]) => runSigil(project.root, args);
const tuned = () => JSON.parse(project.read('src/desk.opt.json'));
/** A command as a shell takes it apart: double quotes only. */
const words = (command: string): string[] => command.replaceAll('"', '').split(' ').slice(1);

describe('a predictor that was renamed', () => {
  it.each([
    [`triage = ${TICKET}; planner = ${PLAN};`, 'planner', 'plan=planner'],
    [`triage = ${TICKET}; steps = [${PLAN}];`, 'steps[0]', '"plan=steps[0]"'],
  ])('to %s keeps its state by the command that the generator names', async (properties, place, pair) => {
    const before = tuned();
    project.write('src/desk.ts', desk(properties));
    const { err } = await sigil('generate');
    const command = /'(sigil migrate [^']+)'/.exec(err)?.[1] ?? '';
    expect(command).toBe(`sigil migrate src/desk.ts#Desk ${pair}`);
    const { code, out } = await sigil(...words(command));
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`predictor 'plan' is '${place}' now, with its state as it was`),
    ]);
    const { triage, plan } = before.predictors;
    expect(tuned()).toEqual({ ...before, predictors: { triage, [place]: plan } });
    expect(await sigil('check', '--tuned', 'error')).toMatchObject({ code: 0, err: '' });
  });

  it('changes places with another', async () => {
    const { triage, plan } = tuned().predictors;
    project.write('src/desk.ts', desk(`plan = ${TICKET}; triage = ${PLAN};`));
    const refused = await sigil('accept', 'Desk');
    const command = /'(sigil migrate [^']+)'/.exec(refused.err)?.[1] ?? '';
    expect([refused.code, command]).toEqual([2, 'sigil migrate src/desk.ts#Desk triage=plan plan=triage']);
    expect((await sigil(...words(command))).code).toBe(0);
    expect(tuned().predictors).toEqual({ triage: plan, plan: triage });
  });

  it('goes with its program to another file', async () => {
    const { triage, plan } = tuned().predictors;
    project.write(
      'src/bureau.ts',
      desk(`triage = ${TICKET}; planner = ${PLAN};`).replaceAll(/desk\b/g, 'bureau'),
    );
    rmSync(path.join(project.root, 'src/desk.ts'));
    const ran = await sigil('migrate', 'src/desk.ts#Desk', '--move', 'src/bureau.ts#Desk', 'plan=planner');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(project.read('src/bureau.opt.json')).predictors).toEqual({ triage, planner: plan });
  });

  it.each([
    [['plan=plans'], "src/desk.ts#Desk has no predictor 'plans', expected one of: triage, planner"],
    [['plans=planner'], "has no state of a predictor 'plans', expected one of:"],
    [['triage=planner'], "the one was tuned for 'src/ticket.ts#Ticket', the other uses 'src/plan.ts#Plan'"],
    [['triage=triage'], 'the paths are the same'],
    [
      ['plan=planner', 'plan=planner'],
      "Cannot rename 'plan' twice: expected one new name for each predictor",
    ],
  ])('is not migrated by %j', async (pairs, sentence) => {
    project.write('src/desk.ts', desk(`triage = ${TICKET}; planner = ${PLAN};`));
    const before = project.files();
    expect(await sigil('migrate', 'Desk', ...pairs)).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(sentence),
    });
    expect(project.files()).toEqual(before);
  });

  it.each([
    ['planner', "Did you mean 'sigil migrate src/desk.ts#Desk plan=planner', which keeps its state?"],
    ['a = new Predict(Plan); b', "'plan' can be 'a' or 'b' now: 'sigil migrate src/desk.ts#Desk plan=a'"],
    [undefined, "predictor 'plan' is gone"],
  ])('to %s is not lost by accept, unless it is told to', async (name, sentence) => {
    const { triage } = tuned().predictors;
    project.write(
      'src/desk.ts',
      desk(`triage = ${TICKET};${name === undefined ? '' : ` ${name} = ${PLAN};`}`),
    );
    const before = project.files();
    expect(await sigil('accept', 'Desk')).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(sentence),
    });
    expect(project.files()).toEqual(before);
    expect((await sigil('accept', 'Desk', '--not-renamed')).code).toBe(0);
    expect(tuned().predictors).toEqual({ triage });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { editedTicket, ticketSource, tunedTicketProject } from '../fixtures/tuned-ticket.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';

let project: TemporaryProject;
beforeEach(async () => {
  project = await tunedTicketProject();
});
afterEach(() => project.remove());

const sigil = (...args: string[]) => runSigil(project.root, args);
const tuned = () => JSON.parse(project.read('src/ticket.opt.json'));

describe('sigil accept', () => {
  it('takes the class as it is, takes out what does not fit with a line each, and compiles it', async () => {
    project.write(
      'src/ticket.ts',
      editedTicket(["'billing'", "'sales'"], ['  @InputField() channel?: string;\n', '']),
    );
    const before = tuned();
    const { code, out, err } = await sigil('accept', 'Ticket');
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot('golden/accept.txt');
    const { instructions } = before.predictors[''].variants['*'];
    expect(tuned()).toEqual({
      ...before,
      predictors: {
        '': {
          signature: 'src/ticket.ts#Ticket',
          basedOn: {
            instructions: before.predictors[''].basedOn.instructions,
            fields: {
              message: before.predictors[''].basedOn.fields.message,
              team: ['out', expect.any(String), expect.any(String), ['sales', 'technical']],
            },
          },
          variants: {
            '*': { instructions, demos: [{ message: 'It does not start.', team: 'technical' }] },
            tiny: { demos: [] },
          },
        },
      },
    });
    expect(await sigil('check', '--tuned', 'error')).toEqual({
      code: 0,
      out: 'Fresh: 1 signature.\n',
      err: '',
    });
  });

  it('rewrites only basedOn where everything fits', async () => {
    project.write('src/ticket.ts', editedTicket(["'technical'", "'technical' | 'sales'"]));
    const before = tuned();
    const { code, out } = await sigil('accept', 'src/ticket.ts#Ticket', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        written: ['src/ticket.opt.json', 'src/ticket.gen.ts'],
        edits: [{ changes: ['output \'team\' may be "sales" too'] }],
        warnings: [],
      },
    ]);
    const after = tuned();
    expect(after.predictors[''].basedOn).not.toEqual(before.predictors[''].basedOn);
    after.predictors[''].basedOn = before.predictors[''].basedOn;
    expect(after).toEqual(before);
  });

  it('stops where a field seems to be renamed, unless it is told that it is not', async () => {
    project.write('src/ticket.ts', editedTicket(['message', 'body']));
    const before = project.files();
    expect(await sigil('accept', 'Ticket')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /field 'message' was removed and 'body' of the same type was added\. Did you mean 'sigil migrate src\/ticket\.ts#Ticket message=body'/u,
      ),
    });
    expect(project.files()).toEqual(before);
    expect((await sigil('accept', 'Ticket', '--not-renamed')).code).toBe(0);
    expect(Object.keys(tuned().predictors[''].basedOn.fields)).toEqual(['body', 'channel', 'team']);
  });

  it('writes nothing where there is nothing to accept', async () => {
    await sigil('generate');
    const before = project.files();
    expect(await sigil('accept', 'Ticket')).toEqual({
      code: 0,
      out: "Nothing to accept: src/ticket.opt.json was tuned for 'src/ticket.ts#Ticket' as it is.\n",
      err: '',
    });
    expect(project.files()).toEqual(before);
  });

  it('takes the predictors of a program as they are, which migrate renames fields in too', async () => {
    project.write(
      'src/support.ts',
      `import { Module, Predict, Program } from 'sigil';
import * as gen from './support.gen.js';
import { Ticket } from './ticket.js';

@Program()
export class Support extends Module {
  static readonly artifact = gen.Support;
  triage = new Predict(Ticket);
  async forward({ message }: { message: string }) {
    return this.triage.run({ message } as never);
  }
}
`,
    );
    const own = tuned();
    const [predictor] = Object.values(own.predictors);
    project.write(
      'src/support.opt.json',
      JSON.stringify({
        ...own,
        program: 'src/support.ts#Support',
        predictors: { triage: predictor, gone: predictor },
      }),
    );
    const support = () => JSON.parse(project.read('src/support.opt.json'));
    project.write('src/ticket.ts', editedTicket(['message', 'body']));
    expect((await sigil('migrate', 'Ticket', 'message=body')).code).toBe(0);
    expect(support().predictors.triage.variants.tiny.demos[0].body).toBe('I was charged twice.');
    const { code, out } = await sigil('accept', 'Support', '--not-renamed');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("predictor 'gone' is gone, or has another signature: its state is taken out"),
    ]);
    expect(Object.keys(support().predictors)).toEqual(['triage']);
    expect(await sigil('check', '--tuned', 'error')).toMatchObject({ code: 0, err: '' });
  });

  it('refuses a class without state, an unknown one, and a file that was edited into nonsense', async () => {
    project.write('src/other.ts', ticketSource(undefined, 'Other', 'other'));
    for (const [name, sentence] of [
      ['Other', "Cannot find tuned state of 'src/other.ts#Other'"],
      ['Nobody', "Cannot find the class 'Nobody'"],
    ] as const) {
      const { code, err } = await sigil('accept', name);
      expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    }
    const nonsense = project.read('src/ticket.opt.json').replace('"team": "billing"', '"team": 5');
    project.write('src/ticket.opt.json', nonsense);
    const { code, out } = await sigil('accept', 'Ticket', '--json');
    expect([code, JSON.parse(out)]).toEqual([
      2,
      { error: { code: 'SIGIL7002', message: expect.stringContaining('team is 5') } },
    ]);
    expect(project.read('src/ticket.opt.json')).toBe(nonsense);
  });
});

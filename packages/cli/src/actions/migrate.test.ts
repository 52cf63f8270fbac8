import { rmSync } from 'node:fs';
import path from 'node:path';
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
const MESSAGE_TO_BODY = editedTicket(['message', 'body']);

describe('sigil migrate', () => {
  it('renames a field in basedOn and in the demos, shows the difference, and compiles it', async () => {
    project.write('src/ticket.ts', MESSAGE_TO_BODY);
    const { code, out, err } = await sigil('migrate', 'Ticket', 'message=body');
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot('golden/migrate.txt');
    expect(Object.keys(tuned().predictors[''].basedOn.fields)).toEqual(['body', 'channel', 'team']);
    expect(tuned().predictors[''].variants.tiny.demos).toEqual([
      { body: 'I was charged twice.', channel: 'mail', team: 'billing' },
    ]);
    expect(project.read('src/ticket.gen.ts')).toContain("body: 'It does not start.'");
    expect(await sigil('check', '--tuned', 'error')).toEqual({
      code: 0,
      out: 'Fresh: 1 signature.\n',
      err: '',
    });
    expect(Object.keys(project.files()).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('is what the warning of the generator says, word for word', async () => {
    project.write('src/ticket.ts', MESSAGE_TO_BODY);
    const { err } = await sigil('generate');
    const command = /'sigil (migrate [^']+)'/.exec(err)?.[1] ?? '';
    expect(command).toBe('migrate src/ticket.ts#Ticket message=body');
    const { code, out } = await sigil(...command.split(' '), '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        written: ['src/ticket.opt.json', 'src/ticket.gen.ts'],
        deleted: [],
        edits: [
          {
            program: 'src/ticket.ts#Ticket',
            file: 'src/ticket.opt.json',
            changes: [
              "'message' is 'body' now, in basedOn and in 3 demos",
              `instructions of "*" say 'message' in line 1: they stay as they are, read them again`,
            ],
            diff: expect.stringContaining('+              "body": "It does not start."'),
          },
        ],
        warnings: [],
      },
    ]);
  });

  it('lets two fields take the names of each other', async () => {
    project.write(
      'src/ticket.ts',
      editedTicket(['message!', 'x!'], ['channel?', 'message?'], ['x!', 'channel!']),
    );
    expect((await sigil('migrate', 'src/ticket.ts#Ticket', 'message=channel', 'channel=message')).code).toBe(
      0,
    );
    expect(tuned().predictors[''].variants['*'].demos[0]).toEqual({
      channel: 'I was charged twice.',
      message: 'mail',
      team: 'billing',
    });
    expect((await sigil('check', '--tuned', 'error')).code).toBe(0);
  });

  it('takes a field of another type where all values fit it, and says so', async () => {
    project.write('src/ticket.ts', editedTicket(['channel?: string', "medium?: 'mail' | 'web'"]));
    const { code, out } = await sigil('migrate', 'Ticket', 'channel=medium');
    expect(code).toBe(0);
    expect(out).toContain(
      "'channel' is 'medium' now, in basedOn and in 2 demos; its type is another one, which all of its values fit",
    );
    expect(out).toContain("src/ticket.ts#Ticket is partial still:\n  input 'medium' has another type");
  });

  it.each([
    [['Ticket', 'massage=body'], "was tuned for no field 'massage', expected one of: channel, message, team"],
    [['Ticket', 'message=text'], "has no field 'text', expected one of: body, channel, team, flag"],
    [['Ticket', 'message=message'], 'has no field'],
    [['Ticket', 'channel=channel'], 'the names are the same'],
    [['Ticket', 'message=body', 'message=body'], "Cannot rename 'message' twice"],
    [['Ticket', 'message=body', 'channel=body'], "Cannot rename two fields to 'body'"],
    [['Ticket', 'message=channel'], "was tuned for a field 'channel' too"],
    [['Ticket', 'message=team'], 'the one was an input, the other is an output'],
    [['Ticket', 'channel=flag'], 'values do not fit (demos[0] of "*": flag is "mail", wanted true or false'],
    [['Ticket', 'message'], "Cannot read 'message': expected one class"],
    [['Ticket', 'message=body=x'], "Cannot read 'message=body=x': expected 'old=new'"],
    [['Ticket'], "expected fields or predictors as 'old=new', or --move"],
    [['message=body'], "as in 'sigil migrate Ticket body=text'"],
    [['Tickets', 'message=body'], 'there is no such decorated class'],
    [['Ticket', '--move'], 'every .opt.json of the project belongs to its class'],
  ])('refuses %j and writes nothing', async (args, sentence) => {
    project.write(
      'src/ticket.ts',
      editedTicket(
        ['message', 'body'],
        [
          "team!: 'billing' | 'technical';\n",
          "team!: 'billing' | 'technical';\n  @InputField() flag?: boolean;\n",
        ],
      ),
    );
    const before = project.files();
    const { code, out, err } = await sigil('migrate', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(project.files()).toEqual(before);
  });

  it('refuses a tuned file that was edited into nonsense, and a class that does not compile', async () => {
    project.write('src/ticket.ts', MESSAGE_TO_BODY);
    const text = project.read('src/ticket.opt.json');
    for (const [nonsense, sentence] of [
      [text.replace('"team": "billing"', '"team": "bilking"'), 'team is "bilking"'],
      [`<<<<<<< HEAD\n${text}`, 'is a conflict marker'],
    ] as const) {
      project.write('src/ticket.opt.json', nonsense);
      const { code, err } = await sigil('migrate', 'Ticket', 'message=body');
      expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
      expect(project.read('src/ticket.opt.json')).toBe(nonsense);
    }
    project.write('src/ticket.opt.json', text);
    project.write('src/ticket.ts', MESSAGE_TO_BODY.replace(': string', ': symbol'));
    const { code, err } = await sigil('migrate', 'Ticket', 'message=body', '--json');
    expect([code, err]).toEqual([2, expect.stringContaining('src/ticket.ts:9:')]);
    expect(project.read('src/ticket.opt.json')).toBe(text);
  });

  describe('--move', () => {
    const moveClass = (): void => {
      rmSync(path.join(project.root, 'src/ticket.ts'));
      project.write('src/support.ts', ticketSource(undefined, 'Request', 'support'));
    };

    it.each([
      [['--move']],
      [['Ticket', '--move']],
      [['Request', '--move']],
      [['--move', 'Request']],
      [['src/ticket.ts#Ticket', '--move', 'src/support.ts#Request']],
    ])('gives the state to the class that has its fields: %j', async (args) => {
      moveClass();
      const { code, out } = await sigil('migrate', ...args);
      expect(out).toContain(
        "  'src/ticket.ts#Ticket' is 'src/support.ts#Request' now\n--- src/ticket.opt.json\n+++ src/support.opt.json\n",
      );
      expect(out).toContain('Deleted: src/ticket.opt.json.');
      expect(code).toBe(0);
      expect(Object.keys(project.files()).filter((file) => file.endsWith('.opt.json'))).toEqual([
        'src/support.opt.json',
      ]);
    });

    it('is what check says: it ends with 1 until then', async () => {
      moveClass();
      await sigil('generate');
      const checked = await sigil('check');
      const command = 'sigil migrate src/ticket.ts#Ticket --move src/support.ts#Request';
      expect([checked.code, checked.out]).toEqual([1, expect.stringContaining(`Run '${command}'`)]);
      expect((await sigil(...command.split(' ').slice(1))).code).toBe(0);
      expect((await sigil('check')).code).toBe(0);
    });

    it('stays in a file that has the right name already, and renames fields on the way', async () => {
      project.write('src/ticket.ts', MESSAGE_TO_BODY.replaceAll('Ticket', 'Request'));
      const { code, out } = await sigil('migrate', 'Ticket', '--move', 'Request', 'message=body');
      expect([code, out]).toEqual([
        0,
        expect.stringContaining('Written: src/ticket.opt.json, src/ticket.gen.ts.'),
      ]);
      expect(tuned().program).toBe('src/ticket.ts#Request');
      expect((await sigil('check', '--tuned', 'error')).code).toBe(0);
    });

    it('says that there is nothing to move', async () => {
      const { code, out } = await sigil('migrate', '--move');
      expect([code, out]).toEqual([
        0,
        'Nothing to move: every .opt.json of the project belongs to its class.\n',
      ]);
    });

    it('refuses where it cannot be told, or the class has a state of its own', async () => {
      project.write('src/ticket.ts', MESSAGE_TO_BODY.replaceAll('Ticket', 'Request'));
      const before = project.files();
      const untold = await sigil('migrate', '--move');
      expect([untold.code, untold.err]).toEqual([
        2,
        expect.stringContaining("Name the class: 'sigil migrate src/ticket.ts#Ticket --move CLASS'"),
      ]);
      expect(project.files()).toEqual(before);

      moveClass();
      project.write(
        'src/support.opt.json',
        project
          .read('src/ticket.opt.json')
          .replaceAll('src/ticket.ts#Ticket', 'src/support.ts#Request')
          .replace('Read the', 'Look at the'),
      );
      const both = await sigil('migrate', 'Ticket', '--move', 'Request');
      expect([both.code, both.err]).toEqual([
        2,
        expect.stringContaining('that class has tuned state in src/support.opt.json'),
      ]);
    });
  });
});

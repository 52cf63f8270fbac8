import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { supportProject, tunedSupport } from '../fixtures/support-project.js';
import type { TemporaryProject } from '../fixtures/temporary-project.js';
import { tunedTicketProject } from '../fixtures/tuned-ticket.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const message = ['--input', '{"message":"Hello?"}'];

/** Writes the tuned state of the project, edited, to another place, and shows the prompt with it. */
async function renderWith(from: string, to: string) {
  project = await tunedTicketProject();
  await runSigil(project.root, ['generate']);
  const tuned = project.read('src/ticket.opt.json');
  const edited = tuned.replaceAll(from, to);
  expect(edited).not.toBe(tuned);
  project.write('given.opt.json', edited);
  return runSigil(project.root, ['render', 'src/ticket.ts#Ticket', ...message, '--state', 'given.opt.json']);
}

describe('a tuned file behind --state', () => {
  it.each([
    ['an unknown field', '"team": "technical"', '"teem": "technical"', "'teem' is no field of the signature"],
    ['a value that does not fit', '"team": "technical"', '"team": "sales"', '"sales"'],
    ['a value of another type', '"It does not start."', '7', 'message is 7, wanted text'],
    [
      'another signature',
      '"signature": "src/ticket.ts#Ticket"',
      '"signature": "src/ticket.ts#Other"',
      'wanted "src/ticket.ts#Ticket"',
    ],
    ['an adapter that is not there', '"demos": [', '"adapter": "odd/9", "demos": [', 'wanted one of: chat/1'],
  ])('is refused for %s, as the generator does', async (_, from, to, sentence) => {
    const given = await renderWith(from, to);
    expect([given.code, given.out]).toEqual([2, '']);
    expect(given.err).toMatch(/^error SIGIL7001: Cannot use given\.opt\.json: /);
    expect(given.err).toContain(sentence);
    project.write('src/ticket.opt.json', project.read('given.opt.json'));
    const generated = await runSigil(project.root, ['generate']);
    expect(generated.err).toContain('error SIGIL7001: Cannot use src/ticket.opt.json: ');
    expect(generated.err).toContain(sentence);
  });

  it('is used as far as it fits a class that changed since, and says what is left out', async () => {
    const given = await renderWith('"message"', '"text"');
    expect([given.code, given.err]).toEqual([0, expect.stringContaining("'text' seems to be 'message' now")]);
  });

  it('is refused for predictors that the program does not have', async () => {
    project = await supportProject();
    project.write('given.opt.json', tunedSupport.replace('triage', 'gone'));
    const args = ['render', 'src/support.ts#Support', '--path', 'triage', ...message];
    const { code, out, err } = await runSigil(project.root, [...args, '--state', 'given.opt.json']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      `error SIGIL7001: Cannot use given.opt.json: predictors["gone"] is no predictor of 'src/support.ts#Support', wanted one of: "triage", "steps[0]".`,
    );
  });
});

describe('a demo without an answer', () => {
  it('is told by generate and with --state', async () => {
    const { code, err } = await renderWith('"team": "technical"', '"channel": "mail"');
    const sentence = 'demos[1] of "*" is not used: no output stands in it, so that it shows nothing';
    expect([code, err]).toEqual([0, expect.stringContaining(`given.opt.json: ${sentence}`)]);
    project.write('src/ticket.opt.json', project.read('given.opt.json'));
    const generated = await runSigil(project.root, ['generate']);
    expect([generated.code, generated.err]).toEqual([0, `warning src/ticket.opt.json: ${sentence}\n`]);
  });
});

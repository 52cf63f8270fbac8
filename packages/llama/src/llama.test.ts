import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AbortedError, UsageError, WeightsError } from '@sigil/spec';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeHub } from './fixtures/fake-hub.js';
import { sha256 } from './fixtures/fake-pip.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { writeTinyGguf } from './fixtures/tiny-gguf.js';
import { tinyGguf } from './fixtures/tiny-model.js';
import { llama } from './llama.js';

const tiny = tinyGguf();

describe('llama()', () => {
  afterEach(() => vi.unstubAllEnvs());

  const refused = async (path: string, options = {}): Promise<unknown> =>
    llama({ model: path, cacheFolder: tiny.cacheFolder, maxThreads: 1, ...options }).catch(
      (error: unknown) => error,
    );

  it('refuses a context or a number of threads that cannot be had', async () => {
    for (const options of [{ contextTokens: 513 }, { contextTokens: 0 }, { maxThreads: 0 }]) {
      expect(await refused(tiny.path, options)).toBeInstanceOf(UsageError);
    }
    expect(String(await refused(tiny.path, { contextTokens: 513 }))).toContain('from 1 to 512');
  });

  it('refuses a model that is cut off, or has no chat template, or one that cannot be read', async () => {
    const folder = temporaryFolder();
    const cut = join(folder, 'cut.gguf');
    writeFileSync(cut, readFileSync(tiny.path).subarray(0, 200_000));
    const stump = join(folder, 'stump.gguf');
    writeFileSync(stump, 'GGUF\u0003\0\0\0');
    const mute = join(folder, 'mute.gguf');
    writeTinyGguf(mute, { chatTemplate: null });
    const broken = join(folder, 'broken.gguf');
    writeTinyGguf(broken, { chatTemplate: '{% for %}' });
    for (const [path, said] of [
      [cut, 'the native library refused it'],
      [stump, 'the native library refused it (its header makes no sense). It is damaged, or'],
      [mute, 'it has no chat template'],
      [broken, 'its chat template cannot be read'],
    ] as const) {
      const error = await refused(path);
      expect(error).toBeInstanceOf(WeightsError);
      expect(String(error)).toContain(`Cannot use the weights in ${path}: ${said}`);
    }
  });

  it('refuses an URL as weights and names what is for it', async () => {
    const error = await refused('https://example.org/v1');
    expect(error).toBeInstanceOf(WeightsError);
    expect(String(error)).toContain("openai(model, { baseURL: 'https://example.org/v1' })");
  });

  it('stops when its signal has fired', async () => {
    expect(await refused(tiny.path, { signal: AbortSignal.abort() })).toBeInstanceOf(AbortedError);
  });

  it('says every way to get a model where there is none, and what was wrong with the one that was there', async () => {
    const folder = temporaryFolder();
    const damaged = join(folder, 'SmolLM2-135M-Instruct.Q4_1.gguf');
    writeFileSync(damaged, 'GGUF and nothing of it');
    vi.stubEnv('SIGIL_MODEL', '');
    vi.stubEnv('PATH', join(folder, 'nothing'));
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const error = await llama({ cacheFolder: folder, onWarning }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WeightsError);
    expect(String(error)).toContain('Any one of these is enough');
    expect(warnings).toEqual([expect.stringContaining(`set aside as ${damaged}.bad`)]);
    expect(readFileSync(`${damaged}.bad`, 'utf8')).toBe('GGUF and nothing of it');
    expect(String(error)).toContain(
      `${damaged} is damaged: its SHA-256 is ${sha256(Buffer.from('GGUF and nothing of it'))}, expected b179c952`,
    );
    expect(String(error)).toContain('The cache folder has no whole SmolLM2-135M-Instruct.Q4_1.gguf.');
  });

  it('names a damaged converted file, with both hashes, also where no source is to be had', async () => {
    const folder = temporaryFolder();
    const converted = join(folder, 'smollm2-135m-instruct-b179c9523d0e6a0f-q8_0.gguf');
    const damaged = Buffer.from('GGUF, cut off');
    writeFileSync(converted, damaged);
    const wanted = sha256(Buffer.from('GGUF as it was'));
    writeFileSync(`${converted}.json`, JSON.stringify({ size: 144_811_072, mtimeMs: 1, sha256: wanted }));
    vi.stubEnv('SIGIL_MODEL', '');
    vi.stubEnv('PATH', join(folder, 'nothing'));
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const error = await llama({ cacheFolder: folder, onWarning }).catch((reason: unknown) => reason);
    const found = `its SHA-256 is ${sha256(damaged)}, expected ${wanted}. It is set aside as ${converted}.bad`;
    expect(warnings).toEqual([
      `Cannot use the weights in ${converted}: the file is damaged: ${found}, and the weights are converted again.`,
    ]);
    expect(error).toBeInstanceOf(WeightsError);
    expect(String(error)).toContain(`${converted} is damaged: ${found}.`);
    expect(String(error)).toContain('Any one of these is enough');
    expect(readFileSync(`${converted}.bad`).equals(damaged)).toBe(true);
  });

  it('leaves the converted file of the known model alone where another one is asked for', async () => {
    const folder = temporaryFolder();
    const converted = join(folder, 'smollm2-135m-instruct-b179c9523d0e6a0f-q8_0.gguf');
    writeFileSync(converted, 'damaged');
    writeFileSync(`${converted}.json`, JSON.stringify({ size: 9, mtimeMs: 1, sha256: 'x' }));
    const lm = await llama({ model: tiny.path, cacheFolder: folder, maxThreads: 1 });
    await lm.dispose?.();
    expect(readFileSync(converted, 'utf8')).toBe('damaged');
  });

  it('downloads a model into a temporary folder where the cache folder cannot be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const hub = await fakeHub({ content: readFileSync(tiny.path), kind: 'large' });
    vi.stubEnv('HF_ENDPOINT', hub.url);
    vi.stubEnv('TMPDIR', folder);
    const warnings: string[] = [];
    const lm = await llama({
      model: 'hf:org/repo/model.gguf',
      cacheFolder: join(folder, 'file', 'cache'),
      maxThreads: 1,
      onWarning: (message) => void warnings.push(message),
    });
    expect(warnings).toEqual([expect.stringContaining('a part of the path is a file (ENOTDIR)')]);
    expect((await lm.doGenerate({ messages: [{ role: 'user', content: 'x' }] })).text).not.toBe('');
    await lm.dispose?.();
  });

  it('tells how far it is', async () => {
    const phases = new Set<string>();
    const lm = await llama({
      model: tiny.path,
      cacheFolder: temporaryFolder(),
      onProgress: ({ phase }) => void phases.add(phase),
    });
    await lm.dispose?.();
    expect([...phases]).toEqual(['verify', 'load']);
  });
});

describe('the package', () => {
  const door = JSON.stringify(join(import.meta.dirname, '..', 'dist', 'index.js'));

  /** Runs a script in a process of its own and gives what it printed. */
  async function run(script: string): Promise<{ stdout: string; stderr: string }> {
    const file = join(temporaryFolder(), 'script.mjs');
    writeFileSync(file, script);
    return promisify(execFile)(process.execPath, [file]);
  }

  it('does not load the native library before llama() is called', async () => {
    const hook = `export const resolve = (specifier, context, next) => {
      if (specifier === 'node-llama-cpp') throw new Error('loaded too early');
      return next(specifier, context);
    };`;
    const { stdout } = await run(`
      import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
      const { llama } = await import(${door});
      console.log('imported');
      await llama(${JSON.stringify({ model: tiny.path, cacheFolder: tiny.cacheFolder })}).catch((error) => console.log(error.cause.message));`);
    expect(stdout).toBe('imported\nloaded too early\n');
  });

  it('writes nothing of its own, and lets the process end by itself, disposed or not', async () => {
    const options = JSON.stringify({ model: tiny.path, cacheFolder: tiny.cacheFolder, maxThreads: 1 });
    const printed = await run(`
      import { llama } from ${door};
      const [one, other] = [await llama(${options}), await llama(${options})];
      const call = { messages: [{ role: 'user', content: 'Hi.' }], settings: { maxOutputTokens: 5 } };
      if ((await one.doGenerate(call)).text === (await other.doGenerate(call)).text) console.log('done');
      await one.dispose();`);
    expect(printed).toEqual({ stdout: 'done\n', stderr: '' });
  });
});

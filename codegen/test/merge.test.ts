import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

const run = promisify(execFile);

/** A repository in which every source has its generated file beside it. */
class Repository extends Project {
  async git(...args: string[]): Promise<string> {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    const { stdout } = await run('git', [...who, ...args], { cwd: this.root, env });
    return stdout;
  }

  /** Writes sources, generates and commits all of it. */
  async commit(files: Readonly<Record<string, string>>): Promise<void> {
    this.write(files);
    await this.generate();
    await this.git('add', 'src');
    await this.git('commit', '-q', '-m', 'change');
  }

  /** @returns the paths that conflict */
  async merge(branch: string): Promise<readonly string[]> {
    try {
      await this.git('merge', '-q', '--no-edit', branch);
      return [];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error;
      return (await this.git('diff', '--name-only', '--diff-filter=U')).trim().split('\n');
    }
  }
}

const NAMES = ['Alpha', 'Bravo', 'Delta', 'Golf', 'Hotel'];

function source(name: string, fields: readonly string[] = ["team!: 'a' | 'b'", 'sure!: boolean']): string {
  const members = fields.map((field) => `  @OutputField() ${field};`).join('\n');
  return signature(`  @InputField() message!: string;\n${members}`, name, `Do ${name}.`).replace(
    './ticket.gen.js',
    `./${name.toLowerCase()}.gen.js`,
  );
}

const file = (name: string): string => `src/${name.toLowerCase()}.ts`;
const edited = (name: string) => ({
  [file(name)]: source(name, ["team!: 'a' | 'b' | 'c'", 'sure!: boolean']),
});
const added = (name: string) => ({ [file(name)]: source(name) });

/** A repository of five classes, and two branches with a change each; `ours` is checked out. */
async function branches(
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Promise<Repository> {
  const repository = new Repository({});
  await repository.git('init', '-q', '-b', 'main');
  await repository.commit(Object.fromEntries(NAMES.map((name) => [file(name), source(name)])));
  await repository.git('checkout', '-q', '-b', 'theirs');
  await repository.commit(theirs);
  await repository.git('checkout', '-q', '-b', 'ours', 'main');
  await repository.commit(ours);
  return repository;
}

describe('two branches, each with its generated files', () => {
  it.each([
    ['edit two different classes', edited('Alpha'), edited('Hotel'), 5],
    ['edit two adjacent classes', edited('Bravo'), edited('Delta'), 5],
    ['add two classes with neighbouring names', added('Echo'), added('Foxtrot'), 7],
    ['add one and edit its neighbour', added('Charlie'), edited('Bravo'), 6],
  ])('merge without a conflict when they %s, and what is merged is fresh', async (_, ours, theirs, count) => {
    const repository = await branches(ours, theirs);
    expect(await repository.merge('theirs')).toEqual([]);
    const { files, signatures } = await repository.plan();
    expect(signatures).toHaveLength(count);
    expect(files.map(({ status }) => status)).toEqual(files.map(() => 'fresh'));
  });

  it('conflict when they edit two fields of one class, and the merged source gives its file anew', async () => {
    const repository = await branches(
      { [file('Delta')]: source('Delta', ["team!: 'a' | 'c'", 'sure!: boolean']) },
      { [file('Delta')]: source('Delta', ["team!: 'a' | 'b'", 'sure!: number']) },
    );
    expect(await repository.merge('theirs')).toEqual(['src/delta.gen.ts', 'src/delta.ts']);
    expect(repository.read('src/delta.gen.ts')).toContain('<<<<<<< ');
    // A person merges the source and nothing else.
    repository.write({ [file('Delta')]: source('Delta', ["team!: 'a' | 'c'", 'sure!: number']) });
    const { files } = await repository.plan();
    expect(files.filter(({ status }) => status !== 'fresh')).toMatchObject([
      { path: 'src/delta.gen.ts', status: 'stale', changes: ['the file has conflict markers of a merge'] },
    ]);
    expect((await repository.generate()).written).toEqual(['src/delta.gen.ts']);
    await repository.git('add', 'src');
    await repository.git('commit', '-q', '-m', 'merged');
    const clean = new Repository({ [file('Delta')]: repository.read('src/delta.ts') });
    await clean.generate();
    expect(repository.read('src/delta.gen.ts')).toBe(clean.read('src/delta.gen.ts'));
  });
});

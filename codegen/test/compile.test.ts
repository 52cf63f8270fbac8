import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { Project, signature } from './project.js';

const sample = readFileSync(new URL('samples/every-kind-of-type/input.ts', import.meta.url), 'utf8');

const USE = `import { Predict, type InputOf, type OutputOf } from 'sigil';
import { Everything } from './input.js';
import { Ticket } from './ticket.js';

declare const inputs: InputOf<typeof Everything>;
export async function main() {
  const outputs: OutputOf<typeof Everything> = await new Predict(Everything).run(inputs);
  const verdict: 'buy' | 'hold' | 'sell' = outputs.verdict;
  const { team } = await new Predict(Ticket).run({ message: 'x' });
  // @ts-expect-error no such output
  outputs.nothing;
  // @ts-expect-error a number is no message
  await new Predict(Ticket).run({ message: 1 });
  return [verdict, team];
}
`;

const UNWIRED = `import { OutputField, Predict, Signature } from 'sigil';
import type { Team } from './teams.KIND';

/** Route. */
@Signature()
export class Ticket {
  @OutputField() team!: Team;
}

export async function route(): Promise<Team> {
  return (await new Predict(Ticket).run({})).team;
}
`;

const FIELDS = {
  message: '@InputField() message!: string;',
  tags: '@InputField() tags: string[] = [];',
  team: "@OutputField() team!: 'a' | 'b';",
  sure: '@OutputField() sure!: boolean;',
};

/** What became of the class since it was compiled. */
const CHANGED: Readonly<Record<string, object>> = {
  retyped: { ...FIELDS, message: '@InputField() message!: number;' },
  literal: { ...FIELDS, team: "@OutputField() team!: 'a' | 'c';" },
  optional: { ...FIELDS, sure: '@OutputField() sure?: boolean;' },
  added: { ...FIELDS, more: '@OutputField() more!: string;' },
  removed: { ...FIELDS, sure: '' },
  readonly: { ...FIELDS, tags: '@InputField() tags: readonly string[] = [];' },
};

function classWith(fields: object, name: string): string {
  return signature(Object.values(fields).join('\n')).replace('./ticket.gen.js', `./${name}.gen.js`);
}

describe.each(['tsc', 'tsc6'] as const)('%s', (compiler) => {
  it.each([
    ['NodeNext', ['ts', 'mts', 'cts']],
    // Here no CommonJS source can import an ES module, `sigil` among them.
    ['Node16', ['ts', 'mts']],
  ])(
    'accepts sources of every extension that can import the package, with module %s',
    async (module, kinds) => {
      const sources = kinds.map((kind) => [
        `src/ticket.${kind}`,
        UNWIRED.replaceAll('KIND', kind.replace('t', 'j')),
      ]);
      const types = kinds.map((kind) => [
        `src/teams.${kind}`,
        "export type Team = 'billing' | 'technical';\n",
      ]);
      const compilerOptions = {
        target: 'ES2022',
        module,
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
        experimentalDecorators: true,
      };
      const project = new Project({
        ...Object.fromEntries([...sources, ...types]),
        'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
      });
      const { written } = await project.generate({ wire: true });
      expect(written).toEqual(
        expect.arrayContaining(kinds.flatMap((kind) => [`src/ticket.gen.${kind}`, `src/ticket.${kind}`])),
      );
      expect(await compile(project, compiler)).toBe('');
      for (const kind of kinds) {
        const { Ticket } = await project.load(`src/ticket.${kind}`);
        expect(Ticket.artifact.spec.id).toBe(`src/ticket.${kind}#Ticket`);
      }
      project.write({ 'src/teams.mts': "export type Team = 'billing';\n" });
      expect(await compile(project, compiler)).toMatch(
        /^src\/ticket\.mts[^]*stale artifact, run 'sigil generate': field 'team' changed/u,
      );
    },
    60_000,
  );
});

describe.each([
  { compiler: 'tsc', kind: 'legacy', exact: true },
  { compiler: 'tsc', kind: 'legacy', exact: false },
  { compiler: 'tsc', kind: 'standard', exact: true },
  { compiler: 'tsc', kind: 'standard', exact: false },
  { compiler: 'tsc6', kind: 'legacy', exact: true },
  { compiler: 'tsc6', kind: 'standard', exact: false },
] as const)('$compiler, $kind decorators, exactOptionalPropertyTypes $exact', ({ compiler, kind, exact }) => {
  const texts = { 'tsconfig.json': options(kind, exact) };

  it('accepts a project whose generated files are fresh', async () => {
    const project = new Project({
      ...texts,
      'src/input.ts': sample,
      'src/ticket.ts': signature(
        `@InputField() message!: string;\n@OutputField() team!: 'a' | 'b';\nhelp(): void {}`,
      ),
      'src/use.ts': USE,
    });
    await project.generate();
    expect(await compile(project, compiler)).toBe('');
  }, 60_000);

  it('names the field of each class that changed since it was generated', async () => {
    const names = Object.keys(CHANGED);
    const sources = (fields: (name: string) => object) =>
      Object.fromEntries(names.map((name) => [`src/${name}.ts`, classWith(fields(name), name)]));
    const project = new Project({ ...texts, ...sources(() => FIELDS) });
    await project.generate();
    project.write(sources((name) => CHANGED[name] ?? {}));
    const output = await compile(project, compiler);
    const fieldOf = (name: string): string | undefined =>
      new RegExp(
        `^src/${name}\\.ts\\([^]*?stale artifact, run 'sigil generate': (field '\\w+' [\\w ]+)`,
        'mu',
      ).exec(output)?.[1];
    expect(Object.fromEntries(names.map((name) => [name, fieldOf(name)]))).toEqual({
      retyped: "field 'message' changed or was removed",
      literal: "field 'team' changed or was removed",
      optional: "field 'sure' changed or was removed",
      added: "field 'more' was added",
      removed: "field 'sure' changed or was removed",
      readonly: "field 'tags' changed or was removed",
    });
  }, 60_000);

  it('says what to do when a class has no artifact, and complains once when its file is not there', async () => {
    const call = `export const run = async () => (await new Predict(Ticket).run({ message: 1 })).team.length;\n`;
    const source = (text: string) =>
      text.replace("from 'sigil';", "from 'sigil';\nimport { Predict } from 'sigil';") + call;
    const withFile = classWith(FIELDS, 'without-file');
    const project = new Project({
      ...texts,
      'src/without-file.ts': source(withFile),
      'src/without-static.ts': source(withFile.replaceAll(/^.*(?:gen\.Ticket|import \* as gen).*\n/gmu, '')),
    });
    const output = await compile(project, compiler);
    expect(output.match(/^src\/without-file.*$/gmu)).toEqual([
      expect.stringMatching(/error TS2307: Cannot find module '\.\/without-file\.gen\.js'/u),
    ]);
    expect(output).toContain("no generated artifact on this class: run 'sigil generate --wire'");
  }, 60_000);
});

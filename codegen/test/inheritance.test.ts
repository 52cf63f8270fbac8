import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { IMPORTS, Project, signature } from './project.js';

const sample = (file: string): string =>
  readFileSync(new URL(`samples/inheritance/${file}`, import.meta.url), 'utf8');

const USE = `import { Predict, type OutputOf } from 'sigil';
import { Choice, OneWord, Short } from './input.js';

export async function main() {
  const short: OutputOf<typeof Short> = await new Predict(Short).run({ question: 'why?' });
  const { answer, sure } = await new Predict(OneWord).run({ question: 'why?', words: 3 });
  const both: ['yes' | 'no', 0 | 1] = [answer, sure];
  const { best } = await new Predict(Choice).run({ question: 'which?', items: [] });
  // @ts-expect-error the base's inputs are inputs
  await new Predict(Choice).run({ items: [] });
  const base: typeof Short.artifact = OneWord.artifact;
  return [short.sources[0]?.url, both, best.source.url, base];
}
`;

const FILES = { 'src/input.ts': sample('input.ts'), 'src/bases.ts': sample('bases.ts'), 'src/use.ts': USE };

describe.each([
  ['tsc', 'legacy'],
  ['tsc', 'standard'],
  ['tsc6', 'legacy'],
  ['tsc6', 'standard'],
] as const)('%s with %s decorators', (compiler, kind) => {
  it('accepts signatures that extend others, and names the field of a base that changed', async () => {
    const project = new Project({ ...FILES, 'tsconfig.json': options(kind, true) });
    expect((await project.generate()).plan.diagnostics).toEqual([]);
    expect(await compile(project, compiler)).toBe('');
    project.write({ 'src/bases.ts': sample('bases.ts').replace('sure!: number', 'sure!: string') });
    expect(await compile(project, compiler)).toContain(
      "stale artifact, run 'sigil generate': field 'sure' changed",
    );
  }, 60_000);
});

describe('a signature that extends others', () => {
  it.each([true, false])(
    'has at run time the fields that were compiled (legacy decorators: %s)',
    async (legacy) => {
      const project = new Project({
        ...FILES,
        'tsconfig.json': options(legacy ? 'legacy' : 'standard', true),
      });
      await project.generate();
      const { readArtifact } = await project.load('node_modules/sigil/dist/artifact/read-artifact.js');
      const { Short, OneWord, Choice } = await project.load('src/input.ts');
      const names = [Short, OneWord, Choice].map((one) =>
        readArtifact(one).spec.fields.map(
          ({ name, direction }: Record<string, string>) => `${direction} ${name}`,
        ),
      );
      const answer = ['in question', 'out sure', 'out sources'];
      expect(names).toEqual([
        [...answer, 'in words', 'out answer'],
        [...answer, 'in words', 'out answer', 'out why'],
        [...answer, 'in items', 'out best', 'out why'],
      ]);
    },
  );

  it('is stale when a base in another file changed', async () => {
    const project = new Project(FILES);
    await project.generate();
    project.write({ 'src/bases.ts': sample('bases.ts').replace('How sure', 'How very sure') });
    const { files } = await project.plan();
    expect(files.map(({ changes }) => changes)).toEqual([
      [
        "Short: output 'sure' is described in other words",
        "Choice: output 'sure' is described in other words",
      ],
    ]);
  });

  it('is not run with the artifact of its base', async () => {
    const project = new Project({
      'src/ticket.ts': `${signature('  @OutputField() a!: string;')}
@Signature()
export class Other extends Ticket {}
`,
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics).toMatchObject([{ code: 'SIGIL2303', message: /'Other'/u }]);
    const { readArtifact } = await project.load('node_modules/sigil/dist/artifact/read-artifact.js');
    const { Ticket, Other } = await project.load('src/ticket.ts');
    expect(readArtifact(Ticket).spec.id).toBe('src/ticket.ts#Ticket');
    expect(() => readArtifact(Other)).toThrow(/Other/u);
  });

  const declared = (members: string, artifact: string) => ({
    'node_modules/kit/package.json': '{ "name": "kit", "types": "index.d.ts" }',
    'node_modules/kit/index.d.ts': `import * as gen from './kit.gen.js';\nexport declare class Kit {\n${artifact}${members}}\n`,
    'node_modules/kit/kit.gen.d.ts': `import type { Artifact } from 'sigil';
export interface KitArtifact extends Artifact<{
  shape: {}; inputs: { question: 1 }; defaulted: {}; outputs: { sure: 1 }; others: { log: 1 };
}> {}
export declare const Kit: KitArtifact;
`,
    'src/ticket.ts': signature('  @OutputField() a!: string;')
      .replace('class Ticket', 'class Ticket extends Kit')
      .replace('\n', "\nimport { Kit } from 'kit';\n"),
  });
  const MEMBERS = '  /** What is asked. */\n  question: string;\n  sure: number;\n  log(): void;\n';

  it('takes the fields of a base in a package from its declaration file', async () => {
    const project = new Project(declared(MEMBERS, '  static readonly artifact: gen.KitArtifact;\n'));
    expect((await project.plan()).diagnostics).toEqual([]);
    expect((await project.spec()).fields).toMatchObject([
      { name: 'question', direction: 'in', description: 'What is asked.' },
      { name: 'sure', direction: 'out', type: { kind: 'number' } },
      { name: 'a', direction: 'out' },
    ]);
  });

  it('is refused where the declaration file of its base does not say what is a field', async () => {
    const project = new Project(declared(MEMBERS, ''));
    expect((await project.plan()).diagnostics).toMatchObject([
      { code: 'SIGIL2004', message: /'Kit' does not say/u },
    ]);
    const methods = new Project(declared('  log(): void;\n', ''));
    expect((await methods.plan()).diagnostics).toEqual([]);
  });

  it('may extend a class that stands in the same file and has no @Signature()', async () => {
    const project = new Project({
      'src/ticket.ts': `${IMPORTS}import * as gen from './ticket.gen.js';
class Base {
  @InputField() message!: string;
}
/** Route. */
@Signature()
export class Ticket extends Base {
  static readonly artifact = gen.Ticket;
  @OutputField() team!: string;
}
`,
      // Not even the name of a decorator stands in this one.
      'src/second.ts': `import { Ticket } from './ticket.js';\nimport * as sigil from 'sigil';\n
@sigil.Signature()
export class Second extends Ticket {}
`,
    });
    const { plan } = await project.generate();
    expect(plan.signatures.map(({ id, fields, instructions }) => [id, fields.length, instructions])).toEqual([
      ['src/second.ts#Second', 2, 'Route.'],
      ['src/ticket.ts#Ticket', 2, 'Route.'],
    ]);
  });
});

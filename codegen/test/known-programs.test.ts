import type { SignatureSpec, TunedFile } from '@sigil/spec';
import * as fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { expect, it, describe } from 'vitest';
import { finishedSources, knownSources, remember, type KnownSources } from '../src/cache/index.js';
import {
  apply,
  basisOf,
  ParsedFiles,
  serializeTunedFile,
  type CompileOptions,
  type Plan,
} from '../src/index.js';
import { options } from './compiler.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';

const KEY = { files: [], values: { adapter: 'plain/1' } };

const signatureOf = (name: string, members: string, own: string): string => `
/** About ${name}. */
@Signature()
export class ${name} {
  static readonly artifact = gen.${name};
  @InputField() message!: string;
  ${members}
}
${own}`;

const signatures = (ticket = '@OutputField() team!: string;', more = ''): string =>
  `${IMPORTS}import * as gen from './signatures.gen.js';
import type { Team } from './team.js';
export type Used = Team;
${signatureOf('Ticket', ticket, '')}${signatureOf('Answer', '@OutputField() answer!: string;', more)}`;

const lone = (name: string, member = '@OutputField() verdict!: string;'): string =>
  `${IMPORTS}import * as gen from './${name.toLowerCase()}.gen.js';
${signatureOf(name, member, '')}`;

const program = (name: string, properties: string, imports: string, decorator = '@Program()'): string =>
  `import { Module, Predict, Program } from 'sigil';
${imports}
import * as gen from './${name.toLowerCase()}.gen.js';
void [Predict, Program];

${decorator}
export class ${name} extends Module {
  static readonly artifact: any = gen.${name};
${properties}
  async forward({ message }: { message: string }) {
    return this.first.run({ message });
  }
}
`;

const OF_SIGNATURES = "import { Answer, Ticket } from './signatures.js';\nvoid [Answer, Ticket];";
const inner = (properties: string, decorator?: string): string =>
  program('Inner', properties, OF_SIGNATURES, decorator);
const support = (properties: string): string =>
  program('Support', properties, `${OF_SIGNATURES}\nimport { Inner } from './inner.js';\nvoid Inner;`);

const INNER = '  first = new Predict(Ticket);';
const SUPPORT = '  first = new Predict(Ticket);\n  steps = [new Predict(Answer)];\n  inner = new Inner();';

const SOURCES = {
  'src/signatures.ts': signatures(),
  'src/team.ts': "export type Team = 'a' | 'b';\n",
  'src/inner.ts': inner(INNER),
  'src/support.ts': support(SUPPORT),
  'src/judge.ts': lone('Judge'),
  'src/court.ts': program('Court', '  first = new Predict(Judge);', "import { Judge } from './judge.js';"),
  'src/plain.ts': lone('Plain'),
  'tsconfig.json': options('legacy', false),
};

/** Tuned files of two programs and two signatures, with other instructions in each version. */
async function tunedFiles(project: Project, version: string): Promise<Record<string, string>> {
  const specs = new Map((await project.plan()).signatures.map((spec) => [spec.id.split('#')[1], spec]));
  const of = (name: string, line: string) => {
    const spec = specs.get(name);
    if (spec === undefined) throw new Error(`The project lacks ${name}.`);
    const output = spec.fields.find(({ direction }) => direction === 'out')?.name ?? '';
    return { spec, state: stateOf(spec, `${line} ${version}`, { message: 'a', [output]: 'b' }) };
  };
  const file = (id: string, predictors: TunedFile['predictors']): string =>
    serializeTunedFile({ ...tunedFor(of('Ticket', '').spec, []), program: id, predictors });
  return {
    'src/support.opt.json': file('src/support.ts#Support', {
      first: of('Ticket', 'Route in support.').state,
      'steps[0]': of('Answer', 'Answer in support.').state,
      'inner.first': of('Ticket', 'Route in the inner one.').state,
    }),
    'src/inner.opt.json': file('src/inner.ts#Inner', { first: of('Ticket', 'Route inside.').state }),
    'src/signatures.Ticket.opt.json': file('src/signatures.ts#Ticket', {
      '': of('Ticket', 'Route alone.').state,
    }),
    'src/plain.opt.json': file('src/plain.ts#Plain', { '': of('Plain', 'Be plain.').state }),
  };
}

const stateOf = (spec: SignatureSpec, line: string, demo: Record<string, string>) => ({
  signature: spec.id,
  basedOn: basisOf(spec),
  variants: { '*': { instructions: [line], demos: [demo] } },
});

/** All that a plan says. */
function said({ diagnostics, warnings, signatures: specs, programs, innerStates, files }: Plan) {
  return {
    diagnostics,
    warnings,
    specs,
    programs,
    inner: [...innerStates],
    files: files.map(({ path, status, text }) => ({ path, status, text })),
  };
}

const readIn = ({ inputs }: Plan): readonly string[] =>
  inputs.sources.filter(({ known }) => known === undefined).map(({ file }) => file);

/** A project with tuned programs that was generated and remembered. */
async function remembered(): Promise<{ readonly project: Project; readonly other: Record<string, string> }> {
  const project = new Project(SOURCES);
  project.write(await tunedFiles(project, ''));
  await project.generate();
  await setTimeout(30);
  const { plan } = await project.generate();
  expect(plan.diagnostics).toEqual([]);
  expect(remember(plan, KEY)).toBe(true);
  return { project, other: await tunedFiles(project, 'otherwise') };
}

const EDITS: readonly (readonly [
  what: string,
  edit: (other: Record<string, string>) => Record<string, string>,
  read: readonly string[],
])[] = [
  ['nothing', () => ({}), []],
  [
    'a source apart',
    () => ({ 'src/plain.ts': lone('Plain', '@OutputField() text!: string;') }),
    ['src/plain.ts'],
  ],
  [
    'a signature in another file',
    () => ({ 'src/signatures.ts': signatures('@OutputField() group!: string;') }),
    ['src/inner.ts', 'src/signatures.ts', 'src/support.ts'],
  ],
  [
    'a type behind a signature',
    () => ({ 'src/team.ts': "export type Team = 'c';\n" }),
    ['src/inner.ts', 'src/signatures.ts', 'src/support.ts'],
  ],
  [
    'a module inside, which loses its predictor',
    () => ({ 'src/inner.ts': inner('  second = new Predict(Answer);') }),
    ['src/inner.ts', 'src/support.ts'],
  ],
  [
    'a program itself, which loses a predictor',
    () => ({ 'src/support.ts': support('  first = new Predict(Ticket);') }),
    ['src/support.ts'],
  ],
  ['the tuned file of a signature apart', (other) => pick(other, 'src/plain.opt.json'), ['src/plain.ts']],
  ['the tuned file of a program', (other) => pick(other, 'src/support.opt.json'), ['src/support.ts']],
  [
    'the tuned file of a module inside',
    (other) => pick(other, 'src/inner.opt.json'),
    ['src/inner.ts', 'src/support.ts'],
  ],
  [
    'the tuned file of a signature of programs',
    (other) => pick(other, 'src/signatures.Ticket.opt.json'),
    ['src/inner.ts', 'src/signatures.ts', 'src/support.ts'],
  ],
  ['a tuned file that is new', () => ({ 'src/court.opt.json': '{}' }), ['src/court.ts']],
  ['a tuned file of nobody', () => ({ 'src/gone.opt.json': '{}' }), []],
];

const pick = (files: Record<string, string>, name: string): Record<string, string> => ({
  [name]: files[name] ?? '',
});

describe('what is known of programs and of sources with tuned files', () => {
  it.each(EDITS)('is used after an edit of %s for what does not depend on it', async (_, edit, read) => {
    const { project, other } = await remembered();
    project.write(edit(other));
    const [cold, warm] = [
      await project.plan(),
      await project.plan({ known: knownSources(project.root, KEY.values) }),
    ];
    expect(readIn(warm)).toEqual(read);
    expect(said(warm)).toEqual(said(cold));
  });

  it('is not used where a tuned file is gone or no longer among the files of the project', async () => {
    const { project } = await remembered();
    const warm = (more: Partial<CompileOptions> = {}) =>
      project.plan({ known: knownSources(project.root, KEY.values), ...more });
    const include = ['src/{signatures,inner,support,team}.ts'];
    const part = await warm({ include });
    expect(said(part)).toEqual(said(await project.plan({ include })));
    expect(readIn(part)).not.toContain('src/plain.ts');
    const without = { include: ['src/{inner,support,team}.ts'] };
    expect(said(await warm(without))).toEqual(said(await project.plan(without)));
    project.remove('src/inner.opt.json');
    expect(readIn(await warm())).toEqual(['src/inner.ts', 'src/support.ts']);
    expect(said(await warm())).toEqual(said(await project.plan()));
  });

  it('is not used where a class could not be compiled, whose tuned file is corrected then', async () => {
    const { project } = await remembered();
    const two = `${lone('Plain')}${signatureOf('Fancy', '@OutputField() verdict!: string;', '')}`;
    const state = project.read('src/plain.opt.json').replaceAll('src/plain.ts#Plain', 'src/plain.ts#Fancy');
    project.write({ 'src/plain.ts': two, 'src/plain.Fancy.opt.json': state.replace('"a"', '3') });
    await setTimeout(15);
    const failed = await project.plan({ known: knownSources(project.root, KEY.values) });
    expect(failed.diagnostics).toMatchObject([{ code: 'SIGIL7001', file: 'src/plain.Fancy.opt.json' }]);
    project.write({ 'src/plain.Fancy.opt.json': state });
    expect(said(await project.plan({ known: finishedSources(failed) }))).toEqual(said(await project.plan()));
  });

  it('is not used where another project gives its signature another id', async () => {
    const { project } = await remembered();
    const ids = (name: string) => ({
      'node_modules/parts/dist/judge.gen.js': `export const Judge = { spec: { id: '${name}#Judge' } };\n`,
    });
    project.write({
      'node_modules/parts/package.json':
        '{ "name": "parts", "type": "module", "exports": { "types": "./dist/judge.d.ts" } }',
      'node_modules/parts/dist/judge.d.ts': `import * as gen from './judge.gen.js';
export declare class Judge { static readonly artifact: gen.JudgeArtifact; message: string; verdict: string; }
`,
      'src/court.ts': project.read('src/court.ts').replace('./judge.js', 'parts'),
      ...ids('lib/judge.ts'),
    });
    await setTimeout(30);
    const { plan } = await project.generate();
    expect(plan.programs[0]?.predictors).toEqual({ first: { signature: 'lib/judge.ts#Judge' } });
    project.write(ids('lib/law.ts'));
    const warm = await project.plan({ known: finishedSources(plan) });
    expect(readIn(warm)).toEqual(['src/court.ts']);
    expect(said(warm)).toEqual(said(await project.plan()));
  });
});

/** What may stand in each file; undefined: it is not there. */
function variants(
  tuned: Record<string, string>,
  other: Record<string, string>,
): readonly [string, (string | undefined)[]][] {
  const states = Object.keys(tuned).map((path): [string, (string | undefined)[]] => [
    path,
    [tuned[path], other[path], tuned[path]?.replace('"a"', '3'), 'nonsense', undefined],
  ]);
  const second = tuned['src/support.opt.json'];
  return [
    ...states,
    ['src/support.Support.opt.json', [second, undefined, undefined]],
    ['src/elsewhere.opt.json', [tuned['src/inner.opt.json'], undefined]],
    [
      'src/signatures.ts',
      [
        signatures(),
        signatures("@OutputField() team!: 'x' | 'y';"),
        signatures('@OutputField() group!: string;'),
        signatures('@OutputField() team!: Team;'),
        signatures('@OutputField() team!: string;\n  forgotten!: string;'),
        signatures('@OutputField() team!: RegExp;'),
        signatures(undefined, 'class {'),
      ],
    ],
    ['src/team.ts', ["export type Team = 'a' | 'b';\n", 'export type Team = string;\n', undefined]],
    [
      'src/inner.ts',
      [
        inner(INNER),
        inner(`${INNER}\n  second = new Predict(Answer);`),
        inner('  first = new Predict(Answer);'),
        inner(INNER, ''),
        inner('  first = Math.random() > 0.5 ? new Predict(Ticket) : undefined;'),
        undefined,
      ],
    ],
    [
      'src/support.ts',
      [
        support(SUPPORT),
        support('  first = new Predict(Ticket);\n  stages = [new Predict(Answer)];\n  inner = new Inner();'),
        support('  first = new Inner();\n  steps = [new Predict(Answer)];'),
        undefined,
      ],
    ],
    ['src/judge.ts', [lone('Judge'), lone('Judge', '@OutputField() verdict!: boolean;'), undefined]],
    ['src/judge.tsx', [lone('Judge'), undefined, undefined]],
    ['src/plain.ts', [lone('Plain'), lone('Plain', '@OutputField() text!: string;')]],
    ['src/support.gen.ts', ['', 'export const mine = 1;\n', undefined]],
    ['tsconfig.json', [options('legacy', false), options('standard', false)]],
  ];
}

it('a process that generates again and again gives what a new one would, whatever is edited', async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal() ?? {};
  const { project, other } = await remembered();
  const tuned = await tunedFiles(project, '');
  const pool = variants(tuned, other);
  const edit = fc
    .constantFrom(...pool)
    .chain(([path, texts]) => fc.constantFrom(...texts).map((text) => ({ path, text })));
  const steps = fc.sample(fc.array(edit, { minLength: 1, maxLength: 2 }), { numRuns: 60, seed });
  const kept = new ParsedFiles();
  let known: KnownSources = finishedSources(await project.plan());
  let reused = 0;
  for (const [at, edits] of steps.entries()) {
    for (const { path, text } of edits) {
      if (text !== undefined) project.write({ [path]: text });
      else if (project.list().includes(path)) project.remove(path);
    }
    // What is as young as the run may have been edited during it, and is not remembered.
    await setTimeout(15);
    const [cold, warm] = [await project.plan(), await project.plan({ kept, known })];
    const told = {
      seed,
      at,
      edits: steps
        .slice(0, at + 1)
        .flat()
        .map(({ path }) => path)
        .join(),
    };
    expect({ ...told, ...said(warm) }).toEqual({ ...told, ...said(cold) });
    if (readIn(warm).length < 3) reused += 1;
    await apply(warm);
    known = finishedSources(warm);
  }
  // Most edits leave most of the sources as they are.
  expect(reused).toBeGreaterThan(10);
}, 120_000);

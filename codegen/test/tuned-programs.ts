import type { SignatureSpec, TunedFile } from '@sigil/spec';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { remember } from '../src/cache/index.js';
import { basisOf, serializeTunedFile, type Plan } from '../src/index.js';
import { options } from './compiler.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';

export const KEY = { files: [], values: { adapter: 'plain/1' } };

/** A signature class, and what stands behind it. */
export const signatureOf = (name: string, members: string, own: string): string => `
/** About ${name}. */
@Signature()
export class ${name} {
  static readonly artifact = gen.${name};
  @InputField() message!: string;
  ${members}
}
${own}`;

/** The source of the signatures that programs share, which uses a type of another file. */
export const signatures = (ticket = '@OutputField() team!: string;', more = ''): string =>
  `${IMPORTS}import * as gen from './signatures.gen.js';
import type { Team } from './team.js';
export type Used = Team;
${signatureOf('Ticket', ticket, '')}${signatureOf('Answer', '@OutputField() answer!: string;', more)}`;

/** A source of one signature. */
export const lone = (name: string, member = '@OutputField() verdict!: string;'): string =>
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
/** A program of the shared signatures. */
export const inner = (properties: string, decorator?: string): string =>
  program('Inner', properties, OF_SIGNATURES, decorator);
/** A program that may hold the other one. */
export const support = (properties: string): string =>
  program('Support', properties, `${OF_SIGNATURES}\nimport { Inner } from './inner.js';\nvoid Inner;`);

export const INNER = '  first = new Predict(Ticket);';
export const SUPPORT =
  '  first = new Predict(Ticket);\n  steps = [new Predict(Answer)];\n  inner = new Inner();';

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
export async function tunedFiles(project: Project, version: string): Promise<Record<string, string>> {
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
export function said({ diagnostics, warnings, signatures: specs, programs, innerStates, files }: Plan) {
  return {
    diagnostics,
    warnings,
    specs,
    programs,
    inner: [...innerStates],
    files: files.map(({ path, status, text }) => ({ path, status, text })),
  };
}

export const readIn = ({ inputs }: Plan): readonly string[] =>
  inputs.sources.filter(({ known }) => known === undefined).map(({ file }) => file);

/** A project with tuned programs that was generated and remembered. */
export async function remembered(): Promise<{
  readonly project: Project;
  readonly other: Record<string, string>;
}> {
  const project = new Project(SOURCES);
  project.write(await tunedFiles(project, ''));
  await project.generate();
  await setTimeout(30);
  const { plan } = await project.generate();
  expect(plan.diagnostics).toEqual([]);
  expect(remember(plan, KEY)).toBe(true);
  return { project, other: await tunedFiles(project, 'otherwise') };
}

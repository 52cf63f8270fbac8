import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finishedSources, knownSources } from '../src/cache/index.js';
import type { CompileOptions } from '../src/index.js';
import {
  KEY,
  inner,
  lone,
  readIn,
  remembered,
  said,
  signatureOf,
  signatures,
  support,
} from './tuned-programs.js';

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

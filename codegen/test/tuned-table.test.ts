import type { Demo, Message, SignatureSpec } from '@sigil/spec';
import { chatAdapter } from 'sigil/adapter';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, plan, serializeTunedFile, type Plan } from '../src/index.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';
import { BEFORE, DEMOS, DOC, TABLE } from './tuned-table.js';

const files = TABLE.map((_, index) => `src/row${index}.ts`);

function rowSource(index: number, members: string, doc = DOC, types = ''): string {
  return `${IMPORTS}import * as gen from './row${index}.gen.js';

${types}/** ${doc} */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
${members}
}
`;
}

// All rows stand in one project: a compiler that starts thirty times takes ten times as long.
describe('what is used of tuned state after an edit of', () => {
  const project = new Project({}, tmpdir(), afterAll);
  const adapters = [chatAdapter] as const;
  let generated: Plan;
  let checked: Plan;
  let touched: readonly string[];
  let rendered: (index: number, inputs: object) => Promise<readonly Message[]>;

  beforeAll(async () => {
    // Every other class of this table would warn.
    process.env['SIGIL_ON_STALE'] = 'ignore';
    project.write(
      Object.fromEntries(
        TABLE.map((row, index) => [files[index] ?? '', rowSource(index, row.before ?? BEFORE)]),
      ),
    );
    const specs = (await plan({ root: project.root, adapters })).signatures;
    project.write(
      Object.fromEntries(specs.map((spec) => [optOf(spec), serializeTunedFile(tunedFor(spec, DEMOS))])),
    );
    const before = new Map(specs.map((spec) => [optOf(spec), project.read(optOf(spec))]));
    project.write(
      Object.fromEntries(
        TABLE.map((row, index) => [files[index] ?? '', rowSource(index, row.now, row.doc, row.types)]),
      ),
    );
    generated = await plan({ root: project.root, adapters });
    await apply(generated);
    checked = await plan({ root: project.root, adapters });
    touched = [...before].filter(([path, text]) => project.read(path) !== text).map(([path]) => path);
    project.write({
      'src/render.ts': `import { Predict } from 'sigil';
${files.map((_, index) => `import { Ticket as Ticket${index} } from './row${index}.js';`).join('\n')}
const classes = [${files.map((_, index) => `Ticket${index}`).join(', ')}];
export const render = (index: number, inputs: never) => new Predict(classes[index]!).render(inputs);
`,
    });
    rendered = (await project.load('src/render.ts'))['render'] as typeof rendered;
  }, 60_000);

  afterAll(() => void delete process.env['SIGIL_ON_STALE']);

  it('nothing at all leaves every x.opt.json as it is, and every class compiles', () => {
    expect([generated.diagnostics, touched]).toEqual([[], []]);
  });

  it.each(TABLE.map((row, index) => [row.edit, index, row] as const))('%s', async (_, index, row) => {
    const file = files[index] ?? '';
    expect(checked.files.find(({ path }) => path === `src/row${index}.gen.ts`)?.status).toBe('fresh');

    const { Ticket } = await project.load(`src/row${index}.gen.ts`);
    const changed = row.changed.map((line) => line.replace('FILE', file));
    expect(Ticket.optimized).toEqual({ status: row.status, changed });
    expect(Ticket.states['']['*']).toEqual({ instructions: ['Route it well.'], demos: row.demos });

    const warning = checked.warnings.find(({ signature }) => signature === `${file}#Ticket`);
    expect(warning?.status).toBe(row.changed.length === 0 ? undefined : row.status);
    const id = `${file}#Ticket`;
    const next = `run 'sigil optimize ${id}' with the options you tuned it with, to tune it for the class as it is, or 'sigil accept ${id}' to keep what is left`;
    expect(warning?.details ?? []).toEqual(row.status === 'fresh' ? changed : [...changed, next]);

    const messages = await rendered(index, row.inputs ?? { message: 'Hello?' });
    expect(messages[0]?.content).toMatch(/^Route it well\./u);
    const fields: SignatureSpec['fields'] = Ticket.spec.fields;
    const lines = (demo: Demo, direction: 'in' | 'out'): readonly string[] =>
      fields
        .filter((field) => field.direction === direction && demo[field.name] !== undefined)
        .map(({ name }) => `${name}: ${String(demo[name])}`);
    expect(messages.slice(1, -1).map(({ content }) => content)).toEqual(
      row.demos.flatMap((demo) => [
        ['Route it well.', ...lines(demo, 'in')].join('\n'),
        lines(demo, 'out').join('\n'),
      ]),
    );
  });
});

const optOf = (spec: SignatureSpec): string => spec.id.replace('.ts#Ticket', '.opt.json');

describe('tuned state of a class that is gone', () => {
  const source = (name: string, file = 'ticket'): string =>
    `${IMPORTS}import * as gen from './${file}.gen.js';\n/** ${DOC} */\n@Signature()\nexport class ${name} {\n  static readonly artifact = gen.${name};\n${BEFORE}\n}\n`;

  it.each([
    ['removed', {}, undefined],
    ['renamed', { 'src/ticket.ts': source('Request') }, 'src/ticket.ts#Request'],
    ['moved', { 'src/support.ts': source('Ticket', 'support') }, 'src/support.ts#Ticket'],
    [
      'copied twice and removed',
      { 'src/a.ts': source('Ticket', 'a'), 'src/b.ts': source('Ticket', 'b') },
      undefined,
    ],
  ] as const)('%s is kept, and nothing of it is used', async (_, sources, target) => {
    const project = new Project({ 'src/ticket.ts': source('Ticket') });
    const text = serializeTunedFile(tunedFor(await project.spec(), DEMOS));
    project.remove('src/ticket.ts');
    project.write({ 'src/ticket.opt.json': text, ...sources });
    const { plan: planned } = await project.generate();
    expect(planned.warnings).toMatchObject([
      {
        status: 'orphaned',
        message:
          "src/ticket.opt.json belongs to 'src/ticket.ts#Ticket', which is not there (removed, renamed or moved): nothing of it is used",
        details:
          target === undefined
            ? []
            : [
                `its fields are those of '${target}': run 'sigil migrate src/ticket.ts#Ticket --move ${target}' to use it there`,
              ],
      },
    ]);
    expect(project.read('src/ticket.opt.json')).toBe(text);
    for (const file of project.list().filter((path) => path.endsWith('.gen.ts')))
      expect(project.read(file)).not.toContain('Route it well.');
  });
});

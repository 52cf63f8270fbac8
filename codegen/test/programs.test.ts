import { contentHash } from '@sigil/hash';
import { acceptTuned, basisOf, serializeTunedFile } from '../src/index.js';
import type { SignatureSpec, TunedFile } from '@sigil/spec';
import { format } from 'prettier';
import { chatAdapter } from 'sigil/adapter';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { options } from './compiler.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';

const signatures = (fields = '@OutputField() team!: string;'): string => `${IMPORTS}
import * as gen from './signatures.gen.js';

/** Route. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() message!: string;
  ${fields}
}

/** Answer. */
@Signature()
export class Answer {
  static readonly artifact = gen.Answer;
  @InputField() message!: string;
  @OutputField() answer!: string;
}
`;

const support = (
  properties: string,
  name = 'Support',
): string => `import { Module, Predict, Program } from 'sigil';
import { Answer, Ticket } from './signatures.js';
import * as gen from './support.gen.js';

@Program()
export class ${name} extends Module {
  static readonly artifact = gen.${name};
${properties}
  async forward({ message }: { message: string }) {
    await this.triage.run({ message });
    return this.steps[0]!.run({ message });
  }
}
export const used = [Answer, Ticket];
`;

const PROPERTIES = '  triage = new Predict(Ticket);\n  steps = [new Predict(Answer)];';
const FILES = {
  'src/signatures.ts': signatures(),
  'src/support.ts': support(PROPERTIES),
  'tsconfig.json': options('legacy', false),
};

/** What an optimizer would have written for the program of `FILES`. */
async function tuned(project: Project): Promise<TunedFile> {
  const specs = new Map((await project.plan()).signatures.map((spec) => [spec.id.split('#')[1], spec]));
  const of = (spec: SignatureSpec | undefined, line: string, demo: Record<string, string>) => {
    if (spec === undefined) throw new Error('The project lacks a signature.');
    return {
      signature: spec.id,
      basedOn: basisOf(spec),
      variants: { '*': { instructions: [line], demos: [demo] } },
    };
  };
  const ticket = specs.get('Ticket');
  return {
    ...tunedFor(ticket!, []),
    program: 'src/support.ts#Support',
    predictors: {
      triage: of(ticket, 'Route it well.', { message: 'a', team: 'b' }),
      'steps[0]': of(specs.get('Answer'), 'Answer it well.', { message: 'a', answer: 'b' }),
    },
  };
}

/** What each predictor of a run is told first. */
// oxlint-disable-next-line typescript/no-explicit-any -- what a test loads has no type of its own
async function firstLines(Support: any, modelId = 'm'): Promise<readonly string[]> {
  const sent: string[] = [];
  const reply = { text: 'team: x\nanswer: y', finishReason: 'stop' };
  await new Support().run(
    { message: 'hello' },
    {
      trace: ({ path, messages }: { path: string; messages: { content: string }[] }) =>
        sent.push(`${path}: ${messages[0]?.content.split('\n')[0]}`),
      lm: { modelId, doGenerate: async () => reply },
    },
  );
  return sent;
}

/** What is said about tuned files. */
async function said(project: Project): Promise<readonly string[]> {
  return (await project.plan()).warnings.flatMap(({ status, message, details }) => [
    `${status} ${message}`,
    ...details,
  ]);
}

describe('a program', () => {
  it('is connected to its artifact by --wire', async () => {
    const unwired = support(PROPERTIES)
      .replace("import * as gen from './support.gen.js';\n", '')
      .replace('  static readonly artifact = gen.Support;\n', '');
    const project = new Project({ ...FILES, 'src/support.ts': unwired });
    expect((await project.plan()).diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['SIGIL2303', 'src/support.ts'],
    ]);
    await project.generate({ wire: true });
    const text = project.read('src/support.ts');
    expect(text).toContain("import * as gen from './support.gen.js';\n");
    expect(text).toContain('  static readonly artifact = gen.Support;\n');
    expect((await project.plan()).diagnostics).toEqual([]);
  });

  it('is stale when a module that it holds changed in another file, and says what is different', async () => {
    const inner = (properties: string): string => `import { Module, Predict } from 'sigil';
import { Answer, Ticket } from './signatures.js';
export class Inner extends Module {
${properties}
  forward(inputs: { message: string }) {
    return { inputs, used: [Answer, Ticket] };
  }
}
`;
    const project = new Project({
      ...FILES,
      'src/inner.ts': inner('  a = new Predict(Ticket);\n  b = new Predict(Ticket);'),
      'src/support.ts': support(`${PROPERTIES}\n  inner = new Inner();`).replace(
        "from './signatures.js';",
        "from './signatures.js';\nimport { Inner } from './inner.js';",
      ),
    });
    await project.generate();
    const changes = async (): Promise<readonly string[]> =>
      (await project.plan()).files.flatMap((file) => file.changes);
    expect(await changes()).toEqual([]);
    project.write({ 'src/inner.ts': inner('  a = new Predict(Answer);\n  c = new Predict(Ticket);') });
    expect(await changes()).toEqual([
      "Support: predictor 'inner.a' uses another signature",
      "Support: predictor 'inner.c' was added",
      "Support: predictor 'inner.b' was removed",
    ]);
    project.write({ 'src/inner.ts': inner('  b = new Predict(Ticket);\n  a = new Predict(Ticket);') });
    expect(await changes()).toEqual(['Support: the order of the predictors changed']);
  });

  it('is fresh when somebody formatted its generated file, and is removed with its class', async () => {
    const project = new Project(FILES);
    await project.generate();
    const text = project.read('src/support.gen.ts');
    const formatted = await format(text, { parser: 'typescript', printWidth: 50, semi: false });
    expect(formatted).not.toBe(text);
    project.write({ 'src/support.gen.ts': formatted });
    expect((await project.plan()).files.map(({ status }) => status)).toEqual(['fresh', 'fresh']);
    project.write({ 'src/support.ts': 'export {};\n' });
    expect((await project.generate()).deleted).toEqual(['src/support.gen.ts']);
  });

  it('knows a signature of another project by the id that it has there', async () => {
    const project = new Project({
      'src/support.ts': support(PROPERTIES).replace("'./signatures.js'", "'parts'"),
      'tsconfig.json': options('legacy', false),
      'node_modules/parts/package.json':
        '{ "name": "parts", "type": "module", "exports": { "types": "./dist/signatures.d.ts" } }',
      'node_modules/parts/dist/signatures.d.ts': `import * as gen from './signatures.gen.js';
export declare class Ticket { static readonly artifact: gen.TicketArtifact; message: string; team: string; }
export declare class Answer { static readonly artifact: gen.AnswerArtifact; message: string; answer: string; }
`,
    });
    expect((await project.plan()).diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      "Cannot compile program 'Support' at 'triage': found 'Ticket', which has no generated file beside it. run 'sigil generate' where it comes from, and build that package",
      "Cannot compile program 'Support' at 'steps[0]': found 'Answer', which has no generated file beside it. run 'sigil generate' where it comes from, and build that package",
    ]);
    project.write({
      'node_modules/parts/dist/signatures.gen.js': `export const Ticket = { spec: { id: 'lib/signatures.ts#Ticket' } };
export const Answer = { spec: { id: "lib/signatures.ts#Answer" } };
`,
    });
    const planned = await project.plan();
    expect(planned.diagnostics).toEqual([]);
    expect(planned.programs[0]?.predictors).toEqual({
      triage: { signature: 'lib/signatures.ts#Ticket' },
      'steps[0]': { signature: 'lib/signatures.ts#Answer' },
    });
  });
});

describe('the tuned state of a program', () => {
  it('is embedded by path, and used where it runs', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    expect(await said(project)).toEqual([]);
    await project.generate({ adapters: [chatAdapter] });
    const { Support } = await project.load('src/support.ts');
    expect(Support.artifact.states).toEqual({
      triage: { '*': { instructions: ['Route it well.'], demos: [{ message: 'a', team: 'b' }] } },
      'steps[0]': { '*': { instructions: ['Answer it well.'], demos: [{ message: 'a', answer: 'b' }] } },
    });
    expect(Support.artifact.optimized).toEqual({ status: 'fresh', changed: [] });
    expect(await firstLines(Support)).toEqual(['triage: Route it well.', 'steps[0]: Answer it well.']);
  });

  it('has its prompts in the generated file, from which they are sent', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    await project.generate({ adapters: [chatAdapter] });
    const text = project.read('src/support.gen.ts');
    const [head, templates = ''] = text.split('  templates: {');
    expect(templates).toMatch(/triage: \{[^]*Route it well\.[^]*'steps\[0\]': \{[^]*Answer it well\./u);
    const edited = templates.replace('Route it well.', 'As it was compiled.');
    project.write({ 'src/support.gen.ts': `${head}  templates: {${edited}` });
    const { Support } = await project.load('src/support.ts');
    expect(await firstLines(Support)).toEqual(['triage: As it was compiled.', 'steps[0]: Answer it well.']);
    expect((await project.plan({ adapters: [chatAdapter] })).files.flatMap(({ changes }) => changes)).toEqual(
      ['Support: a prompt template changed'],
    );
  });

  it('has the prompts of the states of one model there too, which it alone is sent', async () => {
    const project = new Project(FILES);
    const file = await tuned(project);
    const { triage, 'steps[0]': step } = file.predictors;
    if (triage === undefined || step === undefined) throw new Error('The program lacks a predictor.');
    const variants = { ...triage.variants, m: { instructions: ['Route it for m.'] } };
    const predictors = { triage: { ...triage, variants }, 'steps[0]': step };
    project.write({ 'src/support.opt.json': serializeTunedFile({ ...file, predictors }) });
    await project.generate({ adapters: [chatAdapter] });
    const [head, templates = ''] = project.read('src/support.gen.ts').split('  templates: {');
    const edited = templates
      .replace('Route it for m.', 'As it was compiled for m.')
      .replace('Route it well.', 'As it was compiled.');
    project.write({ 'src/support.gen.ts': `${head}  templates: {${edited}` });
    const { Support } = await project.load('src/support.ts');
    const rest = 'steps[0]: Answer it well.';
    expect(await firstLines(Support)).toEqual(['triage: As it was compiled for m.', rest]);
    expect(await firstLines(Support, 'other')).toEqual(['triage: As it was compiled.', rest]);
  });

  it('is stale at the paths of a signature that changed, and at no other', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    project.write({ 'src/signatures.ts': signatures('@OutputField() group!: string;') });
    await project.generate({ adapters: [chatAdapter] });
    const { Support } = await project.load('src/support.ts');
    expect(Support.artifact.optimized.predictors).toEqual({
      triage: { status: 'partial', changed: expect.arrayContaining([expect.stringContaining("'team'")]) },
    });
    const { triage, 'steps[0]': step } = Support.artifact.states;
    expect(triage['*'].demos).toEqual([]);
    expect(step['*'].demos).toEqual([{ message: 'a', answer: 'b' }]);
    vi.stubEnv('SIGIL_ON_STALE', 'error');
    onTestFinished(() => void vi.unstubAllEnvs());
    const program = new Support();
    const rendered = await program.renderPredictor('steps[0]', { message: 'x' });
    expect(rendered[0].content).toContain('Answer it well.');
    await expect(program.renderPredictor('triage', { message: 'x' })).rejects.toThrow(
      /'group' was added|'team'/u,
    );
  });

  it('is not used at a path that is gone or that has another signature, and says so', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    project.write({
      'src/support.ts': support('  triage = new Predict(Answer);\n  steps = [new Predict(Ticket)];'),
    });
    const next =
      "run 'sigil optimize src/support.ts#Support' with the options you tuned it with, to tune it for the class as it is, or 'sigil accept src/support.ts#Support' to keep what is left";
    expect(await said(project)).toEqual([
      "stale src/support.opt.json: 'src/support.ts#Support' changed since it was optimized, and the tuned state is stale",
      "predictor 'triage' used 'src/signatures.ts#Ticket' and uses 'src/signatures.ts#Answer' now: its tuned state is not used",
      "predictor 'steps[0]' used 'src/signatures.ts#Answer' and uses 'src/signatures.ts#Ticket' now: its tuned state is not used",
      next,
    ]);
    project.write({
      'src/support.ts': support('  triage = new Predict(Ticket);\n  stages = [new Predict(Answer)];'),
    });
    expect(await said(project)).toEqual([
      "partial src/support.opt.json: 'src/support.ts#Support' changed since it was optimized, and the tuned state is partial",
      "predictor 'steps[0]' was removed (if it is 'stages[0]' now, run 'sigil migrate src/support.ts#Support \"steps[0]=stages[0]\"' to keep its state): its tuned state is not used",
      next,
    ]);
    await project.generate();
    expect(project.read('src/support.gen.ts')).not.toContain('Answer it well.');
    expect(project.read('src/support.gen.ts')).toContain('Route it well.');
  });

  it('that is not exported is to be exported, the base class of a program too', async () => {
    const hidden = signatures().replace('export class Ticket', 'class Ticket');
    const project = new Project({ ...FILES, 'src/signatures.ts': hidden });
    const hint = "'./signatures.js' has a class of that name and does not export it: export it there";
    expect((await project.plan()).diagnostics).toMatchObject([
      { message: expect.stringContaining("found 'Ticket', whose declaration was not found"), hint },
    ]);
    project.write({
      'src/signatures.ts': signatures(),
      'src/base.ts': "import { Module } from 'sigil';\nclass Base extends Module {}\n",
      'src/support.ts': support(PROPERTIES)
        .replace('extends Module', 'extends Base')
        .replace('\n', "\nimport { Base } from './base.js';\n"),
    });
    expect((await project.plan()).diagnostics).toMatchObject([{ hint: hint.replace('signatures', 'base') }]);
  });

  it('follows each signature that it was tuned for', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    project.write({ 'src/signatures.ts': signatures('@OutputField() team!: "x" | "y";') });
    expect(await said(project)).toEqual([
      "stale src/support.opt.json: 'src/support.ts#Support' changed since it was optimized, and the tuned state is stale",
      expect.stringContaining("predictor 'triage': output 'team'"),
      expect.stringContaining("predictor 'triage': demos[0]"),
      expect.stringContaining('sigil optimize'),
    ]);
  });

  it('tells of a predictor that was tuned by itself since, until that is accepted', async () => {
    const inner = `import { Module, Predict, Program } from 'sigil';
import { Ticket } from './signatures.js';
import * as gen from './inner.gen.js';

@Program()
export class Inner extends Module {
  static readonly artifact = gen.Inner;
  route = new Predict(Ticket);
  forward(inputs: { message: string }) {
    return this.route.run(inputs);
  }
}
`;
    const outer = support(`${PROPERTIES}\n  inner = new Inner();`).replace(
      "from './signatures.js';",
      "from './signatures.js';\nimport { Inner } from './inner.js';",
    );
    const project = new Project({ ...FILES, 'src/support.ts': outer, 'src/inner.ts': inner });
    const file = await tuned(project);
    const { triage, 'steps[0]': step } = file.predictors;
    if (triage === undefined || step === undefined) throw new Error('The program lacks a predictor.');
    const whole: TunedFile = { ...file, predictors: { triage, 'steps[0]': step, 'inner.route': triage } };
    project.write({ 'src/support.opt.json': serializeTunedFile(whole) });
    expect(await said(project)).toEqual([]);
    const hash = contentHash(triage.variants);
    const ofInner = {
      ...whole,
      program: 'src/inner.ts#Inner',
      predictors: { route: { ...triage, inner: hash } },
    };
    const ofTicket = { ...whole, program: triage.signature, predictors: { '': triage } };
    project.write({
      'src/inner.opt.json': serializeTunedFile(ofInner),
      'src/signatures.Ticket.opt.json': serializeTunedFile(ofTicket),
    });
    const changed = `the tuned state that it has by itself is another one (none to ${hash}), and is not used here`;
    expect((await said(project)).slice(0, -1)).toEqual([
      "partial src/support.opt.json: 'src/support.ts#Support' changed since it was optimized, and the tuned state is partial",
      `predictor 'triage': ${changed}`,
      `predictor 'inner.route': ${changed}`,
    ]);
    const { signatures: specs, programs, innerStates } = await project.plan();
    const [id, byId] = ['src/support.ts#Support', new Map(specs.map((spec) => [spec.id, spec]))];
    const program = programs.find((one) => one.id === id);
    const accepted = acceptTuned('x', whole, byId, program, innerStates.get(id));
    expect(accepted.changes).toHaveLength(2);
    project.write({ 'src/support.opt.json': serializeTunedFile(accepted.tuned) });
    expect(await said(project)).toEqual([]);
  });

  it('is refused where a demo never fitted, by the path of its predictor', async () => {
    const project = new Project(FILES);
    const file = await tuned(project);
    const text = serializeTunedFile(file).replace('"team": "b"', '"team": 3');
    project.write({ 'src/support.opt.json': text });
    expect((await project.plan()).diagnostics).toEqual([
      expect.objectContaining({
        code: 'SIGIL7001',
        message: expect.stringContaining('predictors["triage"]: demos[0] of "*": '),
      }),
    ]);
  });

  it('belongs to nobody when the program is gone', async () => {
    const project = new Project(FILES);
    project.write({ 'src/support.opt.json': serializeTunedFile(await tuned(project)) });
    project.write({ 'src/support.ts': support(PROPERTIES, 'Helpdesk') });
    expect(await said(project)).toEqual([
      "orphaned src/support.opt.json belongs to 'src/support.ts#Support', which is not there (removed, renamed or moved): nothing of it is used",
    ]);
  });
});

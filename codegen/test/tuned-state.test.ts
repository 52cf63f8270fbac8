import { contentHash } from '@sigil/hash';
import type { Demo, SignatureSpec } from '@sigil/spec';
import { join } from 'node:path';
import { Predict } from 'sigil';
import { describe, expect, it } from 'vitest';
import { readTunedFile, serializeTunedFile, tunedFilePath } from '../src/index.js';
import { compile, options } from './compiler.js';
import { Project, signature } from './project.js';
import { tunedFor } from './tuned-for.js';

const DEMOS: readonly Demo[] = [
  { message: 'I was charged twice.', team: 'billing' },
  { message: 'It does not start.', team: 'technical' },
];

const BEFORE = "  @InputField() message!: string;\n  @OutputField() team!: 'billing' | 'technical';";

/** A project whose signature was tuned as it was before, and is now like this. */
async function tunedThen(now: string, doc?: string) {
  const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
  const spec = await project.spec();
  const text = serializeTunedFile(tunedFor(spec, DEMOS));
  project.write({ 'src/ticket.opt.json': text, 'src/ticket.ts': signature(now, 'Ticket', doc) });
  const { plan } = await project.generate();
  expect(plan.diagnostics).toEqual([]);
  expect(project.read('src/ticket.opt.json')).toBe(text);
  const { Ticket } = await project.load('src/ticket.gen.ts');
  return {
    status: Ticket.optimized.status as string,
    changed: Ticket.optimized.changed as string[],
    demos: Ticket.states['']['*'].demos as Demo[],
    instructions: Ticket.states['']['*'].instructions as string[],
    warnings: plan.warnings,
  };
}

describe('tuned state', () => {
  it('is embedded for every model, and the template is compiled with it', async () => {
    const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
    const spec = await project.spec();
    const tuned = tunedFor(spec, DEMOS);
    project.write({ 'src/ticket.opt.json': serializeTunedFile(tuned) });
    const { plan } = await project.generate();
    expect(plan.warnings).toEqual([]);
    const { Ticket } = await project.load('src/ticket.gen.ts');
    expect(Ticket.states).toEqual({ '': tuned.predictors['']?.variants });
    expect(Ticket.optimized).toEqual({ status: 'fresh', changed: [] });
    expect(Ticket.template.messages[0].parts[0]).toMatch(/^Route it well\./u);
    expect(Ticket.template.messages).toHaveLength(6);
  });

  it('makes the generated file stale when it changes', async () => {
    const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
    await project.generate();
    project.write({ 'src/ticket.opt.json': serializeTunedFile(tunedFor(await project.spec(), DEMOS)) });
    expect((await project.plan()).files).toMatchObject([
      {
        status: 'stale',
        changes: ['Ticket: the tuned state changed', 'Ticket: the status of the tuned state changed'],
      },
    ]);
  });

  it('is fresh when only words or the order changed', async () => {
    const reworded = await tunedThen(`  /** Verbatim. */\n${BEFORE}`);
    expect(reworded).toMatchObject({ status: 'fresh', demos: DEMOS });
    expect(reworded.changed).toEqual(["input 'message' is described in other words"]);
    const [input, output] = BEFORE.split('\n');
    const reordered = await tunedThen(`${output}\n${input}`);
    expect(reordered).toMatchObject({ status: 'fresh', changed: [], demos: DEMOS, warnings: [] });
  });

  it('is fresh when values, properties or variants are in another order: for the compiler and at run time the class is, too', async () => {
    const source = (team: string, color: string, items: string, pay: string): string =>
      signature(`
  @InputField() message!: string;
  @OutputField() team!: Team;
  @OutputField() color!: ${color};
  @OutputField() items!: { ${items} }[];
  @OutputField() pay!: ${pay};`).replace(
        '/** Route',
        `enum Team {
  ${team}
}
interface Card { kind: 'card'; digits: string }
interface Cash { kind: 'cash'; amount: number }

/** Route`,
      );
    const billing = "/** Money. @alias finance */\n  Billing = 'billing',\n";
    const technical = "Technical = 'technical',\n";
    const project = new Project({
      'tsconfig.json': options('legacy', true),
      'src/ticket.ts': source(
        billing + technical,
        "'red' | 'blue' | null",
        'isRed: boolean; size: number',
        'Card | Cash',
      ),
    });
    const demo: Demo = {
      message: 'a',
      team: 'billing',
      color: null,
      items: [{ isRed: true, size: 1 }],
      pay: { kind: 'cash', amount: 1 },
    };
    const text = serializeTunedFile(tunedFor(await project.spec(), [demo]));
    project.write({ 'src/ticket.opt.json': text });
    await project.generate();
    const before = project.read('src/ticket.gen.ts');

    project.write({
      'src/ticket.ts': source(
        technical + billing,
        "null | 'blue' | 'red'",
        'size: number; isRed: boolean',
        'Cash | Card',
      ),
    });
    expect(await compile(project, 'tsc')).toBe('');
    const { Ticket: stale } = await project.load('src/ticket.ts');
    expect(() => new Predict(stale).artifact).not.toThrow();
    const { files } = await project.plan();
    expect(files[0]?.changes).toEqual(
      ['team', 'color', 'items', 'pay'].map(
        (name) =>
          `Ticket: output '${name}' lists the same type in another order, which only the prompt shows`,
      ),
    );

    const { plan } = await project.generate();
    expect(plan.warnings).toEqual([]);
    expect(project.read('src/ticket.opt.json')).toBe(text);
    expect(project.read('src/ticket.gen.ts')).not.toBe(before);
    const { Ticket } = await project.load('src/ticket.gen.ts');
    expect(Ticket.optimized).toEqual({ status: 'fresh', changed: [] });
    expect(Ticket.states['']['*'].demos).toEqual([demo]);
  });

  it('keeps everything when the instructions of the class were edited, and says so', async () => {
    const edited = await tunedThen(BEFORE, 'Route a support ticket.');
    expect(edited).toMatchObject({ status: 'partial', demos: DEMOS, instructions: ['Route it well.'] });
    expect(edited.changed).toEqual([
      `the instructions of the class were edited (${contentHash('Route a ticket.')} to ${contentHash('Route a support ticket.')})`,
    ]);
  });

  it('keeps demos when an input was added, and takes its values out when one was removed', async () => {
    const added = await tunedThen(`${BEFORE}\n  @InputField() name?: string;\n  @InputField() id!: number;`);
    expect(added).toMatchObject({ status: 'partial', demos: DEMOS });
    expect(added.changed).toEqual(["input 'name' was added", "input 'id' was added"]);
    const removed = await tunedThen("  @OutputField() team!: 'billing' | 'technical';");
    expect(removed).toMatchObject({ status: 'partial', demos: [{ team: 'billing' }, { team: 'technical' }] });
  });

  it('drops demos whose input does not fit its new type, and keeps the others', async () => {
    const retyped = await tunedThen(
      BEFORE.replace('  @InputField()', '  /** @maxLength 18 */\n  @InputField()'),
    );
    expect(retyped).toMatchObject({ status: 'partial', demos: [DEMOS[1]], instructions: ['Route it well.'] });
    expect(retyped.changed).toEqual([
      "input 'message' has another type",
      'demos[0] of "*" is not used: message is "I was charged twice.", wanted at most 18 characters',
    ]);
  });

  it('is stale when an output changed, and keeps the demos that still fit', async () => {
    const narrowed = await tunedThen(BEFORE.replace("'billing' | 'technical'", "'technical' | 'sales'"));
    expect(narrowed).toMatchObject({ status: 'stale', demos: [DEMOS[1]], instructions: ['Route it well.'] });
    const added = await tunedThen(`${BEFORE}\n  @OutputField() urgency!: number;`);
    expect(added).toMatchObject({ status: 'stale', demos: [] });
    expect(added.changed[1]).toBe('demos[0..1] of "*" are not used: output \'urgency\' is missing');
    expect(added.changed).toHaveLength(2);
    const removed = await tunedThen('  @InputField() message!: string;\n  @OutputField() group!: string;');
    expect(removed.status).toBe('stale');
  });

  it('names the new field when one was renamed', async () => {
    const renamed = await tunedThen(BEFORE.replace('message', 'body'));
    expect(renamed).toMatchObject({ status: 'partial', demos: [{ team: 'billing' }, { team: 'technical' }] });
    expect(renamed.changed).toContain(
      "'message' seems to be 'body' now: run 'sigil migrate src/ticket.ts#Ticket message=body' to keep its values",
    );
  });

  it('of a class that is gone is kept and not used, with the class that looks like it', async () => {
    const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
    const spec = await project.spec();
    project.write({
      'src/ticket.opt.json': serializeTunedFile(tunedFor(spec, DEMOS)),
      'src/ticket.ts': signature(BEFORE, 'Request'),
    });
    const { plan } = await project.generate();
    expect(plan.warnings).toEqual([
      {
        file: 'src/ticket.opt.json',
        signature: 'src/ticket.ts#Ticket',
        status: 'orphaned',
        message:
          "src/ticket.opt.json belongs to 'src/ticket.ts#Ticket', which is not there (removed, renamed or moved): nothing of it is used",
        details: [
          "its fields are those of 'src/ticket.ts#Request': run 'sigil migrate src/ticket.ts#Ticket --move src/ticket.ts#Request' to use it there",
        ],
        movedTo: 'src/ticket.ts#Request',
      },
    ]);
    expect((await project.load('src/ticket.gen.ts')).Request.states).toBeUndefined();
    expect(project.list()).toContain('src/ticket.opt.json');
  });

  it('of several classes in one source stands in files of their own', async () => {
    const two = `${signature(BEFORE)}\n@Signature()\nexport class Other {\n  static readonly artifact = gen.Other;\n${BEFORE}\n}\n`;
    const project = new Project({ 'src/ticket.ts': two });
    const spec = await project.spec();
    const other = { ...spec, id: 'src/ticket.ts#Other', instructions: '' };
    expect(await tunedFilePath(project.root, 'src/ticket.ts', 'Other')).toBe('src/ticket.opt.json');
    project.write({ 'src/ticket.opt.json': serializeTunedFile(tunedFor(spec, DEMOS)) });
    expect(await tunedFilePath(project.root, 'src/ticket.ts', 'Ticket')).toBe('src/ticket.opt.json');
    expect(await tunedFilePath(project.root, 'src/ticket.ts', 'Other')).toBe('src/ticket.Other.opt.json');
    project.write({
      'src/ticket.Other.opt.json': serializeTunedFile(tunedFor(other, [])),
    });
    const { plan } = await project.generate();
    expect([plan.diagnostics, plan.warnings]).toEqual([[], []]);
    const { Ticket, Other } = await project.load('src/ticket.gen.ts');
    expect([Ticket.states['']['*'].demos.length, Other.states['']['*'].demos.length]).toEqual([2, 0]);
  });

  it('of sources that differ in their extension only is kept apart', async () => {
    const project = new Project({
      'src/ticket.ts': signature(BEFORE),
      'src/ticket.mts': signature(BEFORE).replace('.js', '.mjs'),
    });
    const [module, script] = (await project.plan()).signatures;
    if (module === undefined || script === undefined) throw new Error('Two signatures are missing.');
    const pathOf = ({ id }: SignatureSpec) =>
      tunedFilePath(project.root, ...(id.split('#') as [string, string]));
    for (const [spec, demos] of [
      [script, DEMOS],
      [module, []],
    ] as const) {
      project.write({ [await pathOf(spec)]: serializeTunedFile(tunedFor(spec, demos)) });
    }
    expect([await pathOf(script), await pathOf(module)]).toEqual([
      'src/ticket.opt.json',
      'src/ticket.Ticket.opt.json',
    ]);
    const { plan } = await project.generate();
    expect([plan.diagnostics, plan.warnings]).toEqual([[], []]);
    expect((await project.load('src/ticket.gen.mts')).Ticket.states['']['*'].demos).toEqual([]);
    expect((await project.load('src/ticket.gen.ts')).Ticket.states['']['*'].demos).toEqual(DEMOS);
    await expect(tunedFilePath(project.root, 'src/ticket.cts', 'Ticket')).rejects.toThrow(
      "Cannot keep tuned state of 'src/ticket.cts#Ticket': src/ticket.opt.json belongs to 'src/ticket.ts#Ticket' and src/ticket.Ticket.opt.json to 'src/ticket.mts#Ticket'.",
    );
  });

  it('is read back as it was written', async () => {
    const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
    const spec = await project.spec();
    const tuned = tunedFor(spec, DEMOS);
    project.write({ 'src/ticket.opt.json': serializeTunedFile(tuned) });
    expect(await readTunedFile(join(project.root, 'src/ticket.opt.json'))).toEqual(tuned);
    expect(await readTunedFile(join(project.root, 'src/none.opt.json'))).toBeUndefined();
  });
});

import { contentHash } from '@sigil/hash';
import type { Demo, JsonValue, SignatureSpec } from '@sigil/spec';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTunedFile, serializeTunedFile, tunedFilePath } from '../src/index.js';
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
    expect(added.changed[1]).toBe('demos[0] of "*" is not used: output \'urgency\' is missing');
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

describe('a tuned file that was edited into nonsense', () => {
  it.each([
    ['no JSON', (text: string) => text.replace(',', ''), /it is no JSON/u],
    ['conflict markers', (text: string) => `<<<<<<< HEAD\n${text}`, /line 1 is a conflict marker/u],
    [
      'an unknown key',
      (text: string) => text.replace('"seed"', '"sead"'),
      /evidence\["\*"\]\.sead is not a key of the format/u,
    ],
    [
      'a missing key',
      (text: string) => text.replace(/,\s+"testLooks": 0/u, ''),
      /evidence\["\*"\]\.testLooks is missing/u,
    ],
    [
      'a wrong type',
      (text: string) => text.replace('"calls": 100', '"calls": "many"'),
      /evidence\["\*"\]\.calls is "many", wanted a whole number of 0 or more/u,
    ],
    [
      'text for a list',
      (text: string) => text.replace(/\[\s+"Route\."\s+\]/u, '"Route."'),
      /variants\["tiny"\]\.instructions is "Route\.", wanted a list/u,
    ],
    [
      'another format',
      (text: string) => text.replace('"format": 1', '"format": 2'),
      /format is 2, wanted 1/u,
    ],
    ['a hash that is none', (text: string) => text.replace(/h:[0-9a-f]{16}/u, 'sha'), /wanted a hash/u],
    [
      'a value that never fitted',
      (text: string) => text.replace('"team": "billing"', '"team": "bilking"'),
      /demos\[0\] of "\*": team is "bilking", wanted one of: billing, technical/u,
    ],
    [
      'a field that never was',
      (text: string) => text.replace('"team": "billing"', '"taem": "billing"'),
      /'taem' is no field of the signature/u,
    ],
    [
      'another signature',
      (text: string) => text.replace(/"signature": "[^"]+"/u, '"signature": "src/a.ts#B"'),
      /predictors\[""\]\.signature is "src\/a\.ts#B", wanted "src\/ticket\.ts#Ticket"/u,
    ],
    [
      'a path that no signature has',
      (text: string) => text.replace('"": {', '"triage": {'),
      /predictors\[""\] is missing/u,
    ],
    [
      'a name that is no member',
      (text: string) => text.replace('"tiny"', '"__proto__"'),
      /\["__proto__"\] is no name that can be used/u,
    ],
    [
      'an adapter that nobody has',
      (text: string) => text.replace('"*": {\n', '"*": {\n"adapter": "plane/1",\n'),
      /^Cannot use src\/ticket\.opt\.json: predictors\[""\]\.variants\["\*"\]\.adapter is "plane\/1", which this version of Sigil does not have, wanted one of: plain\/1\. The file was left as it is: repair it, or [^.]*\.opt\.json'\.$/u,
    ],
    [
      'an adapter that nobody has, for one model',
      (text: string) => text.replace('"tiny": {\n', '"tiny": {\n"adapter": "plain/2",\n'),
      /variants\["tiny"\]\.adapter is "plain\/2", .* wanted one of: plain\/1\. The/u,
    ],
    [
      'a key that stands twice',
      (text: string) => text.replace('"team": "billing"', '"team": "technical", "\\u0074eam": "billing"'),
      /line \d+: the key "team" stands twice in one object/u,
    ],
    [
      'a member twice in the file',
      (text: string) => text.replace('"evidence": {', '"format": 1, "evidence": {'),
      /the key "format" stands twice/u,
    ],
    [
      'a demo that is no object',
      (text: string) => text.replace(/"demos": \[/u, '"demos": [5, null, [],'),
      /demos\[0\] is 5, wanted an object; .*demos\[1\] is null, wanted an object; .*demos\[2\] is \[\], wanted/u,
    ],
    [
      'a field called __proto__',
      (text: string) => text.replace('"team": "billing"', '"__proto__": { "team": "billing" }'),
      /demos\[0\]\["__proto__"\] is no name that can be used/u,
    ],
    [
      'a member called __proto__ deep in a value',
      (text: string) => text.replace('"team": "billing"', '"team": [{ "a": { "__proto__": 1 } }]'),
      /demos\[0\]\["team"\]\[0\]\["a"\]\["__proto__"\] is no name/u,
    ],
    [
      'a value without end',
      (text: string) => text.replace('"billing"', '['.repeat(100_000) + ']'.repeat(100_000)),
      /line \d+: values stand more than 100 levels deep/u,
    ],
    [
      'objects without end',
      (text: string) => text.replace('"billing"', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)),
      /values stand more than 100 levels deep/u,
    ],
    [
      'a text of five million letters',
      (text: string) => text.replace('"billing"', `"${'\\"x'.repeat(2_500_000)}"`),
      /^Cannot use [^;]{0,300}team is "[^;]{0,80}\.\.\., wanted one of: billing, technical\. The file was left as it is/u,
    ],
    [
      'a hundred thousand demos that do not fit',
      (text: string) => text.replace(/"demos": \[/u, `"demos": [${'{"team": 5},'.repeat(100_000)}`),
      /demos\[19\] of "\*": team is 5, wanted one of: billing, technical; and 99980 more\. The file/u,
    ],
    ['nothing at all', () => '', /it is no JSON/u],
    ['bytes that are no text', () => '\u0000\uFFFD{', /it is no JSON/u],
    ['a list for the file', () => '[]', /the file is \[\], wanted an object/u],
  ])('by %s is refused by name and left alone, and nothing is written', async (_, spoil, problem) => {
    const project = new Project({ 'src/ticket.ts': signature(BEFORE) });
    const spec = await project.spec();
    const text = spoil(serializeTunedFile(tunedFor(spec, DEMOS)));
    project.write({ 'src/ticket.opt.json': text });
    const { written, plan } = await project.generate();
    expect(written).toEqual([]);
    expect(plan.diagnostics).toMatchObject([
      {
        code: 'SIGIL7001',
        severity: 'error',
        file: 'src/ticket.opt.json',
        message: expect.stringMatching(problem),
      },
    ]);
    expect(project.read('src/ticket.opt.json')).toBe(text);
  });

  it('is used as it is with every type in its demos', async () => {
    const members = `  @InputField() when!: Date;
  @InputField() born?: Day;
  @InputField() seen!: Set<string>;
  @InputField() counts!: Map<string, Date>;
  @InputField() big!: bigint;
  @InputField() tree!: Tree;
  /** @alias place */
  @InputField() pair!: [x: number, y: number];
  @OutputField() level!: Level;
  /** @json */
  @OutputField() free!: unknown;
  @OutputField() none!: string | null;
  @OutputField() shape!: { kind: 'a'; x: number } | { kind: 'b' };`;
    const types = `interface Tree {
  name: string;
  /** @alias children */
  inner: Tree[];
}
enum Level { Low = 1, High = 2 }
/** @format date */
type Day = Date;
`;
    const demo: Demo = {
      when: '2026-01-31T12:00:00Z',
      born: '2026-01-31',
      seen: ['a', 'b'],
      counts: { constructed: '2026-01-31T12:00:00Z', '': '2026-01-31T12:00:00Z' },
      big: '123456789012345678901234567890',
      tree: { name: 'a', inner: [{ name: 'b', inner: [] }] },
      pair: [1, 2],
      level: 1,
      free: { constructor: [1, { a: null }], '': 'x' },
      none: null,
      shape: { kind: 'b' },
    };
    const source = signature(members).replace('/** Route', `${types}/** Route`);
    const wrong: readonly (readonly [field: string, value: JsonValue, problem: string])[] = [
      ['when', '31.1.2026', 'wanted a date and time'],
      ['when', 5, 'wanted a date and time'],
      ['born', '2026-01-31T12:00:00Z', 'wanted a date such as'],
      ['seen', ['a', 'a'], 'wanted'],
      ['counts', [{ key: 'a', value: 'b' }], 'wanted an object'],
      ['counts', { constructor: '2026-01-31T12:00:00Z' }, 'has the key constructor'],
      ['big', 5, 'wanted digits as text'],
      ['big', '1e5', 'wanted digits as text'],
      ['tree', { name: 'a', inner: [{ name: 5, inner: [] }] }, 'tree.inner[0].name is 5, wanted text'],
      ['tree', { name: 'a', children: [] }, 'tree.children is not a property'],
      ['pair', [1], 'wanted a list of 2 items'],
      ['pair', { x: 1, y: 2 }, 'wanted a list of 2 items'],
      ['level', 3, 'wanted one of: Low, High'],
      ['none', 5, 'wanted text'],
      ['shape', { kind: 'b', x: 1 }, 'shape.x is not a property'],
      ['place', [1, 2], "'place' is no field of the signature"],
    ];
    const project = new Project({ 'src/ticket.ts': source });
    const spec = await project.spec();
    const write = (demos: readonly Demo[]): string => {
      const text = serializeTunedFile(tunedFor(spec, demos));
      project.write({ 'src/ticket.opt.json': text });
      return text;
    };
    write([demo]);
    const { plan } = await project.generate();
    expect(plan.warnings).toEqual([]);
    expect((await project.load('src/ticket.gen.ts')).Ticket.states['']['*'].demos).toEqual([demo]);
    const text = write(wrong.map(([field, value]) => ({ ...demo, [field]: value })));
    const refused = await project.generate();
    const [error] = refused.plan.diagnostics;
    const told = (error?.message ?? '').split('; ');
    for (const [at, [, , problem]] of wrong.entries()) {
      const line = told.find((one) => one.includes(`demos[${at}] of "*": `));
      expect(line).toContain(problem);
    }
    expect([refused.written, project.read('src/ticket.opt.json')]).toEqual([[], text]);
  });

  it('names every place at once', async () => {
    const project = new Project({
      'src/ticket.ts': signature(BEFORE),
      'src/ticket.opt.json': '{ "format": 1, "program": "x", "predictors": [], "extra": 1 }',
    });
    const { plan } = await project.generate();
    const [first] = plan.diagnostics;
    expect(first?.message).toContain('extra is not a key of the format');
    expect(first?.message).toContain('program is "x", wanted the id of a class');
    expect(first?.message).toContain('predictors is [], wanted an object');
    expect(first?.message).toContain('evidence is missing');
  });
});

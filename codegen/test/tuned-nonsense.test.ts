import type { Demo, JsonValue } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { serializeTunedFile } from '../src/index.js';
import { Project, signature } from './project.js';
import { tunedFor } from './tuned-for.js';

const DEMOS: readonly Demo[] = [
  { message: 'I was charged twice.', team: 'billing' },
  { message: 'It does not start.', team: 'technical' },
];

const BEFORE = "  @InputField() message!: string;\n  @OutputField() team!: 'billing' | 'technical';";

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
      (text: string) => text.replace('"team": "billing"', `"team": "${'\\"x'.repeat(2_500_000)}"`),
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

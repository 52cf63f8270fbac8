import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { Project } from './project.js';

const samples = fileURLToPath(new URL('samples', import.meta.url));

/** The sources of a sample, in a folder of their own. */
function sourcesOf(name: string): readonly (readonly [string, string])[] {
  return readdirSync(`${samples}/${name}`)
    .filter((file) => /\.[cm]?ts$/u.test(file))
    .map((file) => [`src/${name}/${file}`, readFileSync(`${samples}/${name}/${file}`, 'utf8')]);
}

const names = readdirSync(samples).filter((name) => name === 'mapping-table' || name.startsWith('types-'));

/** A change of one type for each sample, that the compiler has to find. */
const CHANGES: Readonly<Record<string, readonly [before: string, after: string, field: string]>> = {
  'types-text': ['id!: `id-${number}`', 'id!: `id-${string}`', 'id'],
  'types-numbers': ['sure!: boolean', 'sure!: true', 'sure'],
  'types-choices': ["'blue'] as const", "'black'] as const", 'color'],
  'types-collections': ['unique!: Set<string>', 'unique!: ReadonlySet<string>', 'unique'],
  'types-objects': ['note: string }', 'note: string | null }', 'both'],
  'types-unions': ['version: 2;', 'version: 3;', 'byNumber'],
  'types-generics': ['date!: Box<Date>', 'date!: Box<Date | null>', 'date'],
  'types-utility': ['partial!: Partial<Person>', 'partial!: Person', 'partial'],
  'types-mapped': ['closed!: Readonly<string[] | null>', 'closed!: string[] | null', 'closed'],
  'types-recursive': ["op: 'add'", "op: 'plus'", 'expression'],
  'types-brands': ['maybe!: Sku | null', 'maybe!: Sku', 'maybe'],
  'types-brands-everywhere': ["dateS!: S<Date, 'D'>", "dateS!: S<boolean, 'D'>", 'dateS'],
  'types-intersections': ['extra: number }', 'extra: string }', 'tree'],
  'types-corners': ["let word = 'abc'", 'let word = 1', 'word'],
  'types-nothing': ['outNullable!: string | null', 'outNullable!: string', 'outNullable'],
  'types-from-elsewhere': ['level: Level', 'level: Level.High', 'level'],
  'mapping-table': ['when!: Date', 'when!: string', 'when'],
};

describe.each([
  { compiler: 'tsc', kind: 'legacy', exact: true },
  { compiler: 'tsc', kind: 'standard', exact: false },
  { compiler: 'tsc6', kind: 'legacy', exact: false },
  { compiler: 'tsc6', kind: 'standard', exact: true },
] as const)('$compiler, $kind decorators, exactOptionalPropertyTypes $exact', ({ compiler, kind, exact }) => {
  it('finds the classes of all samples equal to what was generated for them, and one changed type in each', async () => {
    const sources = Object.fromEntries(names.flatMap(sourcesOf));
    const project = new Project({ 'tsconfig.json': options(kind, exact), ...sources });
    const { plan } = await project.generate();
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await compile(project, compiler)).toBe('');

    for (const [name, [before, after]] of Object.entries(CHANGES)) {
      const path = `src/${name}/input.ts`;
      const changed = project.read(path).replace(before, after);
      expect(changed).not.toBe(project.read(path));
      project.write({ [path]: changed });
    }
    const output = await compile(project, compiler);
    const fieldOf = (name: string): string | undefined =>
      new RegExp(
        `^src/${name}/input\\.ts\\([^]*?stale artifact, run 'sigil generate': field '(\\w+)'`,
        'mu',
      ).exec(output)?.[1];
    expect(Object.fromEntries(names.map((name) => [name, fieldOf(name)]))).toEqual(
      Object.fromEntries(names.map((name) => [name, CHANGES[name]?.[2]])),
    );
  }, 120_000);
});

const ENUMS = `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket.gen.js';

type JsonObject = { [key: string]: Json };
type Json = string | number | boolean | null | JsonObject | Json[];
type Tree = { level: Level; children: Tree[] };
enum Level { Low = 'low', High = 'high' }
enum Size { Small, Large = 4 }

/** Route a ticket. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;

  @InputField() list!: Json[];
  @InputField() level!: Level;
  @InputField() size!: Size;
  @InputField() tree!: Tree;
  @InputField() when!: Map<Level, Date>;
  @InputField() pair!: [Level, Set<Level>?];
  @InputField() each!: Record<Level, number>;
  @OutputField() answer!: string;
}
`;

describe.each(['tsc', 'tsc6'] as const)('%s', (compiler) => {
  it('finds a class equal to what was generated of its aliases for JSON, and stale when one of them changed', async () => {
    const sources = Object.fromEntries(sourcesOf('json-aliases'));
    const project = new Project({ 'tsconfig.json': options('legacy', true), ...sources });
    await project.generate();
    expect(await compile(project, compiler)).toBe('');
    const path = 'src/json-aliases/input.ts';
    project.write({ [path]: project.read(path).replace('boolean | null | readonly', 'null | readonly') });
    expect(await compile(project, compiler)).toContain(
      `"stale artifact, run 'sigil generate': field 'whole' changed or was removed"`,
    );
  }, 60_000);

  it('compares the base of every brand', async () => {
    const [path, source] = sourcesOf('types-brands-everywhere')[0] ?? ['', ''];
    const fields = source.split('\n').filter((line) => line.includes('@InputField()'));
    const project = new Project({ 'tsconfig.json': options('legacy', true), [path]: source });
    await project.generate();
    const retyped = fields.map((line) => line.replace(/([!?]:).*;/u, '$1 boolean | { no: 1 };'));
    project.write(
      Object.fromEntries(
        fields.map((line, at) => [
          path.replace('input', `edited${at}`),
          source.replace(line, retyped[at] ?? ''),
        ]),
      ),
    );
    const output = await compile(project, compiler);
    const found = fields.map(
      (_, at) => new RegExp(`/edited${at}\\.ts\\([^]*?field '(\\w+)'`, 'u').exec(output)?.[1],
    );
    expect(found).toEqual(fields.map((line) => /\) (\w+)/u.exec(line)?.[1]));
  }, 60_000);

  it('compares enums by their values wherever they stand, beside types that hold themselves', async () => {
    const project = new Project({ 'tsconfig.json': options('legacy', true), 'src/ticket.ts': ENUMS });
    await project.generate();
    expect(await compile(project, compiler)).toBe('');
    const edits = [
      ['tree', '{ level: Level; children', "{ level: 'low'; children"],
      ['pair', '[Level, Set<Level>?]', '[Level, Set<Size>?]'],
      ['when', 'Map<Level, Date>', 'Map<Size, Date>'],
      ['size', 'Large = 4', 'Large = 5'],
      ['list', 'list!: Json[]', 'list!: (Json | undefined)[]'],
    ] as const;
    for (const [field, before, after] of edits) {
      expect(ENUMS).toContain(before);
      project.write({ 'src/ticket.ts': ENUMS.replace(before, after) });
      expect(await compile(project, compiler)).toContain(`field '${field}' changed or was removed"`);
    }
  }, 120_000);
});

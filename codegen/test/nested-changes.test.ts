import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { IMPORTS, Project } from './project.js';

/** Changes of a type that TypeScript does not see: it can assign either type to the other. */
const CHANGES: readonly (readonly [before: string, after: string])[] = [
  ['{ id: string }', '{ id: string; note?: string }'],
  ['{ id: string; note?: string }', '{ id: string }'],
  ['{ id: string }[]', '{ id: string; note?: string }[]'],
  ['readonly { readonly id: string }[]', 'readonly { readonly id: string; readonly note?: string }[]'],
  ['{ id: string } | null', '{ id: string; note?: string } | null'],
  ["{ k: 'a'; x: number } | { k: 'b' }", "{ k: 'a'; x: number } | { k: 'b'; y?: number }"],
  ['Map<string, { id: string }>', 'Map<string, { id: string; note?: string }>'],
  ['ReadonlyMap<string, { id: string }>', 'ReadonlyMap<string, { id: string; note?: string }>'],
  ['Set<{ id: string }>', 'Set<{ id: string; note?: string }>'],
  ['ReadonlySet<{ id: string }>', 'ReadonlySet<{ id: string; note?: string }>'],
  ['Record<string, { id: string }>', 'Record<string, { id: string; note?: string }>'],
  ['[{ id: string }, number?]', '[{ id: string; note?: string }, number?]'],
  ['[string, ...{ id: string }[]]', '[string, ...{ id: string; note?: string }[]]'],
  ['{ id: string } & { at: Date }', '{ id: string } & { at: Date; note?: string }'],
  ['{ a: { b: { c: string }[] } }', '{ a: { b: { c: string; d?: Date }[] } }'],
  [
    '{ a: { b: { c: { d: { e: { f: string }[] } } } }[] }',
    '{ a: { b: { c: { d: { e: { f: string; g?: string }[] } } } }[] }',
  ],
  ['Tree', 'Noted'],
  ['{ own: Level; list: Level[] }', '{ own: Level; list: Level[]; more?: Level }'],
  ["{ id: string & { __brand: 'Id' } }", "{ id: string & { __brand: 'Id' }; note?: string }"],
  ['Record<string, number>', "Record<'a', number>"],
  ["Record<'a', number>", 'Record<string, number>'],
  ['Record<string, number>', '{ a?: number }'],
  ['{ a?: number }', 'Record<string, number>'],
  ['{ a?: number }', '{ a: number }'],
  ['Item', 'Item & { note?: string }'],
];

/** Changes of what is written, not of what it means. */
const SAME: readonly (readonly [before: string, after: string])[] = [
  ['{ a?: string }', '{ a?: string | undefined }'],
  ['{ a?: string | undefined }', '{ a?: string }'],
  ['{ a?: string }', '{ a: string | undefined }'],
  ['{ id: string }', '{ readonly id: string }'],
  ['{ id: string; note?: Date }', '{ id: string } & { note?: Date }'],
  ['{ id: string; note?: Date }', '{ note?: Date; id: string }'],
  ['{ id: string }', '{ id: string; other?: never }'],
  ["Record<'a' | 'b', number>", '{ a: number; b: number }'],
  ['Record<string, number>', '{ [name: string]: number }'],
  ["Partial<Record<'a', number>>", '{ a?: number }'],
  ['Item', '{ sku: string; size?: number }'],
  ['[{ id: string }, { a?: string }?]', '[one: { id: string }, two?: { a?: string | undefined }]'],
  ['{ level: Level; when?: Level }', "{ level: 'low' | 'high'; when?: Level | undefined }"],
];

/** A class in a file of its own; with an enum beside the field, which is compared in another way. */
function sourceOf(name: string, type: string, beside: string): string {
  return `${IMPORTS}import * as gen from './${name}.gen.js';

export enum Level { Low = 'low', High = 'high' }
export interface Item { sku: string; size?: number }
export interface Tree { value: string; children: Tree[] }
export interface Noted { value: string; children: Noted[]; note?: string }

/** Route a ticket. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() before!: ${beside};
  @InputField() field!: ${type};
  @InputField() maybe?: ${type};
  @OutputField() after!: string;
}
`;
}

/** Fields that come, go and get another name, beside one that holds objects. */
const FIELDS: readonly (readonly [before: string, after: string, said: string])[] = [
  ['', 'more!: string', "field 'more' was added"],
  ['more!: string', '', "field 'more' changed or was removed"],
  ['more!: string', 'other!: string', "field 'more' changed or was removed"],
];

function sources(side: 0 | 1): Record<string, string> {
  const changed = CHANGES.map((one, at) => [`changed-${at}`, one] as const);
  const same = SAME.map((one, at) => [`same-${at}`, one] as const);
  return Object.fromEntries(
    [...changed, ...same].flatMap(([name, change]) =>
      ['string', 'Level'].map((beside) => [
        `src/${name}-${beside.toLowerCase()}.ts`,
        sourceOf(`${name}-${beside.toLowerCase()}`, change[side], beside),
      ]),
    ),
  );
}

describe.each([
  { compiler: 'tsc', exact: true },
  { compiler: 'tsc', exact: false },
  { compiler: 'tsc6', exact: true },
  { compiler: 'tsc6', exact: false },
] as const)('$compiler, exactOptionalPropertyTypes $exact', ({ compiler, exact }) => {
  it('names the field whose objects have other properties, and no field that says the same in other words', async () => {
    const project = new Project({ 'tsconfig.json': options('legacy', exact), ...sources(0) });
    const { plan } = await project.generate();
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await compile(project, compiler)).toBe('');

    project.write(sources(1));
    const output = await compile(project, compiler);
    const found = new Map<string, Set<string>>();
    let file = '';
    for (const line of output.split('\n')) {
      file = /^src\/([\w-]+)\.ts\(/u.exec(line)?.[1] ?? file;
      for (const [, field = ''] of line.matchAll(/stale artifact, run 'sigil generate': field '(\w+)'/gu)) {
        found.set(file, (found.get(file) ?? new Set()).add(field));
      }
    }
    const wanted = CHANGES.flatMap((_, at) => [`changed-${at}-level`, `changed-${at}-string`]);
    expect([...found.keys()].toSorted()).toEqual(wanted.toSorted());
    for (const [name, fields] of found)
      expect([name, ...fields].toSorted()).toEqual([name, 'field', 'maybe']);
  }, 120_000);

  it.each(FIELDS)(
    'says of a class with %j that has %j now: %s',
    async (before, after, said) => {
      const source = (field: string): string =>
        sourceOf('one', '{ id: string }', 'string').replace(
          /\n\}\s*$/u,
          field === '' ? '\n}\n' : `\n  @OutputField() ${field};\n}\n`,
        );
      const project = new Project({
        'tsconfig.json': options('legacy', exact),
        'src/one.ts': source(before),
      });
      await project.generate();
      expect(await compile(project, compiler)).toBe('');
      project.write({ 'src/one.ts': source(after) });
      const output = await compile(project, compiler);
      const fields = Array.from(
        output.matchAll(/stale artifact, run 'sigil generate': (field [^"]+)"/gu),
        ([, one]) => one,
      );
      expect([...new Set(fields)]).toEqual([said]);
    },
    60_000,
  );
});

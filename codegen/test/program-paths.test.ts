import type { SignatureSpec } from '@sigil/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Project } from './project.js';

const seed = process.env['PROPERTY_SEED'] === 'random' ? undefined : 4;

/** What a property of a random module holds. */
type Value =
  | { readonly kind: 'predictor'; readonly signature: number }
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly members: readonly (readonly [string, Value])[] }
  | { readonly kind: 'module'; readonly earlier: number };

interface ModuleClass {
  readonly base: number | undefined;
  readonly inOtherFile: boolean;
  readonly properties: readonly {
    readonly name: string;
    readonly modifier: string;
    readonly value: Value;
  }[];
}

const SIGNATURES = ['Ask', 'Judge', 'Route'];

const word = fc.constantFrom('triage', 'a', 'b1', '$c', 'ümlaut', '_d', 'constructor2', 'then');
const key = fc.oneof(word, fc.constantFrom('two words', '7', '10', '2', 'a.b', "it's", 'a"b', 'x[0]', ''));

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('predictor' as const), signature: fc.nat(2) }),
    fc.record({
      kind: fc.constant('data' as const),
      text: fc.constantFrom(
        '3',
        "'x'",
        'new Date()',
        'new Map<string, number>()',
        'null',
        '() => 1',
        '[1, 2]',
      ),
    }),
    fc.record({ kind: fc.constant('array' as const), items: fc.array(tie('value'), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('record' as const),
      members: fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 3, selector: ([name]) => name }),
    }),
    fc.record({ kind: fc.constant('module' as const), earlier: fc.nat(9) }),
  ),
}));

const moduleClass: fc.Arbitrary<ModuleClass> = fc.record({
  base: fc.option(fc.nat(9), { nil: undefined }),
  inOtherFile: fc.boolean(),
  properties: fc.uniqueArray(
    fc.record({
      name: fc.oneof(word, fc.constantFrom("'two words'", '7', "['quoted']")),
      modifier: fc.constantFrom('', 'readonly ', 'private ', 'protected ', 'public readonly '),
      value,
    }),
    { maxLength: 4, selector: ({ name }) => name },
  ),
});

describe('the predictors that the compiler finds in a program', () => {
  it('are those that a walk of a live instance finds, at the same paths, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moduleClass, { minLength: 1, maxLength: 6 }), async (classes) => {
        const project = new Project(sources(classes));
        const { plan } = await project.generate();
        expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const read = new Map(plan.programs.map((program) => [program.id, program.predictors]));
        const files = ['src/main.ts', 'src/other.ts'];
        const loaded = await Promise.all(files.map((file) => project.load(file)));
        classes.forEach((one, at) => {
          const place = one.inOtherFile ? 1 : 0;
          const { [`M${at}`]: type } = { ...loaded[place] };
          const live: ReadonlyMap<string, SignatureSpec> = new type().namedPredictors();
          expect(Object.entries(read.get(`${files[place]}#M${at}`) ?? {})).toEqual(
            [...live].map(([path, { id }]) => [path, { signature: id }]),
          );
        });
      }),
      { numRuns: 15, ...(seed === undefined ? {} : { seed }) },
    );
  }, 120_000);
});

/** Modules in two files that import each other; each is built from those before it. */
function sources(classes: readonly ModuleClass[]): Record<string, string> {
  const print = (isOther: boolean): string => {
    const stem = isOther ? 'other' : 'main';
    const names = (other: boolean): string =>
      classes.flatMap(({ inOtherFile }, at) => (inOtherFile === other ? [`M${at}`] : [])).join(', ');
    const own = classes.map((one, at) => (one.inOtherFile === isOther ? printClass(one, at, classes) : ''));
    return `import { Module, Predict, Program } from 'sigil';
import { Ask, Route as Renamed } from './signatures.js';
import * as signatures from './signatures.js';
import * as gen from './${stem}.gen.js';
${names(!isOther) === '' ? '' : `import { ${names(!isOther)} } from './${isOther ? 'main' : 'other'}.js';`}
void [Module, Predict, Program, Ask, Renamed, signatures, gen];
@Program()
export class InEveryFile extends Module {
  static readonly artifact = gen.InEveryFile;
  forward(inputs: object): object {
    return inputs;
  }
}
${own.join('\n')}
`;
  };
  const signature = (name: string): string => `@Signature()
export class ${name} {
  static readonly artifact = gen.${name};
  @InputField() text!: string;
  @OutputField() answer!: string;
}
`;
  return {
    'src/signatures.ts': `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './signatures.gen.js';
${SIGNATURES.map(signature).join('\n')}`,
    'src/main.ts': print(false),
    'src/other.ts': print(true),
    'tsconfig.json':
      '{ "compilerOptions": { "experimentalDecorators": true, "target": "ES2022", "module": "NodeNext" } }',
  };
}

function printClass(
  { base, properties, inOtherFile }: ModuleClass,
  at: number,
  all: readonly ModuleClass[],
): string {
  // A base is needed while modules are loaded, and files that import each other cannot both be first.
  const extended = base === undefined || at === 0 ? undefined : base % at;
  const isNear = extended !== undefined && all[extended]?.inOtherFile === inOtherFile;
  const inherited = isNear ? inheritedNames(extended, all) : new Set<string>();
  const own = properties.filter(({ name }) => !inherited.has(name) || name.startsWith('t'));
  return `@Program()
export class M${at} extends ${isNear ? `M${extended}` : 'Module'} {
  static ${isNear ? 'override ' : ''}readonly artifact: any = gen.M${at};
${own.map(({ name, modifier, value: held }) => `  ${modifier}${name} = ${printValue(held, at)};`).join('\n')}
  forward(inputs: { text: string }): object {
    return inputs;
  }
}
`;
}

function inheritedNames(at: number, all: readonly ModuleClass[]): Set<string> {
  return new Set(all.slice(0, at + 1).flatMap(({ properties }) => properties.map(({ name }) => name)));
}

function printValue(held: Value, before: number): string {
  switch (held.kind) {
    case 'predictor':
      return `new Predict(${['Ask', 'signatures.Judge', 'Renamed'][held.signature]})`;
    case 'data':
      return held.text;
    case 'array':
      return `[${held.items.map((item) => printValue(item, before)).join(', ')}]`;
    case 'record':
      return `{ ${held.members.map(([name, member]) => `${JSON.stringify(name)}: ${printValue(member, before)}`).join(', ')} }`;
    case 'module':
      // A program may have modules inside of modules, but not a hundred thousand of them.
      return before === 0 || held.earlier > 4 ? `'no module'` : `new M${held.earlier % before}()`;
  }
}

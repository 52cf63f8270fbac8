import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../..', import.meta.url));
const sample = readFileSync(new URL('samples/tags-stream/input.ts', import.meta.url), 'utf8');

const USE = `import type { StreamPartial, Stream_ItemPartial, Stream_TreePartial } from './input.gen.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
type Of<K extends keyof StreamPartial> = StreamPartial[K];
type State<T> = { value: T | undefined; state: 'pending' | 'incomplete' | 'complete' };

export const checks: [
  Same<Of<'text'>, string | undefined>,
  Same<Of<'nullableText'>, string | null | undefined>,
  Same<Of<'number'>, number | undefined>,
  Same<Of<'list'>, string[]>,
  Same<Of<'optionalList'>, string[] | undefined>,
  Same<Of<'nullableList'>, readonly string[] | null | undefined>,
  Same<Of<'set'>, Set<string>>,
  Same<Of<'map'>, Map<string, Stream_ItemPartial>>,
  Same<Of<'object'>, Stream_ItemPartial | undefined>,
  Same<Stream_ItemPartial['sku'], string>,
  Same<Stream_ItemPartial['price'], number | undefined>,
  Same<Of<'whole'>, string | undefined>,
  Same<Of<'sureText'>, string>,
  Same<Of<'sureObject'>, Stream_ItemPartial>,
  Same<Of<'stateText'>, State<string>>,
  Same<Of<'stateList'>, State<Stream_ItemPartial[]>>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

const tree: Stream_TreePartial = { name: 'a', children: [{ children: [{ children: [] }] }] };
export const depth = tree.children[0]?.children[0]?.children.length;

export function show(partial: StreamPartial): string {
  const { payment, doneList } = partial;
  // What tells variants apart is there as soon as the value is.
  const money = payment?.kind === 'cash' ? payment.coins.length : payment?.number;
  // A part that is shown when it is complete has everything.
  const prices: number[] = (doneList ?? []).map((item) => item.price);
  return \`\${money} \${prices.length} \${partial.stateText.value?.length}\`;
}

// @ts-expect-error a list starts empty, and is never absent
export const wrong: Pick<StreamPartial, 'list'> = { list: undefined };
// @ts-expect-error an input is no part of what is streamed
export type Input = StreamPartial['item'];
`;

const ASK = signature(`
  @InputField() question!: string;
  /** @default 'en' */
  @InputField() language!: string;
  @OutputField() answer!: string;`);

const CALLS = `import type { InputOf } from 'sigil';
import { Ticket } from './ticket.js';

export const short: InputOf<typeof Ticket> = { question: 'Why?' };
export const long: InputOf<typeof Ticket> = { question: 'Why?', language: 'de' };
// @ts-expect-error it has no default
export const none: InputOf<typeof Ticket> = { language: 'de' };
`;

const OPTIONS = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Decorators'],
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    types: [],
  },
  include: ['src'],
});

/** What a compiler prints about a project whose generated files are checked, too. */
async function compile(compiler: string, files: Readonly<Record<string, string>>): Promise<string> {
  const project = new Project({ ...files, 'tsconfig.json': OPTIONS });
  const { written } = await project.generate();
  for (const path of written) {
    // As it stands, the file is exempt from checks.
    project.write({ [path]: project.read(path).replace('// @ts-nocheck\n', '') });
  }
  return run(`${workspace}node_modules/.bin/${compiler}`, ['-p', project.root], { cwd: project.root }).then(
    () => '',
    (error: { readonly stdout: string }) => error.stdout,
  );
}

describe.each(['tsc', 'tsc6'])('generated types under %s', (compiler) => {
  it('have a partial that is what a stream shows of each type', async () => {
    expect(await compile(compiler, { 'src/input.ts': sample, 'src/use.ts': USE })).toBe('');
  }, 60_000);

  it('let a caller leave out what has a @default', async () => {
    expect(await compile(compiler, { 'src/ticket.ts': ASK, 'src/calls.ts': CALLS })).toBe('');
  }, 60_000);
});

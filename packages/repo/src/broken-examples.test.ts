import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { brokenExamples } from './broken-examples.js';
import { formatFinding } from './check/check.js';
import { readTree } from './tree/read-tree.js';
import { Tree } from './tree/tree.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const house = readTree(repository);
const doors = house.paths.filter((path) =>
  /^(packages\/\w+|codegen)\/(package\.json|src\/.*\bindex\.ts)$/.test(path),
);

/** What is broken in these files, whose examples import the packages of this repository. */
const found = async (files: Readonly<Record<string, readonly string[]>>): Promise<string[]> => {
  const texts = Object.entries(files).map(([path, lines]) => [path, lines.join('\n')] as const);
  const tree = new Tree(new Map([...doors.map((path) => [path, house.text(path)] as const), ...texts]));
  return (await brokenExamples(tree, repository)).map(formatFinding);
};

const ticket = [
  '```ts',
  "import { InputField, OutputField, Signature } from 'sigil';",
  "import * as gen from './ticket.gen.js';",
  '@Signature()',
  'export class Ticket {',
  '  static readonly artifact = gen.Ticket;',
  '  @InputField() message!: string;',
  "  @OutputField() team!: 'billing' | 'sales';",
  '}',
  '```',
];
const predict = (...rest: string[]): string[] => [
  ...ticket,
  '```ts',
  "import { FakeLM } from '@sigil/testing';",
  "import { Predict } from 'sigil';",
  "import { Ticket } from './ticket.js';",
  "const predict = new Predict(Ticket, { lm: new FakeLM(['team: billing']) });",
  "const answer = await predict.run({ message: 'I was charged twice.' });",
  ...rest,
  '```',
];

it('finds no broken example in this repository', async () => {
  expect((await brokenExamples(house, repository)).map(formatFinding)).toEqual([]);
}, 120_000);

it('accepts a class with its generated file, what continues a block, and results that are as they say', async () => {
  expect(
    await found({
      'README.md': [
        ...predict('console.log(answer.team);', '// -> billing'),
        'Then:',
        '```ts',
        "answer.team === 'billing'; // -> true",
        "answer; // -> { team: 'billing' }",
        '```',
      ],
      'docs/config.md': [
        '```ts',
        '// sigil.config.ts',
        "import { defineConfig } from '@sigil/cli';",
        "export default defineConfig({ lm: 'llama' });",
        '```',
      ],
    }),
  ).toEqual([]);
});

it('names file and line of what does not compile, and of results that are not as they say', async () => {
  const findings = await found({
    'README.md': predict('answer.urgency;'),
    'docs/output.md': predict(
      "console.log(`${answer.team}`, 'team'); // -> sales team",
      'console.log(1);',
      '// -> 1',
      '// -> 2',
    ),
    'docs/more.md': predict('console.log(answer.team); // -> billing', "console.log('and more');"),
    'docs/value.md': predict('answer; // -> {', "// -> team: 'sales' }"),
    'docs/throws.md': predict('await predict.run(answer as never);', 'console.log(1); // -> 1'),
    'packages/hash/src/content-hash.ts': [
      '/**',
      ' * A name.',
      ' * @example',
      ' * ```ts',
      ' * contentHash(1).length; // -> 17',
      ' * ```',
      ' * @example',
      ' * ```ts',
      ' * contentHash(1, nobody);',
      ' * ```',
      ' */',
      'export function contentHash(value: unknown): string {',
      '  return String(value);',
      '}',
    ],
  });
  expect(findings.toSorted()).toEqual([
    expect.stringMatching(
      /^README\.md:17 does not compile: TS2339: Property 'urgency' does not exist on type /,
    ),
    "docs/more.md:17 is followed by the output 'and more', which no '// ->' tells.",
    "docs/output.md:17 prints 'billing team', and '// ->' says 'sales team'.",
    expect.stringMatching(
      /^docs\/throws\.md:12 does not run: InputError: Cannot run docs\/throws\/src\/ticket\.ts#Ticket/,
    ),
    "docs/value.md:17 has the value { team: 'billing' }, and '// ->' says another.",
    "packages/hash/src/content-hash.ts:5 has the value 18, and '// ->' says another.",
    "packages/hash/src/content-hash.ts:9 does not compile: TS2304: Cannot find name 'nobody'.",
    'packages/hash/src/content-hash.ts:9 does not compile: TS2554: Expected 1 arguments, but got 2.',
  ]);
});

it('finds a class that the generator refuses', async () => {
  const refused = ticket.map((line) => line.replace("'billing' | 'sales'", 'RegExp'));
  expect(await found({ 'README.md': refused })).toEqual([
    expect.stringMatching(/^README\.md:8 cannot be generated: SIGIL21/),
  ]);
});

it('finds a result behind something that has none', async () => {
  expect(await found({ 'README.md': ['```ts', 'const two = 1 + 1; // -> 2', '```'] })).toEqual([
    "README.md:2 has '// ->' behind something that is no expression.",
  ]);
});

import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { Project } from './project.js';

const SIGNATURES = `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './signatures.gen.js';

@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @InputField() message!: string;
  @OutputField() team!: string;
}

/** Has the fields of Ticket, and is another signature. */
@Signature()
export class Twin {
  static readonly artifact = gen.Twin;
  @InputField() message!: string;
  @OutputField() team!: string;
}

@Signature()
export class Careful extends Ticket {
  static override readonly artifact = gen.Careful;
  @OutputField() why!: string;
}
`;

const SUPPORT = `import { Module, Predict, Program } from 'sigil';
import { Careful, Ticket, Twin } from './signatures.js';
import * as gen from './support.gen.js';

@Program()
export class Inner extends Module {
  static readonly artifact = gen.Inner;
  careful = new Predict(Careful);
  async forward({ message }: { message: string }) {
    return this.careful.run({ message });
  }
}

interface Options {
  retries: number;
  next?: Options;
}

@Program()
export class Support extends Module {
  static readonly artifact = gen.Support;
  triage = new Predict(Ticket);
  steps = [new Predict(Ticket), new Predict(Twin)] as const;
  byName: Record<string, Predict<typeof Ticket>> = { first: new Predict(Ticket) };
  private hidden = new Predict(Twin);
  inner = new Inner();
  7 = new Predict(Ticket);
  '8' = new Predict(Ticket);
  ['9'] = new Predict(Ticket);
  [10] = { 2: new Predict(Twin), '1': [new Predict(Ticket)] };
  11: number | undefined;
  declare 12: Predict<typeof Twin>;
  private 13 = new Predict(Twin);
  'two words' = new Predict(Twin);
  maybe?: Date | string;
  options: Options = { retries: 3 };
  plain = { a: 1, b: [(text: string) => text] };
  seen = new Set<string>();
  again = this.triage;
  first = this.steps[0];
  declare later: Predict<typeof Twin>;
  empty: Predict<typeof Twin>[] = [];
  hiddenType: unknown = new Predict(Twin);
  get last() {
    return this.steps[1];
  }
  async forward({ message }: { message: string }) {
    const { team } = await this.triage.run({ message });
    await this.hidden.run({ message });
    return { team, length: message.length };
  }
}

@Program()
export class Longer extends Support {
  static override readonly artifact = gen.Longer;
  override triage: Predict<typeof Ticket> = new Predict(Ticket);
  more = new Predict(Twin);
  override 7 = new Predict(Ticket);
  14 = new Predict(Twin);
}
`;

const USE = `import { Module, Predict, Program } from 'sigil';
import type { Program as Runnable, RunOptions } from 'sigil';
import { Support } from './support.js';

export async function main(options: RunOptions) {
  const outputs: { team: string; length: number } = await new Support().run({ message: 'x' }, options);
  // @ts-expect-error forward takes a text
  await new Support().run({ message: 1 });
  // @ts-expect-error forward takes a message
  await new Support().run({});
  const any: Runnable = new Support();
  const typed: Runnable<{ message: string }, { team: string }> = new Support();
  return [outputs, any, typed, new Support().namedPredictors()];
}

// @ts-expect-error no generated artifact on this class: run 'sigil generate --wire'
@Program()
export class Unwired extends Module {
  forward(inputs: { text: string }) {
    return inputs;
  }
}
export const unused = Predict;
`;

const EDITS: readonly (readonly [what: string, from: string, to: string, error: string])[] = [
  ['added', '  seen =', '  added = new Predict(Twin);\n  seen =', "predictor 'added' was added"],
  ['added in a new array', '  seen =', '  all = [new Predict(Twin)];\n  seen =', "predictor 'all' was added"],
  ['added as a module', '  seen =', '  other = new Inner();\n  seen =', "predictor 'other' was added"],
  ['removed', '  inner = new Inner();\n', '', "predictor 'inner' was removed"],
  ['replaced by data', 'inner = new Inner()', 'inner = 3', "predictor 'inner' was removed"],
  [
    'given another signature of the same shape',
    'triage = new Predict(Ticket);\n  steps',
    'triage = new Predict(Twin);\n  steps',
    "predictor 'triage' uses another signature",
  ],
  [
    'given a signature that extends its own',
    'triage = new Predict(Ticket);\n  steps',
    'triage = new Predict(Careful);\n  steps',
    "predictor 'triage' uses another signature",
  ],
  [
    'given another signature in an array',
    '[new Predict(Ticket), new Predict(Twin)]',
    '[new Predict(Ticket), new Predict(Ticket)]',
    "predictor 'steps' uses another signature",
  ],
  [
    'given another signature in a nested module',
    'careful = new Predict(Careful)',
    'careful = new Predict(Twin)',
    "predictor 'inner' uses another signature",
  ],
  ['added under a number', '  seen =', '  20 = new Predict(Twin);\n  seen =', "predictor '20' was added"],
  ['removed under a number', "  '8' = new Predict(Ticket);\n", '', "predictor '8' was removed"],
  [
    'replaced by data under a number',
    "7 = new Predict(Ticket);\n  '8",
    "7 = 3;\n  '8",
    "predictor '7' was removed",
  ],
  [
    'given another signature under a number',
    "7 = new Predict(Ticket);\n  '8",
    "7 = new Predict(Twin);\n  '8",
    "predictor '7' uses another signature",
  ],
];

describe.each([
  ['tsc', 'legacy'],
  ['tsc', 'standard'],
  ['tsc6', 'legacy'],
  ['tsc6', 'standard'],
] as const)('%s with %s decorators', (compiler, kind) => {
  it('accepts programs that are as they were compiled, and types what they take and give', async () => {
    const project = new Project({
      'src/signatures.ts': SIGNATURES,
      'src/support.ts': SUPPORT,
      'src/use.ts': USE,
      'tsconfig.json': options(kind, true),
    });
    const { diagnostics } = (await project.generate()).plan;
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(['SIGIL2303 src/use.ts']);
    expect(await compile(project, compiler)).toBe('');
  }, 60_000);

  it('names each predictor that was added, removed or given another signature, at the class', async () => {
    // One project with a copy of the program for each edit: a compiler takes its time to start.
    const project = new Project({ 'src/signatures.ts': SIGNATURES, 'tsconfig.json': options(kind, false) });
    const own = (text: string, at: number): string =>
      text.replace('./support.gen.js', `./support${at}.gen.js`);
    project.write(
      Object.fromEntries(EDITS.map((_, at) => [`src/support${at}.ts`, own(SUPPORT, at)] as const)),
    );
    await project.generate();
    EDITS.forEach(([, from, to], at) => {
      expect(SUPPORT).toContain(from);
      project.write({ [`src/support${at}.ts`]: own(SUPPORT.replace(from, to), at) });
    });
    const said = (await compile(project, compiler)).split(/\n(?=src)/u);
    const found = EDITS.map(([what, , , error], at) => [
      what,
      said.some(
        (text) =>
          text.startsWith(`src/support${at}.ts`) &&
          text.includes(`"stale artifact, run 'sigil generate': ${error}"`),
      ),
    ]);
    expect(found).toEqual(EDITS.map(([what]) => [what, true]));
  }, 60_000);
});

describe('a program that is stale at run time', () => {
  it.each([true, false])('says so at first use (legacy decorators: %s)', async (legacy) => {
    const project = new Project({
      'src/signatures.ts': SIGNATURES,
      'src/support.ts': SUPPORT,
      'tsconfig.json': options(legacy ? 'legacy' : 'standard', true),
    });
    await project.generate();
    project.write({
      'src/support.ts': SUPPORT.replace('hidden = new Predict(Twin)', 'other = new Predict(Twin)').replaceAll(
        'this.hidden',
        'this.other',
      ),
    });
    const { Support } = await project.load('src/support.ts');
    await expect(new Support().run({ message: 'x' })).rejects.toThrow(
      "Cannot run src/support.ts#Support: its artifact is stale (predictor 'other' was added; predictor 'hidden' was removed). Run 'sigil generate'.",
    );
  });
});

import { describe, expect, it } from 'vitest';
import { compile, options } from './compiler.js';
import { Project, signature } from './project.js';

const MEMBERS = `
  @InputField() when!: Date;
  @InputField() tags: string[] = [];
  @InputField() scores!: Map<string, number>;
  @OutputField() team!: 'a' | 'b';
  @OutputField() due?: Date;
  @OutputField() gone?: string | null;
  @OutputField() sizes!: Set<number>;
  @OutputField() byName!: Record<string, bigint>;
  @OutputField() byKey!: Map<string, Date>;
  @OutputField() pair!: [first: string, second: Date];
  @OutputField() tree!: Tree;
  @OutputField() renamed!: {
    /** @alias shown */
    own: Date };
  @OutputField() expression!: Expression;
  /** @json */
  @OutputField() anything!: unknown;
}
interface Tree { name: string; due: Date; children: Tree[] }
type Expression = { op: 'number'; value: number } | { op: 'negate'; of: Expression };
class Unused {`;

const USE = `import { z } from 'sigil/zod';
import { TicketInput, TicketOutput } from './ticket.gen.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(..._: Equal<A, B> extends true ? [] : [expected: A, found: B]): void {}

type In = z.input<typeof TicketInput>;
type Out = z.output<typeof TicketOutput>;
type Wire = z.input<typeof TicketOutput>;

same<In['when'], string>();
same<In['tags'], string[] | undefined>();
same<In['scores'], Record<string, number>>();
same<Out['team'], 'a' | 'b'>();
same<Out['due'], Date | undefined>();
same<Out['gone'], string | null | undefined>();
same<Out['sizes'], Set<number>>();
same<Out['byName'], Record<string, bigint>>();
same<Out['byKey'], Map<string, Date>>();
same<Out['pair'][1], Date>();
same<Out['tree']['children'][number]['children'][number]['due'], Date>();
same<Extract<Out['expression'], { op: 'number' }>['value'], number>();
same<Extract<Out['expression'], { op: 'negate' }>['of']['op'], 'number' | 'negate'>();
same<Wire['due'], string | null>();
same<Wire['gone'], string | null>();
same<Wire['sizes'], number[]>();
same<Wire['byKey'][number]['key'], string>();
same<Wire['byKey'][number]['value'], string>();
same<Wire['pair']['second'], string>();
same<Wire['tree']['children'][number]['due'], string>();
same<Out['renamed'], { own: Date }>();
same<Wire['renamed'], { shown: string }>();
same<Wire['anything'], string>();

export const more = TicketOutput.extend({ note: z.string() });
same<z.output<typeof more>['team'], 'a' | 'b'>();
export const teams: readonly ('a' | 'b')[] = TicketOutput.shape.team.options;
// @ts-expect-error no such output
TicketOutput.shape.nothing;
`;

describe.each(['tsc', 'tsc6'] as const)('%s', (compiler) => {
  it('infers what the schemas of a generated file take and give', async () => {
    const project = new Project({
      'tsconfig.json': options('legacy', true),
      'src/ticket.ts': signature(MEMBERS),
      'src/use.ts': USE,
    });
    const { plan } = await project.generate();
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await compile(project, compiler)).toBe('');
  });
});

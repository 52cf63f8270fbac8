import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

/** What generated schemas make of values. */
async function schemas(members: string) {
  const project = new Project({ 'src/ticket.ts': signature(members) });
  const { plan } = await project.generate();
  expect(plan.diagnostics).toEqual([]);
  const { TicketInput, TicketOutput } = await project.load('src/ticket.gen.ts');
  const messages = (schema: typeof TicketInput, value: unknown): string[] =>
    schema.safeParse(value).error?.issues.map((issue: { message: string }) => issue.message) ?? [];
  return {
    input: (value: unknown): unknown => TicketInput.parse(value),
    output: (value: unknown): unknown => TicketOutput.parse(value),
    inputProblems: (value: unknown) => messages(TicketInput, value),
    outputProblems: (value: unknown) => messages(TicketOutput, value),
  };
}

describe('the generated schemas', () => {
  it('take an optional output that is null, and give undefined', async () => {
    const { output, outputProblems } = await schemas(`
      @OutputField() team!: string;
      @OutputField() note?: string;
      @OutputField() items?: { sku: string; size?: number }[];`);
    expect(output({ team: 'a', note: null, items: null })).toEqual({ team: 'a', note: undefined });
    expect(output({ team: 'a', note: 'b', items: [{ sku: 'c', size: null }] })).toEqual({
      team: 'a',
      note: 'b',
      items: [{ sku: 'c' }],
    });
    expect(outputProblems({ team: 'a', items: [{ sku: 'd' }] })).toEqual([
      'must be there, as null where there is nothing to say',
      'must be there, as null where there is nothing to say',
    ]);
  });

  it('keep null where null is a value', async () => {
    const { input, output, inputProblems } = await schemas(`
      @InputField() a!: string | null;
      @InputField() b?: number;
      @OutputField() c!: 'x' | null;
      @OutputField() d?: 'x' | null;`);
    expect(input({ a: null })).toEqual({ a: null });
    expect(output({ c: null, d: null })).toEqual({ c: null, d: null });
    expect(inputProblems({ a: 'a', b: null })).toHaveLength(1);
  });

  it('put defaults in the place of inputs that are absent, and of null in a reply', async () => {
    const { input, output } = await schemas(`
      @InputField() language: string = 'en';
      @InputField() tags: string[] = ['a'];
      @OutputField() sure: boolean = false;
      @OutputField() list: string[] = [];
      @OutputField() note: string | null = 'none';`);
    expect(input({})).toEqual({ language: 'en', tags: ['a'] });
    expect(output({ sure: null, list: null, note: null })).toEqual({ sure: false, list: [], note: null });
    expect(input({ language: 'de', tags: [] })).toEqual({ language: 'de', tags: [] });
  });

  it('say what a value must be in words that end a sentence', async () => {
    const { inputProblems, outputProblems } = await schemas(String.raw`
      /** @minimum 0 @maximum 1 */
      @InputField() share!: number;
      /** @asType integer */
      @InputField() count!: number;
      /** @minLength 2 @maxLength 3 @pattern ^\w+/\d$ */
      @OutputField() code!: string;`);
    expect(inputProblems({ share: 2, count: 1 })).toEqual(['must be at most 1']);
    expect(inputProblems({ share: -1, count: 1 })).toEqual(['must be at least 0']);
    expect(inputProblems({ share: 0, count: 1.5 })).toHaveLength(1);
    expect(outputProblems({ code: '' })).toEqual([
      'must have at least 2 characters',
      String.raw`must match ^\w+/\d$`,
    ]);
    expect(outputProblems({ code: 'abc/1' })).toEqual(['must have at most 3 characters']);
    expect(outputProblems({ code: 'a/1' })).toEqual([]);
  });

  it('refuse keys that nobody declared', async () => {
    const { inputProblems } = await schemas(`
      @InputField() a!: { b: string };
      @OutputField() c!: string;`);
    expect(inputProblems({ a: { b: '', x: 1 }, y: 2 })).toHaveLength(2);
  });

  it('take the literals and enum members of the class, and nothing else', async () => {
    const { outputProblems } = await schemas(`
      @OutputField() grade!: 1 | 2 | 'none';
      @OutputField() team!: 'a' | 'b';`);
    expect(outputProblems({ grade: 1, team: 'a' })).toEqual([]);
    expect(outputProblems({ grade: '1', team: 'c' })).toHaveLength(2);
  });
});

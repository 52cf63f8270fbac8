import type { Message } from '@sigil/spec';
import { format } from 'prettier';
import { adapters } from 'sigil/adapter';
import { describe, expect, it } from 'vitest';
import { apply, plan, serializeTunedFile } from '../src/index.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';

const SOURCE = `${IMPORTS}import * as gen from './ticket.gen.js';

/** Route a ticket. */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
  /** What it's about: "verbatim". */
  @InputField() message!: string;
  /** One line: it's short. */
  @OutputField() team!: 'billing' | 'sales';
  @OutputField() parts!: { name: string; price?: number }[];
}
`;
const DEMO = { message: 'Hi', team: 'billing', parts: [{ name: 'a "b"', price: 1 }] };

describe.each(adapters)('state that was tuned for $id', (adapter) => {
  it('is compiled by that adapter, and its file is fresh, also when prettier has been over it', async () => {
    const project = new Project({ 'src/ticket.ts': SOURCE });
    const spec = await project.spec();
    const tuned = tunedFor(spec, [DEMO]);
    const state = { adapter: adapter.id, demos: [DEMO] };
    const predictors = Object.fromEntries(
      Object.entries(tuned.predictors).map(([path, one]) => [path, { ...one, variants: { '*': state } }]),
    );
    project.write({ 'src/ticket.opt.json': serializeTunedFile({ ...tuned, predictors }) });
    const planned = await plan({ root: project.root, adapters });
    expect(planned.diagnostics).toEqual([]);
    await apply(planned);

    const { Ticket } = await project.load('src/ticket.gen.ts');
    expect(Ticket.template).toEqual(adapter.compile(spec, state));
    const filled: readonly Message[] = adapter.fill(Ticket.template, spec, { message: 'Hello?' });
    expect(filled.at(-1)?.content).toContain('Hello?');

    const text = project.read('src/ticket.gen.ts');
    const style = { singleQuote: true, printWidth: 110, parser: 'typescript' };
    const formatted = await format(text, style);
    expect(await format(formatted, style)).toBe(formatted);
    project.write({ 'src/ticket.gen.ts': formatted });
    const again = await plan({ root: project.root, adapters });
    expect(again.files).toMatchObject([{ path: 'src/ticket.gen.ts', status: 'fresh' }]);
  });
});

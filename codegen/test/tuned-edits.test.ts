import { fieldsToWire } from '@sigil/schema';
import type { Artifact, JsonValue, PredictorState, StandardSchema } from '@sigil/spec';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { serializeTunedFile } from '../src/index.js';
import { anyEdits, anySignature, demoOf, membersOf, type SampleSignature } from './edited-signature.js';
import { IMPORTS, Project } from './project.js';
import { tunedFor } from './tuned-for.js';

type Demo = Readonly<Record<string, JsonValue>>;

/** A signature before and after edits, demos from before, and values that the edited one takes. */
interface Story {
  readonly before: SampleSignature;
  readonly after: SampleSignature;
  readonly demos: readonly Demo[];
  readonly whole: Demo;
}

const anyStory: fc.Arbitrary<Story> = fc
  .tuple(anySignature, anyEdits)
  .map(([before, edit]) => ({ before, after: edit(before) }))
  .chain(({ before, after }) =>
    fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      demos: fc.array(demoOf(before, false), { minLength: 1, maxLength: 4 }),
      whole: demoOf(after, true),
    }),
  );

const source = (
  index: number,
  signature: SampleSignature,
): string => `${IMPORTS}import * as gen from './s${index}.gen.js';
interface Tree { name: string; inner: Tree[] }
/** ${signature.doc} */
@Signature()
export class Ticket {
  static readonly artifact = gen.Ticket;
${membersOf(signature)}
}
`;

// All stories at once: one program of the compiler reads three hundred classes as fast as three.
it('applies no state to a field that it was not tuned for, and leaves none out in silence, whatever is edited', async () => {
  const { seed = Date.now() } = fc.readConfigureGlobal() ?? {};
  const stories = fc.sample(anyStory, { numRuns: 300, seed });
  const sources = (which: 'before' | 'after') =>
    Object.fromEntries(stories.map((story, index) => [`src/s${index}.ts`, source(index, story[which])]));
  const project = new Project(sources('before'));
  const tuned: Record<string, string> = {};
  const first = await project.plan();
  expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const spec of first.signatures) {
    const index = Number(/\d+/u.exec(spec.id)?.[0]);
    tuned[`src/s${index}.opt.json`] = serializeTunedFile(tunedFor(spec, stories[index]?.demos ?? []));
  }
  project.write({ ...tuned, ...sources('after') });

  const { plan } = await project.generate();
  expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const again = await project.generate();
  expect(again.written).toEqual([]);
  for (const [file, text] of Object.entries(tuned)) expect(project.read(file)).toBe(text);

  project.write({
    'src/all.ts': stories
      .map((_, index) => `export { Ticket as t${index} } from './s${index}.gen.js';\n`)
      .join(''),
  });
  const all = await project.load('src/all.ts');
  for (const [index, story] of stories.entries()) {
    const artifact: Artifact = all[`t${index}`];
    const problems = await problemsOf(story, artifact);
    const told = {
      before: membersOf(story.before),
      after: membersOf(story.after),
      changed: artifact.optimized,
    };
    expect({ seed, story: index, problems, ...told }).toEqual({ seed, story: index, problems: [], ...told });
  }
}, 60_000);

/** The demos that a line such as `demos[0, 3..5] of "*" are not used: ..` names. */
function droppedIn(line: string): readonly number[] {
  const runs = /^demos\[([\d., ]+)\] of "\*" (?:is|are) not used: ./u.exec(line)?.[1];
  return (runs?.split(', ') ?? []).flatMap((run) => {
    const [first = Number.NaN, last = first] = run.split('..').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

/** What is wrong with what is embedded after an edit. */
async function problemsOf(story: Story, artifact: Artifact): Promise<readonly string[]> {
  const { status, changed } = artifact.optimized ?? { status: 'fresh', changed: [] };
  const state: PredictorState = artifact.states?.['']?.['*'] ?? {};
  const problems: string[] = [];
  if (state.instructions?.join() !== 'Route it well.')
    problems.push('the instructions are not those of the file');

  const dropped = new Set(changed.flatMap(droppedIn));
  const left = story.demos.filter((_, at) => !dropped.has(at));
  const embedded = state.demos ?? [];
  if (left.length !== embedded.length)
    problems.push(`${embedded.length} demos are embedded, said are ${left.length}`);

  for (const [at, demo] of embedded.entries()) {
    const original = left[at] ?? {};
    for (const [name, value] of Object.entries(demo)) {
      const was = story.before.fields.find((field) => field.name === name);
      const is = story.after.fields.find((field) => field.name === name);
      if (JSON.stringify(original[name]) !== JSON.stringify(value))
        problems.push(`'${name}' has a value of another field`);
      if (was?.direction !== is?.direction)
        problems.push(`'${name}' is on the other side, and its value is used`);
    }
    for (const name of Object.keys(original)) {
      const isSaid = changed.some(
        (line) => line.includes(`'${name}'`) && line.includes('values are left out of'),
      );
      if (!Object.hasOwn(demo, name) && !isSaid) problems.push(`values of '${name}' are left out in silence`);
    }
    problems.push(...(await misfitsOf(demo, story, artifact)));
  }
  if (status === 'fresh' && embedded.length !== story.demos.length)
    problems.push('fresh, and demos are left out');
  return problems;
}

/** The generated schemas must take each demo, with values of the edited class in the place of what it lacks. */
async function misfitsOf(
  demo: Demo,
  { whole }: Story,
  { spec, schemas }: Artifact,
): Promise<readonly string[]> {
  const side = (direction: 'in' | 'out'): Record<string, JsonValue> => {
    const fields = spec.fields.filter((field) => field.direction === direction);
    return Object.fromEntries(
      fields.flatMap(({ name }) => {
        const value = Object.hasOwn(demo, name) ? demo[name] : whole[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  };
  const outputs = spec.fields.filter((field) => field.direction === 'out');
  return [
    ...(await issuesOf(schemas().input, side('in'))),
    ...(await issuesOf(schemas().output, fieldsToWire(outputs, side('out')))),
  ];
}

async function issuesOf(schema: StandardSchema, value: unknown): Promise<readonly string[]> {
  const result = await schema['~standard'].validate(value);
  return (result.issues ?? []).map(({ message, path }) => `${JSON.stringify(path)}: ${message}`);
}

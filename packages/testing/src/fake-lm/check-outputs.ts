import { inspect } from 'node:util';
import type { Artifact, SchemaIssue } from '@sigil/spec';

/**
 * Refuses outputs that the signature would not take: types do not reach what a cast or a JSON file brings.
 *
 * @param name of the class, for the error
 * @throws TypeError that says, for each wrong field, what was found and what was wanted
 */
export function checkOutputs(
  name: string,
  artifact: Artifact,
  outputs: unknown,
): asserts outputs is Readonly<Record<string, unknown>> {
  const wanted = artifact.spec.fields
    .filter(({ direction }) => direction === 'out')
    .map((field) => field.name);
  if (!isRecord(outputs)) {
    throw new TypeError(
      `Cannot answer ${name}: got ${shown(outputs)}, wanted an object with its outputs: ${wanted.join(', ')}.`,
    );
  }
  const problems = [
    ...Object.keys(outputs)
      .filter((key) => !wanted.includes(key))
      .map((key) => `field '${key}' is no output of it, wanted ${wanted.join(', ')}`),
    ...issuesOf(artifact, outputs).map((issue) => sentence(issue, outputs)),
  ];
  if (problems.length === 0) return;
  throw new TypeError(
    `Cannot answer ${name} with these outputs: ${problems.join('; ')}. ` +
      `For a reply that breaks the signature, give its text to new FakeLM([...]).`,
  );
}

function issuesOf(artifact: Artifact, outputs: unknown): readonly SchemaIssue[] {
  const result = artifact.schemas().output['~standard'].validate(outputs);
  // Generated schemas have nothing to wait for.
  if (result instanceof Promise) throw new TypeError(`The schema of ${artifact.spec.id} answers later.`);
  return result.issues ?? [];
}

/** `field 'team': got "legal": invalid option: expected one of "billing"|"sales"` */
function sentence({ path = [], message }: SchemaIssue, outputs: unknown): string {
  const keys = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const found = keys.reduce<unknown>(
    (value, key) => (isRecord(value) ? Reflect.get(value, key) : undefined),
    outputs,
  );
  const field = keys.map((key, at) =>
    typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`,
  );
  return `field '${field.join('')}': got ${shown(found)}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

const longest = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : inspect(value, { breakLength: Infinity });
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

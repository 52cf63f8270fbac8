import { inspect } from 'node:util';
import { fieldsToWire } from '@sigil/schema';
import type { Artifact, JsonValue, SchemaIssue } from '@sigil/spec';

/**
 * Refuses outputs that the signature would not take: types do not reach what a cast or a JSON file brings.
 *
 * @param name of the class, for the error
 * @param outputs as JSON, where a value fits its type
 * @throws TypeError that says, for each wrong field, what was found and what was wanted
 */
export function checkOutputs(
  name: string,
  artifact: Artifact,
  outputs: unknown,
): asserts outputs is Readonly<Record<string, JsonValue>> {
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
    ...problemsOf(artifact, outputs),
  ];
  if (problems.length === 0) return;
  throw new TypeError(
    `Cannot answer ${name} with these outputs: ${problems.join('; ')}. ` +
      `For a reply that breaks the signature, give its text to new FakeLM([...]).`,
  );
}

function problemsOf(artifact: Artifact, outputs: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = artifact.spec.fields.filter(({ direction, name }) => direction === 'out' && name in outputs);
  // The schema reads what a model writes. Names that it does not know are told above.
  const wire = fieldsToWire(
    artifact.spec.fields,
    Object.fromEntries(fields.map(({ name }) => [name, outputs[name]])),
  );
  return issuesOf(artifact, wire).map((issue) => sentence(issue, wire));
}

function issuesOf(artifact: Artifact, wire: unknown): readonly SchemaIssue[] {
  const result = artifact.schemas().output['~standard'].validate(wire);
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

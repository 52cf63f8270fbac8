import {
  MissingArtifactError,
  StaleArtifactError,
  type Artifact,
  type FieldSpec,
  type SignatureClass,
} from '@sigil/spec';
import { recordedFields } from '../decorate/metadata.js';

const checked = new WeakMap<SignatureClass, Artifact>();

/**
 * The artifact of a signature class, after a check that names and directions of all fields are those of the class.
 * Types, constraints and docs are checked by `sigil check` and, in part, by the compiler.
 *
 * @throws MissingArtifactError, StaleArtifactError
 */
export function readArtifact(signature: SignatureClass): Artifact {
  const known = checked.get(signature);
  if (known !== undefined) return known;
  // Read here and not in the decorator: class decorators run before static members exist.
  const artifact: unknown = Reflect.get(signature, 'artifact');
  if (artifact === undefined || artifact === null) throw new MissingArtifactError(signature.name);
  if (!isArtifact(artifact)) {
    throw new StaleArtifactError(signature.name, [
      "the static member 'artifact' is not one of this version of Sigil",
    ]);
  }
  const differences = compare(recordedFields(signature), artifact.spec.fields);
  if (differences.length > 0) throw new StaleArtifactError(artifact.spec.id, differences);
  checked.set(signature, artifact);
  return artifact;
}

function isArtifact(value: unknown): value is Artifact {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'spec' in value
  );
}

function compare(inClass: ReadonlyMap<string, 'in' | 'out'>, inArtifact: readonly FieldSpec[]): string[] {
  const word = { in: 'input', out: 'output' } as const;
  const compiled = new Map(inArtifact.map((field) => [field.name, field.direction]));
  const differences: string[] = [];
  for (const [name, direction] of inClass) {
    const before = compiled.get(name);
    if (before === undefined) differences.push(`${word[direction]} '${name}' was added`);
    else if (before !== direction)
      differences.push(`'${name}' was an ${word[before]} and is an ${word[direction]}`);
  }
  for (const [name, direction] of compiled) {
    if (!inClass.has(name)) differences.push(`${word[direction]} '${name}' was removed`);
  }
  return differences;
}

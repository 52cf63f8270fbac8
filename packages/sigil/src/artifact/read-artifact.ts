import { MissingArtifactError, StaleArtifactError, type Artifact, type SignatureClass } from '@sigil/spec';
import { isRecordedSignature, recordedFields } from '../decorate/metadata.js';
import { compareFields } from './compare-fields.js';

const checked = new WeakMap<SignatureClass, Artifact>();

/**
 * The artifact of a signature class, after a check that names and directions of all fields are those of the class.
 * Types, constraints and docs are checked by `sigil check` and, in part, by the compiler.
 *
 * @throws MissingArtifactError, StaleArtifactError
 * @example
 * ```ts
 * readArtifact(Ticket).spec.fields.map((field) => field.name); // -> ['message', 'team']
 * ```
 */
export function readArtifact(signature: SignatureClass): Artifact {
  const known = checked.get(signature);
  if (known !== undefined) return known;
  // Read here and not in the decorator: class decorators run before static members exist.
  // A signature that extends another one is a signature of its own: its base's artifact has other instructions.
  const isBare = isRecordedSignature(signature) && !Object.hasOwn(signature, 'artifact');
  const artifact: unknown = isBare ? undefined : Reflect.get(signature, 'artifact');
  if (artifact === undefined || artifact === null) throw new MissingArtifactError(signature.name);
  if (!isArtifact(artifact)) {
    throw new StaleArtifactError(signature.name, [
      "the static member 'artifact' is not one of this version of Sigil",
    ]);
  }
  const differences = compareFields(recordedFields(signature), artifact.spec.fields);
  if (differences.length > 0) throw new StaleArtifactError(artifact.spec.id, differences);
  checked.set(signature, artifact);
  return artifact;
}

function isArtifact(value: unknown): value is Artifact {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'spec' in value
  );
}

import { MissingArtifactError, type Artifact, type SignatureClass } from '@sigil/spec';

/**
 * Outputs as a model would write them: one `name: value` line per output, in the order of the signature. A string
 * stands as it is, anything else as JSON; an absent optional output has no line.
 *
 * @param outputs the output values by name
 * @throws MissingArtifactError for a class without a generated artifact
 * @throws TypeError for outputs that are not an object
 */
export function answerText(signature: SignatureClass, outputs: unknown): string {
  const fields = artifactOf(signature).spec.fields;
  if (!isRecord(outputs))
    throw new TypeError(`Cannot answer ${signature.name}: got ${String(outputs)}, expected its outputs.`);
  return fields
    .filter((field) => field.direction === 'out' && outputs[field.name] !== undefined)
    .map((field) => `${field.name}: ${valueText(outputs[field.name])}`)
    .join('\n');
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function artifactOf(signature: SignatureClass): Artifact {
  if ('artifact' in signature && isArtifact(signature.artifact)) return signature.artifact;
  throw new MissingArtifactError(signature.name);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isArtifact(value: unknown): value is Artifact {
  return typeof value === 'object' && value !== null && 'spec' in value;
}

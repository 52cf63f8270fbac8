import { MissingArtifactError, type Artifact, type SignatureClass } from '@sigil/spec';
import { checkOutputs } from './check-outputs.js';

/**
 * Outputs as a model would write them: one `name: value` line per output, in the order of the signature. A string
 * stands as it is, anything else as JSON; an absent optional output has no line.
 *
 * @param outputs the output values by name
 * @throws MissingArtifactError for a class without a generated artifact
 * @throws TypeError for outputs that the signature would not take, with the field
 */
export function answerText(signature: SignatureClass, outputs: unknown): string {
  const artifact = artifactOf(signature);
  checkOutputs(signature.name, artifact, outputs);
  return artifact.spec.fields
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

function isArtifact(value: unknown): value is Artifact {
  return typeof value === 'object' && value !== null && 'spec' in value;
}

import { fieldsToJson, isPlainText, toPrompt } from '@sigil/schema';
import {
  MissingArtifactError,
  type Artifact,
  type FieldSpec,
  type JsonValue,
  type SignatureClass,
} from '@sigil/spec';
import { checkOutputs } from './check-outputs.js';

/**
 * Outputs as a model would write them: one `name: value` line per output, in the order of the signature, under the
 * names that the model sees. A string stands as it is where it reads back so, anything else as JSON: dates as ISO 8601,
 * sets and tuples as lists, maps as objects. An absent optional output has no line.
 *
 * @param outputs the output values by name, as the program has them
 * @throws MissingArtifactError for a class without a generated artifact
 * @throws TypeError for outputs that the signature would not take, with the field
 */
export function answerText(signature: SignatureClass, outputs: unknown): string {
  const { spec, ...artifact } = artifactOf(signature);
  const fields = spec.fields.filter((field) => field.direction === 'out');
  const json = isRecord(outputs) ? fieldsToJson(fields, outputs) : outputs;
  checkOutputs(signature.name, { spec, ...artifact }, json);
  return fields.flatMap((field) => line(field, json[field.name])).join('\n');
}

function line(field: FieldSpec, value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  const shown = toPrompt(field.type, value);
  const isPlain = typeof shown === 'string' && isPlainText(field, shown);
  return [`${field.alias ?? field.name}: ${isPlain ? shown : JSON.stringify(shown)}`];
}

function artifactOf(signature: SignatureClass): Artifact {
  if ('artifact' in signature && isArtifact(signature.artifact)) return signature.artifact;
  throw new MissingArtifactError(signature.name);
}

function isArtifact(value: unknown): value is Artifact {
  return typeof value === 'object' && value !== null && 'spec' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

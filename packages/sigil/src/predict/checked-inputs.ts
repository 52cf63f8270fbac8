import { fieldsToJson } from '@sigil/schema';
import { InputError, type Artifact, type JsonValue } from '@sigil/spec';
import { validate } from './validate.js';

/**
 * The inputs of a call as JSON, with defaults.
 *
 * @throws InputError with everything that is wrong
 */
export async function checkedInputs(
  artifact: Artifact,
  inputs: unknown,
): Promise<Readonly<Record<string, JsonValue>>> {
  // The schema reads JSON, where the caller has dates, sets and maps.
  const checked = await validate(
    artifact.schemas().input,
    inputsToJson(artifact, inputs),
    artifact.spec.fields,
  );
  if ('problems' in checked) throw new InputError(artifact.spec.id, checked.problems);
  return fieldsToJson(artifact.spec.fields, checked.values);
}

function inputsToJson(artifact: Artifact, inputs: unknown): unknown {
  if (typeof inputs !== 'object' || inputs === null) return inputs;
  try {
    return fieldsToJson(artifact.spec.fields, { ...inputs });
  } catch (error) {
    if (error instanceof TypeError) throw new InputError(artifact.spec.id, problemsOf(artifact, inputs));
    throw error;
  }
}

/** Which of the inputs cannot be written as JSON. */
function problemsOf(artifact: Artifact, inputs: object): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]: [string, unknown]) => {
    try {
      fieldsToJson(artifact.spec.fields, Object.fromEntries([[name, value]]));
      return [];
    } catch (error) {
      return error instanceof TypeError ? [`field '${name}': ${error.message.replace(/\.$/u, '')}`] : [];
    }
  });
}

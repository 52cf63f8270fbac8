import { UsageError, type Artifact, type PredictorState, type PromptTemplate } from '@sigil/spec';
import { adapterById } from 'sigil/adapter';

/** The artifact of a signature, out of what a command opened. */
export function signatureArtifact(target: unknown, id: string): Artifact {
  if (isArtifact(target)) return target;
  throw new UsageError(
    `Cannot eject ${id}: it is a program of several calls, wanted a signature. Eject its signatures one by one.`,
  );
}

function isArtifact(target: unknown): target is Artifact {
  return typeof target === 'object' && target !== null && Reflect.get(target, 'kind') === 'signature';
}

/**
 * The prompt of a state, as a prediction would send it.
 *
 * @param isCommitted the state is the one that the artifact's own template was compiled for
 * @throws UsageError for an adapter whose answer takes two calls
 */
export function chosenPrompt(
  artifact: Artifact,
  state: PredictorState,
  isCommitted: boolean,
): PromptTemplate {
  const { spec, template } = artifact;
  const adapter = adapterById(state.adapter ?? (isCommitted ? template.adapter : 'chat/1'));
  if (adapter.extraction !== undefined) {
    throw new UsageError(
      `Cannot eject ${spec.id} with the adapter ${adapter.id}: it takes two calls. Name another one with --adapter.`,
    );
  }
  return isCommitted && template.adapter === adapter.id ? template : adapter.compile(spec, state);
}

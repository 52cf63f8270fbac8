import type { Adapter, Artifact, PredictorState, PromptTemplate } from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import { adapterById } from '../adapter/adapter-by-id.js';
import { noteStaleState } from '../artifact/note-stale-state.js';
import { variantFor } from '../artifact/variant-for.js';
import type { OnStale } from '../context/on-stale.js';

/** What a call sends: the compiled prompt, the adapter that reads the reply, and the name of both. */
export interface Chosen {
  readonly adapter: Adapter;
  readonly template: PromptTemplate;
  /** Content hash of the spec and the state. */
  readonly hash: string;
}

/**
 * The state that a call uses: the one it was given, else the artifact's for this model, else the artifact's for every
 * model. The artifact's own template serves the last; others are compiled on first use and kept with their state.
 */
export class StateChooser {
  readonly #artifact: Artifact;
  readonly #given: Adapter | undefined;
  readonly #compiled = new WeakMap<PredictorState, Chosen>();

  /** @param adapter the predictor's own, in the place of the one that a state names */
  constructor(artifact: Artifact, adapter: Adapter | undefined) {
    this.#artifact = artifact;
    this.#given = adapter;
  }

  /**
   * @param given the state that the run was given; `undefined` to look into the artifact
   * @param model id of the model that will be called
   * @param template the prompt of the given state, where it was compiled before
   * @param onStale what to do where the artifact's state was tuned for another shape
   * @throws UsageError for an adapter that this version does not have, StaleStateError
   */
  choose(
    given: PredictorState | undefined,
    model: string | undefined,
    onStale?: OnStale,
    template?: PromptTemplate,
  ): Chosen {
    const committed = variantFor(this.#artifact.states?.[''] ?? {}, model);
    const state = given ?? committed?.state ?? BARE;
    if (given === undefined && state !== BARE)
      noteStaleState(this.#artifact.spec.id, this.#artifact.optimized, onStale);
    const known = this.#compiled.get(state);
    if (known !== undefined) return known;
    const isForAll = given === undefined && committed?.isOwn !== true;
    const chosen = this.#compile(state, isForAll ? this.#artifact.template : template);
    this.#compiled.set(state, chosen);
    return chosen;
  }

  #compile(state: PredictorState, stored: PromptTemplate | undefined): Chosen {
    const { spec } = this.#artifact;
    const adapter = this.#given ?? adapterById(state.adapter ?? stored?.adapter ?? 'chat/1');
    return {
      adapter,
      template: stored?.adapter === adapter.id ? stored : adapter.compile(spec, state),
      hash: contentHash({ spec, state }),
    };
  }
}

/** The state of a signature that nobody has tuned. */
const BARE: PredictorState = Object.freeze({});

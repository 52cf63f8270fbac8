import type { Adapter, Artifact, PredictorState, PromptTemplate } from '@sigil/spec';
import { contentHash } from '@sigil/hash';
import { adapterById } from '../adapter/adapter-by-id.js';
import { checkAdapter } from '../adapter/check-adapter.js';
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

/** What a call says of its state and its adapter. */
export interface Wanted {
  /** The state that the run was given; undefined to look into the artifact. */
  readonly state: PredictorState | undefined;
  /** The prompt of the given state, where it was compiled before. */
  readonly template: PromptTemplate | undefined;
  /** In the place of what the state names. */
  readonly adapter: Adapter | undefined;
  /** Where the state names none. */
  readonly fallbackAdapter: Adapter | undefined;
  /** What to do where the artifact's state was tuned for another shape. */
  readonly onStale: OnStale | undefined;
}

/**
 * The state that a call uses: the one it was given, else the artifact's for this model, else the artifact's for every
 * model. The artifact's own template serves the last; others are compiled on first use and kept with their state.
 */
export class StateChooser {
  readonly #artifact: Artifact;
  readonly #compiled = new WeakMap<PredictorState, Map<Adapter | undefined, Chosen>>();

  constructor(artifact: Artifact) {
    this.#artifact = artifact;
  }

  /**
   * @param model id of the model that will be called
   * @throws UsageError for an adapter that this version does not have, StaleStateError
   */
  choose(wanted: Wanted, model: string | undefined): Chosen {
    const committed = variantFor(this.#artifact.states?.[''] ?? {}, model);
    const state = wanted.state ?? committed?.state ?? BARE;
    if (wanted.state === undefined && state !== BARE)
      noteStaleState(this.#artifact.spec.id, this.#artifact.optimized, wanted.onStale);
    const adapter = wanted.adapter ?? (state.adapter === undefined ? wanted.fallbackAdapter : undefined);
    const byAdapter = this.#compiled.get(state) ?? new Map<Adapter | undefined, Chosen>();
    this.#compiled.set(state, byAdapter);
    const known = byAdapter.get(adapter);
    if (known !== undefined) return known;
    const isForAll = wanted.state === undefined && committed?.isOwn !== true;
    const chosen = this.#compile(state, isForAll ? this.#artifact.template : wanted.template, adapter);
    byAdapter.set(adapter, chosen);
    return chosen;
  }

  #compile(state: PredictorState, stored: PromptTemplate | undefined, given: Adapter | undefined): Chosen {
    const { spec } = this.#artifact;
    const adapter =
      given === undefined ? adapterById(state.adapter ?? stored?.adapter ?? 'chat/1') : checkAdapter(given);
    return {
      adapter,
      template: stored?.adapter === adapter.id ? stored : adapter.compile(spec, state),
      hash: contentHash({ spec, state }),
    };
  }
}

/** The state of a signature that nobody has tuned. */
const BARE: PredictorState = Object.freeze({});

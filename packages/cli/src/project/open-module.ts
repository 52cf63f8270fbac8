import { rowFields } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
import {
  type PlannedRequest,
  SigilError,
  UsageError,
  type Prediction,
  type Program,
  type ProgramArtifact,
  type ProgramState,
  type RunOptions,
} from '@sigil/spec';
import type { SigilConfig } from '../config/sigil-config.js';
import type { Runnable } from './runnable.js';

/** A class with `@Program()` and its artifact. */
export type ProgramClass = (new () => object) & { readonly artifact: ProgramArtifact };

export function isProgramClass(found: unknown): found is ProgramClass {
  const artifact: unknown = typeof found === 'function' ? Reflect.get(found, 'artifact') : undefined;
  return typeof artifact === 'object' && artifact !== null && Reflect.get(artifact, 'kind') === 'program';
}

/**
 * Makes a program run: one instance, which serves all rows.
 *
 * @param id of the class, for errors
 * @throws UsageError for a class whose constructor wants arguments or throws, whose `forward` takes nobody knows what,
 *   or which is of another version of `sigil`; MissingArtifactError, StaleArtifactError
 */
export function openModule(type: ProgramClass, id: string, { settings, maxReasks }: SigilConfig): Runnable {
  const { needs = [] } = type.artifact;
  if (needs.length > 0) {
    const each = needs.map((name) => `'${name}'`).join(', ');
    throw new UsageError(
      `Cannot run ${id} from the command line: its constructor wants ${each}. ` +
        `Give each a default ('${needs[0]} = ..'), or write a class that extends it with a constructor that wants nothing.`,
    );
  }
  const instance = build(type, id);
  if (!isModule(instance)) {
    throw new UsageError(
      `Cannot run ${id}: the package 'sigil' of this project is of another version. Update it.`,
    );
  }
  const { states = {} } = type.artifact;
  const signatures = instance.namedPredictors();
  return {
    program: {
      run: (inputs, options = {}) =>
        instance.run(inputs, { maxReasks, ...options, settings: { ...settings, ...options.settings } }),
      namedPredictors: () => signatures,
      '~compiled': instance['~compiled'],
    },
    target: instance,
    fields: rowFields(instance),
    signatures,
    committedState: (model) => instance.committedState(model),
    hasOwnVariant: (model) => Object.values(states).some((variants) => Object.hasOwn(variants, model)),
    hashWith: (state) => contentHash({ id, signatures: Object.fromEntries(signatures), state }),
    async requests(at, inputs, options, answer) {
      if (at !== undefined) return instance['~requests'](at, inputs, { settings, ...options }, answer);
      throw new UsageError(
        `Cannot render ${id}: it is a program of several prompts. Name one with --path: ` +
          `${[...signatures.keys()].join(', ')}.`,
      );
    },
  };
}

function build(type: ProgramClass, id: string): object {
  try {
    return new type();
  } catch (cause) {
    if (SigilError.isInstance(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot run ${id}: its constructor threw: ${why}`, { cause });
  }
}

/** What is used of a `Module`. */
interface RunnableModule extends Program<object, Prediction> {
  committedState(model: string): ProgramState;
  '~requests'(
    path: string,
    inputs: object,
    options: RunOptions,
    answer: string,
  ): Promise<readonly PlannedRequest[]>;
}

function isModule(instance: object): instance is RunnableModule {
  return ['run', 'namedPredictors', 'committedState', '~requests'].every(
    (name) => typeof Reflect.get(instance, name) === 'function',
  );
}

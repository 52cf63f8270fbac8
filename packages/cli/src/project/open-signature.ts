import { contentHash } from '@sigil/hash';
import {
  type PlannedRequest,
  UsageError,
  type Artifact,
  type CallSettings,
  type Prediction,
  type Program,
  type RunOptions,
} from '@sigil/spec';
import type { SigilConfig } from '../config/sigil-config.js';
import type { Exports } from './import-user-code.js';
import { stateFor } from './state-for.js';
import type { Runnable } from './runnable.js';

/**
 * Makes a signature class run: in a `Predict` of the project's own copy of `sigil`.
 *
 * @param id of the class, for errors
 * @throws UsageError where that is of another version; MissingArtifactError, StaleArtifactError
 */
export function openSignature(signature: unknown, id: string, sigil: Exports, config: SigilConfig): Runnable {
  if (!hasPredict(sigil)) {
    throw new UsageError(
      `Cannot run ${id}: the package 'sigil' of this project is of another version. Update it.`,
    );
  }
  const { settings, maxReasks } = config;
  const program = new sigil.Predict(signature, {
    ...(settings === undefined ? {} : { settings }),
    ...(maxReasks === undefined ? {} : { maxReasks }),
  });
  const { artifact } = program;
  const { spec, states = {} } = artifact;
  return {
    program,
    target: artifact,
    fields: spec.fields,
    signatures: new Map([['', spec]]),
    committedState: (model) => stateFor(states, model),
    hasOwnVariant: (model) => Object.hasOwn(states[''] ?? {}, model),
    hashWith: (state) => contentHash({ spec, state: state[''] ?? {} }),
    async requests(at, inputs, options, answer) {
      if (at === undefined || at === '') return program['~requests'](inputs, options, answer);
      throw new UsageError(
        `Cannot render '${at}' of ${spec.id}: it is a signature, which has one prompt. Leave --path out.`,
      );
    },
  };
}

interface PredictOptions {
  readonly settings?: CallSettings;
  readonly maxReasks?: number;
}

/** What is used of a `Predict`. */
interface RunnableSignature extends Program<object, Prediction> {
  readonly artifact: Artifact;
  '~requests'(inputs: object, options: RunOptions, answer: string): Promise<readonly PlannedRequest[]>;
}

interface SigilPackage {
  readonly Predict: new (signature: unknown, options: PredictOptions) => RunnableSignature;
}

function hasPredict(exports: Exports): exports is Exports & SigilPackage {
  const { Predict: predict } = exports;
  return typeof predict === 'function' && '~requests' in Object(predict.prototype);
}

// What users write.
export { Signature, type SignatureDecorator } from './decorate/signature.js';
export { InputField, OutputField, type FieldDecorator } from './decorate/field.js';
export { Predict, type PredictOptions } from './predict/predict.js';
export { PredictionStream, type Reported } from './stream/prediction-stream.js';
export { ProgramStream } from './stream/program-stream.js';
export { Module } from './module/module.js';
export { Program, type ProgramDecorator } from './module/program.js';
export { report } from './predict/report.js';
export { configure } from './context/configure.js';
export { withContext } from './context/with-context.js';
export type { Context } from './context/context.js';
export type { OnStale } from './context/on-stale.js';
export type {
  CallReport,
  Coercion,
  InputOf,
  LanguageModel,
  Metric,
  OutputOf,
  PartialOf,
  RunEvent,
  RunOptions,
  Score,
} from '@sigil/spec';

// What users catch.
export {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  ConstraintError,
  DecoratorError,
  IncompleteReplyError,
  InputError,
  InvalidRequestError,
  InvalidResponseError,
  LanguageModelError,
  MissingArtifactError,
  MissingKeyError,
  MissingModelError,
  ParseError,
  RateLimitError,
  ReplyError,
  ServerError,
  SigilError,
  StaleArtifactError,
  StaleStateError,
  StreamResetError,
  UsageError,
} from '@sigil/spec';

// What generated files and other libraries use.
export { readArtifact } from './artifact/read-artifact.js';
export { variantFor, type Variant } from './artifact/variant-for.js';
export type {
  Artifact,
  Message,
  PredictorState,
  ProgramArtifact,
  ProgramState,
  SignatureSpec,
  TraceStep,
  WithObjects,
} from '@sigil/spec';
export type { int } from './decorate/int.js';

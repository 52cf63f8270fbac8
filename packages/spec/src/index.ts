// What users meet.
export type { Artifact, OptimizedStatus, SignatureTypes } from './artifact.js';
export type {
  PredictorSpec,
  ProgramArtifact,
  ProgramSpec,
  ProgramStatus,
  ProgramTypes,
  TemplateVariants,
} from './program-artifact.js';
export type { FreshProgram, ModuleLike, PredictorLike } from './program-class.js';
export type { AnyClass, InputOf, OutputOf, PartialOf, Ready, SignatureClass } from './signature-class.js';
export type { Fresh } from './fresh/fresh.js';
export type { WithObjects } from './with-objects.js';
export type { Example } from './example.js';
export type { Prediction } from './prediction.js';
export type { Metric } from './metric.js';
export type { Score } from './score.js';
export type { CallReport, Attempt } from './call-report.js';
export type { Coercion } from './coercion.js';
export type { Program, RunOptions } from './program.js';
export type { CallPlace, PartialEvent, ResetEvent, RunEvent, StatusEvent } from './run-event.js';
export type { TraceStep } from './trace.js';

// What the compiler and the adapters share.
export type { Constraints, TextFormat } from './constraints.js';
export type { Direction, FieldSpec } from './field-spec.js';
export type { JsonObject, JsonValue } from './json.js';
export type {
  PromptTemplate,
  TemplateMessage,
  TemplatePart,
  TemplateSchema,
  TemplateSlot,
} from './prompt-template.js';
export type { SignatureSpec } from './signature-spec.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.js';
export type {
  ArrayType,
  BigIntType,
  BooleanType,
  DateType,
  EnumMember,
  EnumType,
  JsonType,
  MapType,
  NullableType,
  NumberType,
  ObjectType,
  PropertySpec,
  RecursiveType,
  ReferenceType,
  SetType,
  StreamMode,
  StringType,
  TemplateHole,
  TemplateType,
  TupleItem,
  TupleType,
  UnionType,
  ValueType,
} from './value-type.js';
export type { Adapter, Extraction, FillOptions, ParsedReply, PartialReply } from './adapter.js';

// What models and middleware share.
export type { Capabilities } from './capabilities.js';
export type { LanguageModel } from './language-model.js';
export type { PlannedRequest } from './planned-request.js';
export type { CallSettings, LMCall, PreparedCall, ResponseFormat } from './lm-call.js';
export type { FinishReason, LMReply, Usage } from './lm-reply.js';
export type { Message } from './message.js';
export type { StreamPart } from './stream-part.js';

// What evaluation and optimizers share.
export type { Confirmation, Evidence, ScoreSummary } from './evidence.js';
export type { Executor, ExecutorRunOptions, Rollout, RolloutReply } from './executor.js';
export type { JournalEvent } from './journal-event.js';
export type { Outcome } from './outcome.js';
export type { Demo, PredictorState, ProgramState, StateVariants } from './predictor-state.js';
export type { FieldBasis, StateBasis, TunedFile, TunedPredictor } from './tuned-file.js';

// Errors.
export { SigilError } from './errors/sigil-error.js';
export { UnsupportedDialectError } from './errors/unsupported-dialect-error.js';
export { DecoratorError } from './errors/decorator-error.js';
export { MissingArtifactError } from './errors/missing-artifact-error.js';
export { StaleArtifactError } from './errors/stale-artifact-error.js';
export { StreamResetError } from './errors/stream-reset-error.js';
export { StaleStateError } from './errors/stale-state-error.js';
export { MissingModelError } from './errors/missing-model-error.js';
export { InputError } from './errors/input-error.js';
export { ReplyError } from './errors/reply-error.js';
export { ParseError } from './errors/parse-error.js';
export { ConstraintError } from './errors/constraint-error.js';
export type { ValueIssue } from './errors/value-issue.js';
export { IncompleteReplyError } from './errors/incomplete-reply-error.js';
export { LanguageModelError } from './errors/language-model-error.js';
export { AbortedError } from './errors/aborted-error.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { InvalidRequestError } from './errors/invalid-request-error.js';
export { InvalidResponseError } from './errors/invalid-response-error.js';
export { MissingKeyError } from './errors/missing-key-error.js';
export { RateLimitError } from './errors/rate-limit-error.js';
export { ServerError } from './errors/server-error.js';
export { WeightsError } from './errors/weights-error.js';
export { CacheError } from './errors/cache-error.js';
export { DatasetError } from './errors/dataset-error.js';
export type { RowProblem } from './errors/dataset-error.js';
export type { RowPlace } from './errors/row-place.js';
export { MetricError } from './errors/metric-error.js';
export { ProgramError } from './errors/program-error.js';
export { TunedFileError } from './errors/tuned-file-error.js';
export { UsageError } from './errors/usage-error.js';

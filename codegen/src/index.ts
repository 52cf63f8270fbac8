// What the command line needs.
export { apply, type Applied } from './write/apply.js';
export type { CompileOptions } from './compile-options.js';
export type { Diagnostic, RelatedPlace } from './rules/diagnostic.js';
export { formatDiagnostics, type FormatOptions } from './rules/format-diagnostics.js';
export { ParsedFiles } from './read/parsed-files.js';
export { plan, type Plan, type PlanInputs } from './plan.js';
export type { PlannedFile } from './write/planned-file.js';
export type { TunedWarning } from './state/tuned-warning.js';
export type { WireEdit } from './write/wire.js';

// Types and signatures from a text, for tools and tests.
export { readSignature } from './read-signature.js';
export { readType } from './read-type.js';
export { SourceError } from './rules/source-error.js';

// Tuned files.
export { acceptTuned, type EditedTuned, type SuspectedRename } from './state/accept-tuned.js';
export { basisOf } from './state/basis.js';
export { migratePredictors } from './state/migrate-predictors.js';
export { migrateTuned } from './state/migrate-tuned.js';
export type { Rename } from './state/rename.js';
export { migrateCommand, type LostPredictor } from './state/moved-predictors.js';
export { moveTuned } from './state/move-tuned.js';
export { parseTunedFile } from './state/parse-tuned-file.js';
export { readTunedFile } from './state/read-tuned-file.js';
export { serializeTunedFile } from './state/serialize-tuned-file.js';
export type { InnerStates } from './state/inner-states.js';
export { listTunedFiles } from './state/list-tuned-files.js';
export { usableState, type UsableState } from './state/usable-state.js';
export { tunedFileNames } from './sources/source-paths.js';
export { tunedFilePath } from './state/tuned-file-path.js';

export type { Diagnostic } from './diagnostic.js';
export { formatDiagnostics, type FormatOptions } from './format-diagnostics.js';

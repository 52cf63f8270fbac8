export { parseValue, type ParsedValue, type ParseOptions } from './parse-value.js';
export type { OnLoss } from './fit/fitting.js';
export { partialParser, type PartialParser } from './partial-parser.js';

/** The name of a function of ejected files. */
export type FunctionName =
  | 'shown'
  | 'isNothing'
  | 'isJson'
  | 'json'
  | 'plain'
  | 'RESERVED'
  | 'object'
  | 'byTag'
  | 'byKind'
  | 'list'
  | 'set'
  | 'tuple'
  | 'items'
  | 'entries'
  | 'pairs'
  | 'record'
  | 'map'
  | 'numberKey'
  | 'optional'
  | 'absent'
  | 'withDefault'
  | 'nullable'
  | 'oneOf'
  | 'named'
  | 'instant'
  | 'day'
  | 'isDay'
  | 'integerText'
  | 'truth'
  | 'anything'
  | 'jsonText'
  | 'text'
  | 'number'
  | 'isMultiple'
  | 'fromJson'
  | 'fail';

/** A small function that an ejected file may need. */
export interface ShippedFunction {
  readonly text: string;
  readonly needs?: readonly FunctionName[];
}

import type { ts } from '../ts-morph.js';
import type { Place } from '../../declaration/place.js';
import type { ClassKinds } from './class-kind.js';
import type { PredictorMentions } from './mentions-predictor.js';
import type { SignatureFinder } from './signature-of.js';

/** What readers of programs share. */
export interface ProgramReader {
  readonly checker: ts.TypeChecker;
  readonly kinds: ClassKinds;
  readonly mentions: PredictorMentions;
  readonly signatureOf: SignatureFinder;
  at(node: ts.Node): Place;
  /** The id that a class has as a program; undefined for one without `@Program()`. */
  programIdOf(node: ts.ClassLikeDeclaration): string | undefined;
  /** Told about every class that the result depends on. */
  onVisit(node: ts.Node): void;
}

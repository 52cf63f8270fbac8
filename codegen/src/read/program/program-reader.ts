import type { ts } from '../ts-morph.js';
import type { Unseen } from '../../declaration/program-declaration.js';
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
  /** Reads a module that stands in a property: the way back from values to modules. */
  readModule(
    node: ts.ClassLikeDeclaration,
    path: string,
    within: readonly ts.ClassLikeDeclaration[],
    findings: ProgramFindings,
  ): void;
  /** Told about every class that the result depends on. */
  onVisit(node: ts.Node): void;
}

/** What is found on the way through a program. */
export interface ProgramFindings {
  readonly predictors: FoundPredictor[];
  readonly unseen: Unseen[];
}

/** A predictor by its path. */
export interface FoundPredictor {
  readonly path: string;
  readonly signature: string;
  readonly bases: readonly string[];
}

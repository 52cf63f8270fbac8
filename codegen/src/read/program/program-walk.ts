import type { ts } from '../ts-morph.js';
import type { HoldingModule, Unseen } from '../../declaration/program-declaration.js';
import type { ProgramReader } from './program-reader.js';

/** Where a walk through a program is, and what it found so far. */
export interface ProgramWalk {
  readonly reader: ProgramReader;
  readonly findings: ProgramFindings;
  /** Of what is looked at, in the program. */
  readonly path: string;
  /** The modules that lead here, the outermost first. */
  readonly within: readonly WalkedModule[];
  /** Reads a module that stands in a property: the way back from values to modules. */
  readModule(node: ts.ClassLikeDeclaration, walk: ProgramWalk): void;
}

/** A module that a walk is in. */
export interface WalkedModule {
  readonly node: ts.ClassLikeDeclaration;
  readonly path: string;
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
  readonly modules: readonly HoldingModule[];
}

/** Notes something that keeps the compiler from knowing a predictor. */
export function noteUnseen(
  { findings, reader, path }: ProgramWalk,
  node: ts.Node,
  found: string,
  hint: string,
  at = path,
): void {
  findings.unseen.push({ place: reader.at(node), at, found, hint });
}

/** The programs around a predictor, without the outermost, each with the path of the predictor in it. */
export function modulesAround({ within, path, reader }: ProgramWalk): readonly HoldingModule[] {
  return within.slice(1).flatMap(({ node, path: start }) => {
    const id = reader.programIdOf(node);
    return id === undefined ? [] : [{ id, path: path.slice(start.length).replace(/^\./u, '') }];
  });
}

import type { Direction } from '@sigil/spec';
import type { ArtifactMember } from './artifact-member.js';
import type { DecoratorUse } from './class-declaration.js';
import type { Place } from './place.js';
import type { TypeTree } from './type-tree.js';

/** A class with `@Program()`, as it is written. Nothing is judged yet. */
export interface ProgramDeclaration {
  /** Absent for a class without a name. */
  readonly name?: string;
  /** Of the name, or of the word `class`. */
  readonly place: Place;
  readonly isExpression: boolean;
  /** Uses of `@Program`; at least one. */
  readonly decorators: readonly Omit<DecoratorUse, 'name'>[];
  /** Why its base classes do not lead to `Module`. */
  readonly baseProblem?: Unseen;
  /** Parameters of the constructor without which no instance can be built. */
  readonly needs: readonly string[];
  /** In the order in which a walk of an instance finds them. */
  readonly predictors: readonly PredictorDeclaration[];
  /** Public members whose types name predictors that are not theirs, or may. */
  readonly others: readonly string[];
  /** Predictors that cannot be told from the source. */
  readonly unseen: readonly Unseen[];
  /** What `forward` takes; absent where the source does not tell. */
  readonly takes?: ForwardSide;
  /** What it gives; the same. */
  readonly gives?: ForwardSide;
  /** True when the class itself has a static member `artifact`. */
  readonly hasArtifact: boolean;
  readonly artifactMember?: ArtifactMember;
}

/** What `forward` takes or gives, as it is written. */
export type ForwardSide =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'type'; readonly type: TypeTree }
  /** The inputs or the outputs of a signature, by its id. */
  | { readonly kind: 'signature'; readonly signature: string; readonly direction: Direction }
  /** The outputs of a predictor, by its path. */
  | { readonly kind: 'predictor'; readonly path: string }
  /** An object whose members are written one by one. */
  | { readonly kind: 'members'; readonly members: readonly GivenMember[] };

/** Members of what `forward` gives: one by its name, or all outputs of a predictor, `...answer`. */
export type GivenMember = NamedMember | { readonly allOf: string };

/** Where it is no answer of a predictor, only a checker could tell its type. */
export interface NamedMember {
  readonly name: string;
  /** The predictor whose output it is. */
  readonly of?: { readonly path: string; readonly output: string };
}

/** A predictor that an instance of a program will have. */
export interface PredictorDeclaration {
  /** `triage`, `steps[0]`, `byName.first`, `inner.triage`. */
  readonly path: string;
  /** The property of the program that leads to it. */
  readonly property: string;
  /** False for properties that other classes cannot see: their types cannot be compared. */
  readonly isPublic: boolean;
  /** Id of its signature. */
  readonly signature: string;
  /** Ids of the signatures that its signature extends. */
  readonly bases: readonly string[];
  /** The programs between, the outermost first: their own tuned state comes before that of the signature. */
  readonly modules: readonly HoldingModule[];
}

/** A program inside of another one, and the path in it of a predictor of both. */
export interface HoldingModule {
  readonly id: string;
  readonly path: string;
}

/** Something that keeps the compiler from knowing a predictor. */
export interface Unseen {
  readonly place: Place;
  /** Where in the program: a path, or a place in the class. */
  readonly at: string;
  readonly found: string;
  readonly hint: string;
}

import type { OptimizedStatus } from './artifact.js';
import type { FieldSpec } from './field-spec.js';
import type { StateVariants } from './predictor-state.js';
import type { PromptTemplate } from './prompt-template.js';

/** What a program class looked like when it was compiled. */
export interface ProgramTypes {
  /**
   * Public properties that hold predictors, each with the ids of the signatures that are used in it:
   * `{ triage: { 'src/ticket.ts#Ticket': 1 } }`. Object types, so that a subclass's artifact can be assigned to its
   * base's.
   */
  readonly predictors: object;
  /**
   * Public members, each `1`, whose types name predictors that are not theirs: getters, properties that only another
   * class or another property fills.
   */
  readonly others: object;
}

/** What the compiler read of a program class: enough to tell whether the class is still as it was. */
export interface ProgramSpec {
  /** Source path relative to the project root, `#`, class name: `src/support.ts#Support`. */
  readonly id: string;
  /** Parameters of the constructor that have no default: the command line has nothing to give for them. */
  readonly needs?: readonly string[];
  /** By path, in the order in which a walk of an instance finds them. */
  readonly predictors: { readonly [path: string]: PredictorSpec };
  /** What `forward` takes, a field for each member of its parameter. Absent where its type does not tell. */
  readonly inputs?: readonly FieldSpec[];
  /** What `forward` gives. Absent where neither its type nor its `return` statements tell. */
  readonly outputs?: readonly FieldSpec[];
}

/** One predictor of a program. */
export interface PredictorSpec {
  /** Id of its signature. */
  readonly signature: string;
}

/** The compiled form of a program class: plain data, written by `sigil generate`. */
export interface ProgramArtifact<T extends ProgramTypes = ProgramTypes> extends ProgramSpec {
  readonly format: 1;
  readonly kind: 'program';
  /** Tuned state by predictor path. */
  readonly states?: { readonly [path: string]: StateVariants };
  /** Prompts compiled for these states, by predictor path and by model (`*` for every one). */
  readonly templates?: { readonly [path: string]: TemplateVariants };
  readonly optimized?: ProgramStatus;
  /** Types only; never set. */
  readonly '~types'?: T;
}

/** The prompts of a predictor by model, as its states are. */
export interface TemplateVariants {
  readonly [model: string]: PromptTemplate;
}

/** How the tuned state of a program stands to its signatures as they are now. */
export interface ProgramStatus extends OptimizedStatus {
  /** By path, for predictors whose state is not fresh. Absent where there is none. */
  readonly predictors?: { readonly [path: string]: OptimizedStatus };
}

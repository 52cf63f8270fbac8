import type { ProgramSpec, SignatureSpec } from '@sigil/spec';
import type { InnerStates } from '../state/inner-states.js';
import type { TunedWarning } from '../state/tuned-warning.js';

/** What a source gives to a plan, beside its generated file. */
export interface SourceYield {
  readonly signatures: readonly SignatureSpec[];
  readonly programs: readonly YieldedProgram[];
  /** What there is to say about the tuned state of its classes. */
  readonly warnings: readonly TunedWarning[];
}

/** A program, and the classes that its fields, its prompts and its tuned state are made from. */
export interface YieldedProgram {
  readonly spec: ProgramSpec;
  readonly innerStates: InnerStates;
  /** By id of a signature, whether the project had it. One of another project has no spec here. */
  readonly uses: { readonly [signature: string]: boolean };
  /** Ids of the programs inside. */
  readonly modules: readonly string[];
}

/** Ids of the classes of a source. */
export function ownClasses({ signatures, programs }: SourceYield): readonly string[] {
  return [...signatures, ...programs.map(({ spec }) => spec)].map(({ id }) => id);
}

/** Ids of all classes whose tuned state decides what a source gives. */
export function tunedClasses(source: SourceYield): readonly string[] {
  const inside = source.programs.flatMap(({ uses, modules }) => [...Object.keys(uses), ...modules]);
  return [...ownClasses(source), ...inside];
}

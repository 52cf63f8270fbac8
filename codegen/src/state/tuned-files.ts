import { TunedFileError, type ProgramSpec, type SignatureSpec, type TunedFile } from '@sigil/spec';
import { resolve } from 'node:path';
import type { PredictorDeclaration } from '../declaration/program-declaration.js';
import { partsOfId, tunedFileNames } from '../sources/source-paths.js';
import { adapterProblems } from './adapter-problems.js';
import { embedProgramState, type EmbeddedProgramState } from './embed-program-state.js';
import { embedState, type EmbeddedState } from './embed-state.js';
import { innerStates, type InnerStates } from './inner-states.js';
import { newOwner } from './new-owner.js';
import { onlyPredictor } from './only-predictor.js';
import { readTunedFile } from './read-tuned-file.js';
import { stateWarnings, type Noted, type TunedWarning } from './tuned-warning.js';

/**
 * Reads all tuned files of a project.
 *
 * @param paths relative to the root
 * @param adapters ids of those that a state may name
 * @returns those that are right, and the errors of the others
 */
export async function loadTunedFiles(
  root: string,
  paths: readonly string[],
  adapters: readonly string[],
): Promise<{ readonly tuned: TunedFiles; readonly errors: readonly TunedFileError[] }> {
  const files = new Map<string, TunedFile>();
  const errors: TunedFileError[] = [];
  for (const path of paths) {
    try {
      const file = await readTunedFile(resolve(root, path), path);
      if (file === undefined) continue;
      const problems = adapterProblems(file, adapters);
      if (problems.length === 0) files.set(path, file);
      else errors.push(new TunedFileError(path, problems));
    } catch (error) {
      if (!TunedFileError.isInstance(error)) throw error;
      errors.push(error);
    }
  }
  return { tuned: new TunedFiles(files), errors };
}

/** The tuned files of a project, each of which belongs to the class that it names. */
export class TunedFiles {
  readonly #files: ReadonlyMap<string, TunedFile>;
  /** Files that a class owns. */
  readonly #used = new Set<string>();
  /** Ids of classes that have a state. */
  readonly #stated = new Set<string>();

  constructor(files: ReadonlyMap<string, TunedFile>) {
    this.#files = files;
  }

  /**
   * The state of a signature; undefined where it has none.
   *
   * @param source of the signature, relative to the project root
   * @throws TunedFileError
   */
  stateOf(spec: SignatureSpec, source: string, className: string): Noted<EmbeddedState> | undefined {
    const own = this.#fileOf(spec.id, source, className);
    if (own === undefined) return undefined;
    const state = embedState(own.file, onlyPredictor(own.file, own.tuned, spec), spec);
    return { ...state, warnings: stateWarnings(own.file, spec, state) };
  }

  /**
   * The state of a program; undefined where it has none.
   *
   * @param source of the program, relative to the project root
   * @param signatures by id
   * @param inner as {@link innerStatesOf} gives them
   * @throws TunedFileError
   */
  programStateOf(
    spec: ProgramSpec,
    source: string,
    className: string,
    signatures: ReadonlyMap<string, SignatureSpec>,
    inner: InnerStates,
  ): Noted<EmbeddedProgramState> | undefined {
    const own = this.#fileOf(spec.id, source, className);
    if (own === undefined) return undefined;
    const state = embedProgramState(own.file, own.tuned, spec, signatures, inner);
    return { ...state, warnings: stateWarnings(own.file, spec, state) };
  }

  /** As {@link innerStates} gives them. */
  innerStatesOf(predictors: readonly PredictorDeclaration[]): InnerStates {
    return innerStates(predictors, (id) => this.#owned(id, ...partsOfId(id))[0]?.tuned);
  }

  /** Counts the state of a class as used that need not be compiled again. */
  keep(id: string): void {
    this.#fileOf(id, ...partsOfId(id));
  }

  /** The file that a class owns. */
  #fileOf(
    id: string,
    source: string,
    className: string,
  ): { readonly file: string; readonly tuned: TunedFile } | undefined {
    const owned = this.#owned(id, source, className);
    for (const { file } of owned) this.#used.add(file);
    const [first, second] = owned;
    if (first === undefined) return undefined;
    if (second !== undefined) {
      throw new TunedFileError(second.file, [`${first.file} has the state of '${id}' too, wanted one file`]);
    }
    this.#stated.add(id);
    return first;
  }

  #owned(
    id: string,
    source: string,
    className: string,
  ): readonly { readonly file: string; readonly tuned: TunedFile }[] {
    return tunedFileNames(source, className).flatMap((file) => {
      const tuned = this.#files.get(file);
      return tuned?.program === id ? [{ file, tuned }] : [];
    });
  }

  /**
   * Warnings about tuned files that no class owns, once the states of all classes have been asked for.
   *
   * @param specs all signatures of the project
   */
  orphans(specs: readonly SignatureSpec[]): readonly TunedWarning[] {
    return [...this.#files]
      .filter(([file]) => !this.#used.has(file))
      .map(([file, tuned]) => {
        const target = newOwner(
          tuned,
          specs.filter(({ id }) => !this.#stated.has(id)),
        );
        const isThere = specs.some(({ id }) => id === tuned.program);
        const why = isThere
          ? 'whose tuned state has another place'
          : 'which is not there (removed, renamed or moved)';
        return {
          file,
          signature: tuned.program,
          status: 'orphaned' as const,
          message: `${file} belongs to '${tuned.program}', ${why}: nothing of it is used`,
          details:
            target === undefined
              ? []
              : [
                  `its fields are those of '${target}': run 'sigil migrate ${tuned.program} --move ${target}' to use it there`,
                ],
          ...(target === undefined ? {} : { movedTo: target }),
        };
      });
  }
}

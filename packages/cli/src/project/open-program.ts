import path from 'node:path';
import { UsageError, type FieldSpec, type Message, type Prediction, type Program } from '@sigil/spec';
import type { ProgramState, SignatureSpec } from '@sigil/spec';
import type { RowTarget } from '@sigil/evaluate';
import type { checkTarget } from './check-target.js';
import { knownFreshId } from './known-fresh-id.js';
import type { Exports } from './import-user-code.js';
import type { Project } from './open-project.js';
import { isProgramClass, openModule } from './open-module.js';
import { openSignature } from './open-signature.js';

/** A signature or a program of the user, ready to run. */
export interface OpenedProgram extends Runnable {
  /** `src/ticket.ts#Ticket`. */
  readonly id: string;
  /** `src/ticket.ts`. */
  readonly source: string;
  /** Name of the class. */
  readonly name: string;
}

/** What commands do with a signature or a program, whose class comes from the user's own copy of `sigil`. */
export interface Runnable {
  /** Runs with the settings of the configuration. */
  readonly program: Program<object, Prediction>;
  /** What rows are checked against. */
  readonly target: RowTarget;
  /** By whose types rows are written. */
  readonly fields: readonly FieldSpec[];
  /** By predictor path; a lone signature has the path `''`. */
  readonly signatures: ReadonlyMap<string, SignatureSpec>;
  /** The state that a run uses where it is given none. */
  committedState(model: string): ProgramState;
  /** True where the tuned file of the class has a variant for this model alone. */
  hasOwnVariant(model: string): boolean;
  /** Names the class and a state of it, in records. */
  hashWith(state: ProgramState): string;
  /**
   * The messages that a predictor would send.
   *
   * @param at path of the predictor; undefined for the one of a signature
   * @param state undefined for the committed one
   */
  render(
    at: string | undefined,
    inputs: object,
    state: ProgramState | undefined,
  ): Promise<readonly Message[]>;
}

/**
 * Finds a class, makes sure that its artifact is fresh, and only then loads it: Node keeps a failed import, and a stale
 * artifact would be run as it is.
 *
 * @param target as the user named it
 * @param warn told what is known of its tuned state
 * @throws UsageError, MissingArtifactError, StaleArtifactError
 */
export async function openProgram(
  project: Project,
  target: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<OpenedProgram> {
  const id = knownFreshId(target, project.root, cwd) ?? (await compiledId(project, target, cwd, warn));
  const [source = '', name = ''] = id.split('#');
  const sigil = await sigilOf(project, source);
  const found = classOf(await project.code.importFile(path.join(project.root, source)), name);
  if (found === undefined) {
    throw new UsageError(
      `Cannot load ${source}#${name}: the file does not export the class. Write 'export class ${name}'.`,
    );
  }
  const { config } = project;
  const runnable = isProgramClass(found)
    ? openModule(found, id, config)
    : openSignature(found, sigil, config);
  return { id, source, name, ...runnable };
}

async function compiledId(...request: Parameters<typeof checkTarget>): Promise<string> {
  // The compiler takes half a second to load.
  const { checkTarget: check } = await import('./check-target.js');
  return check(...request);
}

async function sigilOf({ code, root }: Project, source: string): Promise<Exports> {
  const sigil = await code.importPackage('sigil');
  if (sigil !== undefined) return sigil;
  throw new UsageError(
    `Cannot load ${source}: the package 'sigil' is not installed in ${root}. Run 'npm install sigil'.`,
  );
}

/** The export of that name, or a default export of a class of that name. */
function classOf(exports: Exports, name: string): unknown {
  const named = exports[name];
  if (typeof named === 'function') return named;
  return Object.values(exports).find((value) => typeof value === 'function' && value.name === name);
}

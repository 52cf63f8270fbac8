import path from 'node:path';
import { tunedFilePath, type Plan } from '@sigil/codegen';
import {
  MissingArtifactError,
  StaleArtifactError,
  UsageError,
  type Artifact,
  type Message,
  type Prediction,
  type Program,
  type RunOptions,
} from '@sigil/spec';
import { compileProject } from './compile-project.js';
import { diagnosticsError } from './diagnostics-error.js';
import type { Exports } from './import-user-code.js';
import { matchTarget } from './match-target.js';
import type { Project } from './open-project.js';

/** A signature of the user, ready to run. */
export interface OpenedSignature {
  /** `src/ticket.ts#Ticket`. */
  readonly id: string;
  /** Name of the class. */
  readonly name: string;
  readonly artifact: Artifact;
  readonly program: RunnableSignature;
  /** Where its tuned state is, or would be, relative to the project. */
  readonly tunedFile: string;
}

/** What the commands need of a `Predict`, whose class comes from the user's own copy of `sigil`. */
export interface RunnableSignature extends Program<object, Prediction> {
  readonly artifact: Artifact;
  render(inputs: object, options?: RunOptions): Promise<readonly Message[]>;
}

/**
 * Finds a class, makes sure that its artifact is fresh, and only then loads it: Node keeps a failed import, and a stale
 * artifact would be run as it is.
 *
 * @param target as the user named it
 * @param warn told what is known of its tuned state
 * @throws UsageError, MissingArtifactError, StaleArtifactError, TunedFileError
 */
export async function openSignature(
  project: Project,
  target: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<OpenedSignature> {
  const { root } = project;
  const planned = await compileProject(project);
  const ids = planned.signatures.map((spec) => spec.id);
  const id = matchOrDiagnose(target, planned, ids, cwd);
  const [source = '', name = ''] = id.split('#');
  requireFresh(planned, id, source, name);
  for (const { signature, message, details } of planned.warnings) {
    if (signature === id) warn([message, ...details].join('; '));
  }
  const program = await loadProgram(project, source, name);
  return {
    id,
    name,
    artifact: program.artifact,
    program,
    tunedFile: await tunedFilePath(root, source, name),
  };
}

/** A class with an error is not among the compiled ones: then its diagnostics say more than that it was not found. */
function matchOrDiagnose(target: string, planned: Plan, ids: readonly string[], cwd: string): string {
  try {
    return matchTarget(target, ids, planned.root, cwd);
  } catch (error) {
    const errors = planned.diagnostics.filter(({ severity }) => severity === 'error');
    throw errors.length > 0 ? diagnosticsError(planned.root, errors) : error;
  }
}

function requireFresh(planned: Plan, id: string, source: string, name: string): void {
  // `src/ticket.ts` itself, or the `src/ticket.opt.json` beside it.
  const own = source.replace(/[cm]?tsx?$/, '');
  const errors = planned.diagnostics.filter(
    ({ severity, file }) => severity === 'error' && file.startsWith(own),
  );
  if (errors.length > 0) throw diagnosticsError(planned.root, errors);
  const generated = planned.files.find((file) => file.path === source.replace(/\.([cm]?)tsx?$/, '.gen.$1ts'));
  if (generated === undefined || generated.status === 'missing') throw new MissingArtifactError(name);
  if (generated.status === 'stale') throw new StaleArtifactError(id, generated.changes);
}

async function loadProgram(project: Project, source: string, name: string): Promise<RunnableSignature> {
  const sigil = await project.code.importPackage('sigil');
  if (sigil === undefined) {
    throw new UsageError(
      `Cannot load ${source}: the package 'sigil' is not installed in ${project.root}. Run 'npm install sigil'.`,
    );
  }
  if (!hasPredict(sigil)) {
    throw new UsageError(
      `Cannot run ${source}: the package 'sigil' of this project is of another version. Update it.`,
    );
  }
  const found = classOf(await project.code.importFile(path.join(project.root, source)), name);
  if (found === undefined) {
    throw new UsageError(
      `Cannot load ${source}#${name}: the file does not export the class. Write 'export class ${name}'.`,
    );
  }
  return new sigil.Predict(found);
}

interface SigilPackage {
  readonly Predict: new (signature: unknown) => RunnableSignature;
}

function hasPredict(exports: Exports): exports is Exports & SigilPackage {
  return typeof exports['Predict'] === 'function';
}

/** The export of that name, or a default export of a class of that name. */
function classOf(exports: Exports, name: string): unknown {
  const named = exports[name];
  if (typeof named === 'function') return named;
  return Object.values(exports).find((value) => typeof value === 'function' && value.name === name);
}

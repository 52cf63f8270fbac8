import path from 'node:path';
import {
  UsageError,
  type Artifact,
  type CallSettings,
  type Message,
  type Prediction,
  type Program,
  type RunOptions,
} from '@sigil/spec';
import type { checkTarget } from './check-target.js';
import { knownFreshId } from './known-fresh-id.js';
import type { Exports } from './import-user-code.js';
import type { Project } from './open-project.js';

/** A signature of the user, ready to run. */
export interface OpenedSignature {
  /** `src/ticket.ts#Ticket`. */
  readonly id: string;
  /** `src/ticket.ts`. */
  readonly source: string;
  /** Name of the class. */
  readonly name: string;
  readonly artifact: Artifact;
  readonly program: RunnableSignature;
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
 * @throws UsageError, MissingArtifactError, StaleArtifactError
 */
export async function openSignature(
  project: Project,
  target: string,
  cwd: string,
  warn: (text: string) => void,
): Promise<OpenedSignature> {
  const id = knownFreshId(target, project.root, cwd) ?? (await compiledId(project, target, cwd, warn));
  const [source = '', name = ''] = id.split('#');
  const program = await loadProgram(project, source, name);
  return { id, source, name, artifact: program.artifact, program };
}

async function compiledId(...request: Parameters<typeof checkTarget>): Promise<string> {
  // The compiler takes half a second to load.
  const { checkTarget: check } = await import('./check-target.js');
  return check(...request);
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
  if (isProgram(found)) {
    throw new UsageError(
      `Cannot run ${source}#${name} from the command line: it is a program, and what its 'forward' takes and gives ` +
        `is not compiled. Name one of its signatures, or run it in code: 'evaluate({ program: new ${name}(), .. })' of @sigil/evaluate.`,
    );
  }
  const { settings, maxReasks } = project.config;
  return new sigil.Predict(found, {
    ...(settings === undefined ? {} : { settings }),
    ...(maxReasks === undefined ? {} : { maxReasks }),
  });
}

function isProgram(found: unknown): boolean {
  const artifact: unknown = typeof found === 'function' ? Reflect.get(found, 'artifact') : undefined;
  return typeof artifact === 'object' && artifact !== null && Reflect.get(artifact, 'kind') === 'program';
}

interface PredictOptions {
  readonly settings?: CallSettings;
  readonly maxReasks?: number;
}

interface SigilPackage {
  readonly Predict: new (signature: unknown, options: PredictOptions) => RunnableSignature;
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

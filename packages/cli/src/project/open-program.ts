import path from 'node:path';
import { UsageError } from '@sigil/spec';
import { forTarget } from '../config/for-target.js';
import type { checkTarget } from './check-target.js';
import { knownFreshId } from './known-fresh-id.js';
import type { Exports } from './import-user-code.js';
import type { Project } from './open-project.js';
import { isProgramClass, openModule } from './open-module.js';
import { openSignature } from './open-signature.js';
import type { Runnable } from './runnable.js';

/** A signature or a program of the user, ready to run. */
export interface OpenedProgram extends Runnable {
  /** `src/ticket.ts#Ticket`. */
  readonly id: string;
  /** `src/ticket.ts`. */
  readonly source: string;
  /** Name of the class. */
  readonly name: string;
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
  const config = forTarget(project.config, id);
  const runnable = isProgramClass(found)
    ? openModule(found, id, config)
    : openSignature(found, id, sigil, config);
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

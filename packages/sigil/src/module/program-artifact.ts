import { MissingArtifactError, StaleArtifactError, type ProgramArtifact } from '@sigil/spec';
import { ownMember } from '../artifact/own-member.js';
import { PredictorPaths } from './predictor-paths.js';

/** Where `@Program()` leaves its mark on a class. Shared by all copies of this package. */
const MARK = Symbol.for('sigil.program');

/** Notes that a class carries `@Program()`. */
export function markProgram(target: object): void {
  Object.defineProperty(target, MARK, { value: true, configurable: true });
}

/**
 * The artifact of a module's class, or of the nearest base class that has one. Whether it fits is not asked.
 *
 * @returns undefined for a class without one
 * @throws StaleArtifactError for a static member `artifact` that is none
 */
export function programArtifact(module: object): ProgramArtifact | undefined {
  const artifact: unknown = Reflect.get(module.constructor, 'artifact');
  if (artifact === undefined || artifact === null) return undefined;
  if (isProgramArtifact(artifact)) return artifact;
  throw new StaleArtifactError(module.constructor.name, [
    "the static member 'artifact' is not that of a program of this version of Sigil",
  ]);
}

/** The same of the class itself: that of a base may tell of another `forward`. */
export function ownProgramArtifact(module: object): ProgramArtifact | undefined {
  return Object.hasOwn(module.constructor, 'artifact') ? programArtifact(module) : undefined;
}

const checked = new WeakSet<object>();

/**
 * Compares the predictors of a module with those of its artifact, once for each instance. A class without
 * `@Program()` may go without an artifact, and one that inherits its artifact may have predictors of its own.
 *
 * @throws MissingArtifactError, StaleArtifactError
 */
export function checkProgram(module: object): void {
  if (checked.has(module)) return;
  const type = module.constructor;
  const artifact = programArtifact(module);
  const isMarked = Object.hasOwn(type, MARK);
  if (artifact === undefined && isMarked) throw new MissingArtifactError(type.name);
  if (artifact !== undefined && (isMarked || Object.hasOwn(type, 'artifact'))) {
    const differences = differencesOf(artifact, signaturesOf(module));
    if (differences.length > 0) throw new StaleArtifactError(artifact.id, differences);
  }
  checked.add(module);
}

function signaturesOf(module: object): ReadonlyMap<string, string> {
  return new Map(
    [...PredictorPaths.of(module).now()].map(([predictor, { path }]) => [path, predictor.artifact.spec.id]),
  );
}

function differencesOf({ predictors }: ProgramArtifact, live: ReadonlyMap<string, string>): string[] {
  const differences: string[] = [];
  for (const [path, signature] of live) {
    const before = ownMember(predictors, path)?.signature;
    if (before === undefined) differences.push(`predictor '${path}' was added`);
    else if (before !== signature)
      differences.push(`predictor '${path}' used '${before}' and uses '${signature}'`);
  }
  for (const path of Object.keys(predictors)) {
    if (!live.has(path)) differences.push(`predictor '${path}' was removed`);
  }
  return differences;
}

function isProgramArtifact(value: unknown): value is ProgramArtifact {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 1 &&
    'kind' in value &&
    value.kind === 'program' &&
    'predictors' in value
  );
}

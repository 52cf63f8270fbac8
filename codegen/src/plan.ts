import type { SignatureSpec } from '@sigil/spec';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileSource, tunedFileDiagnostic, type CompiledSource } from './compile-source.js';
import type { CompileOptions } from './compile-options.js';
import type { SourceDeclaration } from './declaration/source-declaration.js';
import { isGenerated, printFile } from './emit/print-file.js';
import { readSources } from './read/read-sources.js';
import { checkSources } from './rules/check-sources.js';
import { sortDiagnostics, type Diagnostic } from './rules/diagnostic.js';
import { wiredClass } from './rules/wired-class.js';
import { DEFAULT_INCLUDE, listFiles } from './sources/list-files.js';
import { mentionsDecorators } from './sources/mentions-decorators.js';
import { generatedPath } from './sources/source-paths.js';
import { loadTunedFiles, type TunedWarning } from './state/tuned-files.js';
import { movedDiagnostics } from './write/moved-places.js';
import { planWiring, type PlannedWiring } from './write/plan-wiring.js';
import { orphan, planFile, type PlannedFile } from './write/planned-file.js';
import type { WireEdit } from './write/wire.js';

/** What a run of the generator would do, and what it found. Nothing is written yet. */
export interface Plan {
  /** Absolute. */
  readonly root: string;
  /**
   * Of all sources, in their order. With an error among them nothing will be written. Without one, places are those
   * of the sources as they will be when the edits have been made.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** One for each source with signatures, and the orphans. */
  readonly files: readonly PlannedFile[];
  /** What there is to say about tuned state. */
  readonly warnings: readonly TunedWarning[];
  /** Of the sources without an error. */
  readonly signatures: readonly SignatureSpec[];
  /** Sources that are to be wired. */
  readonly edits: readonly WireEdit[];
  /** What the plan depends on, for `remember`. */
  readonly inputs: PlanInputs;
}

/** What a plan was made from. */
export interface PlanInputs {
  readonly include: readonly string[];
  /** Absolute paths of all files that were read beside those that `include` matches. */
  readonly files: readonly string[];
  /** Milliseconds since 1970: a file that changed later may not have been read as it is. */
  readonly startedAt: number;
}

/**
 * Reads the signatures of a project, checks them and computes its generated files. Writes nothing.
 *
 * @throws UsageError for a compiler configuration that cannot be read
 * @example
 * ```ts
 * const planned = await plan({ root, adapters: [chatAdapter] });
 * const { written } = await apply(planned);
 * ```
 */
export async function plan(options: CompileOptions): Promise<Plan> {
  const startedAt = Date.now();
  const { root, include = DEFAULT_INCLUDE, adapters, wire = false, force = false } = options;
  const files = listFiles(root, include);
  const texts = files.sources.map((path) => [path, textOf(root, path) ?? ''] as const);
  const candidates = new Map(texts.filter(([, text]) => mentionsDecorators(text)));
  const read = readSources(root, candidates, { tsconfig: options.tsconfig });
  const sources = read.declarations.filter(
    ({ classes, syntaxErrors }) => classes.length > 0 || syntaxErrors.length > 0,
  );
  const { diagnostics, refused } = checkSources(sources);

  const { tuned, errors } = await loadTunedFiles(
    root,
    files.tuned,
    adapters.map(({ id }) => id),
  );
  const compiled = sources
    .filter(({ file }) => !refused.has(file))
    .map((source) => ({ ...compileSource(source, adapters, tuned), file: source.file }));
  const signatures = compiled.flatMap((source) => source.signatures.map(({ spec }) => spec));
  const wiring = wire ? await planWiring(root, sources, force) : NO_WIRING;
  const said = sortDiagnostics([
    // What is about to be wired, or is refused with a reason of its own, needs no reminder.
    ...diagnostics.filter(({ code }) => !wire || code !== wiredClass.code),
    ...compiled.flatMap((source) => source.diagnostics),
    ...errors.map(tunedFileDiagnostic),
    ...wiring.diagnostics,
  ]);
  return {
    root,
    diagnostics: said.some(({ severity }) => severity === 'error')
      ? said
      : movedDiagnostics(said, wiring.edits),
    files: [
      ...compiled
        .filter((source) => source.signatures.length > 0 || source.diagnostics.length > 0)
        .map((source) => planSource(root, source)),
      ...orphans(root, files.generated, sources.filter(hasSignature)),
    ],
    // The classes of a source with an error are not known: their tuned files would look forsaken.
    warnings: [...tuned.warnings, ...(refused.size > 0 ? [] : tuned.orphans(signatures))],
    signatures,
    edits: wiring.edits,
    inputs: { include, files: read.files, startedAt },
  };
}

/** A source may hold nothing but bases of signatures in other sources. One that cannot be parsed may hold anything. */
function hasSignature({ classes, syntaxErrors }: SourceDeclaration): boolean {
  return syntaxErrors.length > 0 || classes.some(({ decorators }) => decorators.length > 0);
}

function planSource(root: string, { file, signatures }: CompiledSource & { file: string }): PlannedFile {
  const path = generatedPath(file);
  return planFile(path, printFile(file, signatures), textOf(root, path));
}

/** Files that the generator wrote and would not write any more. */
function orphans(
  root: string,
  generated: readonly string[],
  sources: readonly { readonly file: string }[],
): readonly PlannedFile[] {
  const expected = new Set(sources.map(({ file }) => generatedPath(file)));
  return generated
    .filter((path) => !expected.has(path))
    .map((path) => ({ path, text: textOf(root, path) ?? '' }))
    .filter(({ text }) => isGenerated(text))
    .map(({ path, text }) => orphan(path, text));
}

const NO_WIRING: PlannedWiring = { edits: [], diagnostics: [] };

/** The text of a file, or undefined when there is none. */
function textOf(root: string, path: string): string | undefined {
  try {
    return readFileSync(resolve(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

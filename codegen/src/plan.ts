import type { SignatureSpec } from '@sigil/spec';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compileSource, tunedFileDiagnostic } from './compile-source.js';
import type { CompileOptions } from './compile-options.js';
import { isGenerated, printFile } from './emit/print-file.js';
import { readSources } from './read/read-sources.js';
import { checkSources } from './rules/check-sources.js';
import { sortDiagnostics, type Diagnostic } from './rules/diagnostic.js';
import { wiredClass } from './rules/wired-class.js';
import { DEFAULT_INCLUDE, listFiles } from './sources/list-files.js';
import { mentionsDecorators } from './sources/mentions-decorators.js';
import { generatedPath } from './sources/source-paths.js';
import { loadTunedFiles, type TunedWarning } from './state/tuned-files.js';
import { planWiring, type PlannedWiring } from './write/plan-wiring.js';
import { orphan, planFile, type PlannedFile } from './write/planned-file.js';
import type { WireEdit } from './write/wire.js';

/** What a run of the generator would do, and what it found. Nothing is written yet. */
export interface Plan {
  /** Absolute. */
  readonly root: string;
  /** Of all sources, in their order. With an error among them nothing will be written. */
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
 * const planned = await plan({ root, compileTemplate: (spec, state) => chatAdapter.compile(spec, state) });
 * const { written } = await apply(planned);
 * ```
 */
export async function plan(options: CompileOptions): Promise<Plan> {
  const startedAt = Date.now();
  const { root, include = DEFAULT_INCLUDE } = options;
  const files = listFiles(root, include);
  const read = readSources(root, await withDecorators(root, files.sources), options.tsconfig);
  const sources = read.declarations.filter((source) => source.classes.length > 0);
  const { diagnostics, refused } = checkSources(sources);
  const found = [...diagnostics];
  const { tuned, errors } = await loadTunedFiles(root, files.tuned);

  const planned: PlannedFile[] = [];
  const signatures: SignatureSpec[] = [];
  for (const source of sources.filter(({ file }) => !refused.has(file))) {
    const compiled = compileSource(source, options.compileTemplate, tuned);
    found.push(...compiled.diagnostics);
    signatures.push(...compiled.signatures.map(({ spec }) => spec));
    const path = generatedPath(source.file);
    planned.push(planFile(path, printFile(source.file, compiled.signatures), await textOf(root, path)));
  }
  const expected = new Set(sources.map(({ file }) => generatedPath(file)));
  for (const path of files.generated.filter((one) => !expected.has(one))) {
    const text = (await textOf(root, path)) ?? '';
    if (isGenerated(text)) planned.push(orphan(path, text));
  }
  const wiring = options.wire === true ? await planWiring(root, sources, options.force === true) : NO_WIRING;
  return {
    root,
    diagnostics: sortDiagnostics([
      ...found.filter(({ code }) => code !== wiredClass.code || options.wire !== true),
      ...errors.map(tunedFileDiagnostic),
      ...wiring.diagnostics,
    ]),
    files: planned,
    // The classes of a source with an error are not known: their tuned files would look forsaken.
    warnings: [...tuned.warnings, ...(refused.size > 0 ? [] : tuned.orphans(signatures))],
    signatures,
    edits: wiring.edits,
    inputs: { include, files: read.files, startedAt },
  };
}

const NO_WIRING: PlannedWiring = { edits: [], diagnostics: [] };

/** Those of the sources that are worth parsing. */
async function withDecorators(root: string, sources: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(sources.map((path) => textOf(root, path)));
  return sources.filter((_, at) => mentionsDecorators(texts[at] ?? ''));
}

/** The text of a file, or undefined when there is none. */
async function textOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(resolve(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

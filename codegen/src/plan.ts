import type { ProgramSpec, SignatureSpec } from '@sigil/spec';
import { resolve } from 'node:path';
import { compilePrograms } from './compile-programs.js';
import { compileSource, tunedFileDiagnostic } from './compile-source.js';
import type { CompileOptions } from './compile-options.js';
import { planFiles, textOf, type CompiledFile } from './plan-files.js';
import type { SourceDeclaration } from './declaration/source-declaration.js';
import type { KnownSources } from './cache/known-sources.js';
import type { FinishedSource } from './cache/finished-plan.js';
import { reusableSources, tunedFilesBehind } from './cache/reusable-sources.js';
import { ownClasses, type SourceYield } from './cache/source-yield.js';
import { readSources, type ReadSources } from './read/read-sources.js';
import { checkSources } from './rules/check-sources.js';
import { sortDiagnostics, type Diagnostic } from './rules/diagnostic.js';
import { wiredClass } from './rules/wired-class.js';
import { NO_AMBIENT_FILES, type AmbientFiles } from './sources/ambient-files.js';
import { DEFAULT_INCLUDE, listFiles } from './sources/list-files.js';
import { decoratorMentions } from './sources/decorator-mentions.js';
import type { InnerStates } from './state/inner-states.js';
import { loadTunedFiles } from './state/tuned-files.js';
import type { TunedWarning } from './state/tuned-warning.js';
import { foreignFiles } from './write/foreign-files.js';
import { movedDiagnostics } from './write/moved-places.js';
import { planWiring, type PlannedWiring } from './write/plan-wiring.js';
import type { PlannedFile } from './write/planned-file.js';
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
  /** One for each source with signatures or programs, and the orphans. */
  readonly files: readonly PlannedFile[];
  /** What there is to say about tuned state. */
  readonly warnings: readonly TunedWarning[];
  /** Of the sources without an error. */
  readonly signatures: readonly SignatureSpec[];
  /** The same of the programs. */
  readonly programs: readonly ProgramSpec[];
  /** Hashes of the states that predictors of programs have by themselves, by id of the program. */
  readonly innerStates: ReadonlyMap<string, InnerStates>;
  /** Sources that are to be wired. */
  readonly edits: readonly WireEdit[];
  /** What the plan depends on, for `remember`. */
  readonly inputs: PlanInputs;
}

/** What a plan was made from. */
export interface PlanInputs {
  readonly include: readonly string[];
  readonly tsconfig?: string | undefined;
  /** Absolute paths of all files that were read beside those that `include` matches. */
  readonly files: readonly string[];
  /** Milliseconds since 1970: a file that changed later may not have been read as it is. */
  readonly startedAt: number;
  /** The sources whose result is known the next time, if nothing changes that it depends on. */
  readonly sources: readonly FinishedSource[];
  /** What sources see without importing it. */
  readonly ambient: AmbientFiles;
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
  const mentionsDecorators = decoratorMentions(texts.map(([, text]) => text));
  const candidates = new Map(texts.filter(([, text]) => mentionsDecorators(text)));
  const known: KnownSources = wire
    ? new Map()
    : reusableSources(root, options.known ?? new Map(), candidates, files);
  const wanted = new Set([...candidates.keys()].filter((path) => !known.has(path)));
  const { tsconfig, kept } = options;
  const read =
    known.size > 0 && wanted.size === 0
      ? NOTHING_READ
      : readSources(root, candidates, { tsconfig, wanted, kept });
  const sources = read.declarations.filter(({ classes, programs, syntaxErrors, missingDecorators }) =>
    [classes, programs, syntaxErrors, missingDecorators].some(({ length }) => length > 0),
  );
  const { diagnostics, refused } = checkSources(sources);

  const { tuned, errors } = await loadTunedFiles(
    root,
    files.tuned,
    adapters.map(({ id }) => id),
  );
  const compiled = sources
    .filter(({ file }) => !refused.has(file))
    .map((source) => ({ ...compileSource(source, adapters, tuned), source, file: source.file }));
  const given = new Map<string, readonly SignatureSpec[]>([
    ...[...known].map(([file, source]) => [file, source.signatures] as const),
    ...compiled.map((source) => [source.file, source.signatures.map(({ spec }) => spec)] as const),
  ]);
  const signatures = files.sources.flatMap((file) => given.get(file) ?? []);
  const unchanged = [...known]
    .filter(([, source]) => source.signatures.length + source.programs.length > 0)
    .map(([file]) => file);
  // Those of a program may stand in any source.
  const complete = compiled.map(({ source, diagnostics: own, warnings, ...rest }): CompiledFile => {
    const programs = compilePrograms(source, signatures, adapters, tuned);
    return {
      ...rest,
      ...programs,
      diagnostics: [...own, ...programs.diagnostics],
      warnings: [...warnings, ...programs.warnings],
    };
  });
  for (const source of known.values()) for (const id of ownClasses(source)) tuned.keep(id);
  const yields = new Map<string, SourceYield>([
    ...known,
    ...complete.map((source) => [source.file, yieldOf(source)] as const),
  ]);
  const yielded = files.sources.flatMap((file) => yields.get(file) ?? []);
  const programs = yielded.flatMap((source) => source.programs);
  // A class that could not be compiled is not among what its source gives.
  const failed = new Set(complete.flatMap((source) => (source.diagnostics.length > 0 ? source.file : [])));
  const planned = planFiles(root, files, {
    compiled: complete,
    unchanged,
    expected: [...sources.filter(isCompiled).map(({ file }) => file), ...unchanged],
  });
  const wiring = wire ? await planWiring(root, sources, force) : NO_WIRING;
  const said = sortDiagnostics([
    // What is about to be wired, or is refused with a reason of its own, needs no reminder.
    ...diagnostics.filter(({ code }) => !wire || code !== wiredClass.code),
    ...complete.flatMap((source) => source.diagnostics),
    ...errors.map(tunedFileDiagnostic),
    ...wiring.diagnostics,
    ...foreignFiles(planned),
  ]);
  return {
    root,
    diagnostics: said.some(({ severity }) => severity === 'error')
      ? said
      : movedDiagnostics(said, wiring.edits),
    files: planned,
    // The classes of a source with an error are not known: their tuned files would look forsaken.
    warnings: [
      ...yielded.flatMap(({ warnings }) => warnings),
      ...(refused.size > 0 ? [] : tuned.orphans(signatures)),
    ],
    signatures,
    programs: programs.map(({ spec }) => spec),
    innerStates: new Map(programs.map(({ spec, innerStates }) => [spec.id, innerStates])),
    edits: wiring.edits,
    inputs: {
      include,
      tsconfig,
      files: read.files,
      startedAt,
      ambient: read === NOTHING_READ ? ([...known.values()][0]?.ambient ?? NO_AMBIENT_FILES) : read.ambient,
      sources: [
        ...[...known].map(([file, before]) => ({ file, behind: [], ...NOTHING_GIVEN, known: before })),
        ...[...wanted]
          .filter((file) => !refused.has(file) && !failed.has(file))
          .map((file) => {
            const own = yields.get(file) ?? NOTHING_GIVEN;
            const paths = tunedFilesBehind(own, files.tuned).map((path) => resolve(root, path));
            return { ...own, file, behind: [...(read.behind.get(file) ?? []), ...paths] };
          }),
      ],
    },
  };
}

/** A source may hold nothing but bases of signatures in other sources. One that cannot be parsed may hold anything. */
function isCompiled({ classes, programs, syntaxErrors }: SourceDeclaration): boolean {
  const hasSignature = classes.some(({ decorators }) => decorators.length > 0);
  return syntaxErrors.length > 0 || programs.length > 0 || hasSignature;
}

function yieldOf({ signatures, yielded: programs, warnings }: CompiledFile): SourceYield {
  return { signatures: signatures.map(({ spec }) => spec), programs, warnings };
}

const NOTHING_READ: ReadSources = {
  declarations: [],
  files: [],
  behind: new Map(),
  ambient: NO_AMBIENT_FILES,
};
const NOTHING_GIVEN: SourceYield = { signatures: [], programs: [], warnings: [] };
const NO_WIRING: PlannedWiring = { edits: [], diagnostics: [] };

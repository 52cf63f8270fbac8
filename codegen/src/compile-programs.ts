import { TunedFileError, type ProgramSpec, type SignatureSpec, type TemplateVariants } from '@sigil/spec';
import type { CompileOptions } from './compile-options.js';
import { tunedFileDiagnostic } from './compile-source.js';
import type { YieldedProgram } from './cache/source-yield.js';
import type { ProgramDeclaration } from './declaration/program-declaration.js';
import type { SourceDeclaration } from './declaration/source-declaration.js';
import type { GeneratedProgram } from './emit/print-program.js';
import { forwardFields } from './forward-fields.js';
import { programSpec } from './program/program-spec.js';
import type { Diagnostic } from './rules/diagnostic.js';
import type { EmbeddedProgramState } from './state/embed-program-state.js';
import type { TunedFiles } from './state/tuned-files.js';
import type { TunedWarning } from './state/tuned-warning.js';

/** The programs of one source, ready to be printed. */
export interface CompiledPrograms {
  readonly programs: readonly GeneratedProgram[];
  readonly diagnostics: readonly Diagnostic[];
  /** What there is to say about their tuned state. */
  readonly warnings: readonly TunedWarning[];
  /** The same programs, and what they were made from. */
  readonly yielded: readonly YieldedProgram[];
}

/**
 * Compiles the program classes of a source that no rule refused, with their tuned state.
 *
 * @param signatures all of the project: those of a program may stand in other sources
 */
export function compilePrograms(
  source: SourceDeclaration,
  signatures: readonly SignatureSpec[],
  adapters: CompileOptions['adapters'],
  tuned: TunedFiles,
): CompiledPrograms {
  const byId = new Map(signatures.map((spec) => [spec.id, spec]));
  const programs: GeneratedProgram[] = [];
  const diagnostics: Diagnostic[] = [];
  const warnings: TunedWarning[] = [];
  const yielded: YieldedProgram[] = [];
  for (const declaration of source.programs) {
    const spec = programSpec(source.file, declaration, forwardFields(declaration, byId));
    try {
      const inner = tuned.innerStatesOf(declaration.predictors);
      const state = tuned.programStateOf(spec, source.file, declaration.name ?? '', byId, inner);
      const templates = state && templatesOf(state, spec, byId, adapters);
      programs.push({ declaration, spec, ...state, templates });
      warnings.push(...(state?.warnings ?? []));
      yielded.push({ spec, innerStates: inner, ...madeFrom(declaration, byId) });
    } catch (error) {
      if (!TunedFileError.isInstance(error)) throw error;
      diagnostics.push(tunedFileDiagnostic(error));
    }
  }
  return { programs, diagnostics, warnings, yielded };
}

function madeFrom(
  { predictors, takes, gives }: ProgramDeclaration,
  signatures: ReadonlyMap<string, SignatureSpec>,
): Pick<YieldedProgram, 'uses' | 'modules'> {
  const ids = [...predictors, takes, gives].flatMap((part) =>
    part !== undefined && 'signature' in part ? [part.signature] : [],
  );
  const modules = predictors.flatMap((predictor) => predictor.modules.map(({ id }) => id));
  return {
    uses: Object.fromEntries(ids.map((id) => [id, signatures.has(id)])),
    modules: [...new Set(modules)],
  };
}

/** The prompts of all states, so that a pull request shows them and nothing is compiled later. */
function templatesOf(
  { states }: EmbeddedProgramState,
  { predictors }: ProgramSpec,
  signatures: ReadonlyMap<string, SignatureSpec>,
  adapters: CompileOptions['adapters'],
): { readonly [path: string]: TemplateVariants } {
  const templates = Object.entries(states).flatMap(([path, variants]): [string, TemplateVariants][] => {
    const signature = signatures.get(predictors[path]?.signature ?? '');
    if (signature === undefined) return [];
    const compiled = Object.entries(variants).map(([model, state]) => {
      // That a state names an adapter which is not there was found when its file was read.
      const adapter = adapters.find(({ id }) => id === state.adapter) ?? adapters[0];
      return [model, adapter.compile(signature, state)] as const;
    });
    return [[path, Object.fromEntries(compiled)]];
  });
  return Object.fromEntries(templates);
}

import { TunedFileError, type ProgramSpec, type SignatureSpec } from '@sigil/spec';
import { tunedFileDiagnostic } from './compile-source.js';
import type { SourceDeclaration } from './declaration/source-declaration.js';
import type { GeneratedProgram } from './emit/print-program.js';
import { programSpec } from './program/program-spec.js';
import type { Diagnostic } from './rules/diagnostic.js';
import type { TunedFiles } from './state/tuned-files.js';

/** The programs of one source, ready to be printed. */
export interface CompiledPrograms {
  readonly programs: readonly GeneratedProgram[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles the program classes of a source that no rule refused, with their tuned state.
 *
 * @param signatures all of the project: those of a program may stand in other sources
 */
export function compilePrograms(
  source: SourceDeclaration,
  signatures: readonly SignatureSpec[],
  tuned: TunedFiles,
): CompiledPrograms {
  if (source.programs.length === 0) return { programs: [], diagnostics: [] };
  const byId = new Map(signatures.map((spec) => [spec.id, spec]));
  const programs: GeneratedProgram[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const declaration of source.programs) {
    const spec: ProgramSpec = programSpec(source.file, declaration);
    try {
      const state = tuned.programStateOf(spec, source.file, declaration.name ?? '', byId);
      programs.push({ declaration, spec, ...state });
    } catch (error) {
      if (!TunedFileError.isInstance(error)) throw error;
      diagnostics.push(tunedFileDiagnostic(error));
    }
  }
  return { programs, diagnostics };
}

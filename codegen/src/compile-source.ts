import { TunedFileError, type SignatureSpec } from '@sigil/spec';
import type { CompileOptions } from './compile-options.js';
import type { ClassDeclaration } from './declaration/class-declaration.js';
import type { SourceDeclaration } from './declaration/source-declaration.js';
import type { GeneratedSignature } from './emit/print-file.js';
import type { Diagnostic } from './rules/diagnostic.js';
import { signatureSpec } from './spec/signature-spec.js';
import type { EmbeddedState } from './state/embed-state.js';
import type { TunedFiles } from './state/tuned-files.js';
import type { TunedWarning } from './state/tuned-warning.js';

/** The signatures of one source, ready to be printed. */
export interface CompiledSource {
  readonly signatures: readonly GeneratedSignature[];
  readonly diagnostics: readonly Diagnostic[];
  /** What there is to say about their tuned state. */
  readonly warnings: readonly TunedWarning[];
}

/** Compiles the signature classes of a source that no rule refused, with their tuned state. */
export function compileSource(
  source: SourceDeclaration,
  adapters: CompileOptions['adapters'],
  tuned: TunedFiles,
): CompiledSource {
  const signatures: GeneratedSignature[] = [];
  const diagnostics: Diagnostic[] = [];
  const warnings: TunedWarning[] = [];
  // A base without @Signature() gives its fields to others and has no artifact of its own.
  for (const declaration of source.classes.filter(({ decorators }) => decorators.length > 0)) {
    const spec = signatureSpec(source.file, declaration);
    try {
      const found = tuned.stateOf(spec, source.file, declaration.name ?? '');
      signatures.push(compileClass(declaration, spec, adapters, found));
      warnings.push(...(found?.warnings ?? []));
    } catch (error) {
      if (!TunedFileError.isInstance(error)) throw error;
      diagnostics.push(tunedFileDiagnostic(error));
    }
  }
  return { signatures, diagnostics, warnings };
}

function compileClass(
  declaration: ClassDeclaration,
  spec: SignatureSpec,
  adapters: CompileOptions['adapters'],
  found: EmbeddedState | undefined,
): GeneratedSignature {
  if (found === undefined) return { declaration, spec, template: adapters[0].compile(spec) };
  const { variants, optimized } = found;
  const state = variants['*'];
  // That a state names an adapter which is not there was found when its file was read.
  const adapter = adapters.find(({ id }) => id === state?.adapter) ?? adapters[0];
  return { declaration, spec, template: adapter.compile(spec, state), variants, optimized };
}

/** A tuned file that cannot be used, as a diagnostic among the others. */
export function tunedFileDiagnostic(error: TunedFileError): Diagnostic {
  return { code: error.code, severity: 'error', message: error.message, file: error.file };
}

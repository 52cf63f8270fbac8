import { DECORATORS, type OpenProject } from './open-project.js';
import { ts } from './ts-morph.js';

/** What places and ids call a source that is no file. */
export const TEXT_NAME = 'source.ts';

const SOURCE = `/${TEXT_NAME}`;
const STAND_IN = '/sigil.d.ts';

/** Opens one text for reading, in memory. Of the modules that it imports only `sigil` is there. */
export function openText(text: string): OpenProject {
  const decorators = ts.createSourceFile(STAND_IN, DECORATORS, ts.ScriptTarget.Latest);
  const source = ts.createSourceFile(SOURCE, text.replace(/^\uFEFF/u, ''), {
    languageVersion: ts.ScriptTarget.Latest,
    // A module, whatever it exports: in a script, its own 'Event' or 'Node' would add to that of the standard library.
    setExternalModuleIndicator: (file) => Reflect.set(file, 'externalModuleIndicator', true),
  });
  const files = new Map([
    [SOURCE, source],
    [STAND_IN, decorators],
  ]);
  const host: ts.CompilerHost = {
    getSourceFile: (path) => files.get(path),
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path)?.text,
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals) =>
      literals.map(({ text: name }) => ({
        resolvedModule:
          name === 'sigil' ? { resolvedFileName: STAND_IN, extension: ts.Extension.Dts } : undefined,
      })),
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.Latest,
    experimentalDecorators: true,
  };
  const program = ts.createProgram({ rootNames: [SOURCE, STAND_IN], options, host });
  return { checker: program.getTypeChecker(), program, sources: [source], files: [], around: [], decorators };
}

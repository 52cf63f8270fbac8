import type { ClassDeclaration, DecoratorName } from './class-declaration.js';
import type { Place } from './place.js';
import type { ProgramDeclaration } from './program-declaration.js';

/** What one source file declares, with the places where `--wire` would insert. */
export interface SourceDeclaration {
  /** Relative to the project root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Where this file, or one that declares a type of its fields, is no TypeScript, in the words of the parser. */
  readonly syntaxErrors: readonly { readonly place: Place; readonly message: string }[];
  readonly classes: readonly ClassDeclaration[];
  readonly programs: readonly ProgramDeclaration[];
  /** Doc comments in a signature class or in a type it uses that belong to nothing. */
  readonly strayDocs: readonly Place[];
  /** Decorators with names of ours that lead nowhere. */
  readonly missingDecorators: readonly MissingDecorator[];
  readonly wiring: Wiring;
  /** Where the configuration of the project switches the check of null off. */
  readonly looseNulls?: Place;
}

/** A decorator by the name of one of ours, of which no declaration was found. */
export interface MissingDecorator {
  readonly name: DecoratorName;
  /** The module that it is imported from; absent where nothing of that name is imported. */
  readonly module?: string;
  /** Set where the package is installed, without the files that its package.json names. */
  readonly isUnbuilt?: true;
  readonly place: Place;
}

/** Where the two lines go that connect a class to its artifact, and in which style. Offsets in UTF-16 code units. */
export interface Wiring {
  /** Local name of `import * as gen from './x.gen.js'` where the file has it. */
  readonly namespace?: string;
  /** A name for that import that the file does not use yet. */
  readonly freeName: string;
  /** End of the line of the last import. */
  readonly importsEnd: number;
  readonly lineEnd: '\n' | '\r\n';
  readonly quote: '"' | "'";
  readonly semicolon: ';' | '';
  /** What relative imports of this file end with. */
  readonly extension: '.js' | '.ts' | '' | '.mjs' | '.cjs';
  /** Classes without the static member. */
  readonly classes: readonly {
    readonly name: string;
    /** After the opening brace. */
    readonly bodyStart: number;
    /** Of the first member; absent when the class stands on one line. */
    readonly indent?: string;
  }[];
}

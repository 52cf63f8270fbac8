import ts from 'typescript';

/** The files of a repository as plain values: what git would keep, by their path from the root with `/`. */
export class Tree {
  readonly paths: readonly string[];
  readonly #files: ReadonlyMap<string, string>;
  readonly #syntax = new Map<string, ts.SourceFile>();

  /**
   * @example
   * ```ts
   * const tree = new Tree({ 'packages/spec/src/index.ts': "export { a } from './a.js';" });
   * ```
   */
  constructor(files: ReadonlyMap<string, string> | Readonly<Record<string, string>>) {
    this.#files = files instanceof Map ? files : new Map(Object.entries(files));
    this.paths = [...this.#files.keys()].sort();
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** @throws Error where there is no such file */
  text(path: string): string {
    const text = this.#files.get(path);
    if (text === undefined) throw new Error(`Cannot read ${path}: the tree has no such file.`);
    return text;
  }

  /** The syntax of a TypeScript or JavaScript file, parsed once. Types are not looked up. */
  syntax(path: string): ts.SourceFile {
    let source = this.#syntax.get(path);
    if (source === undefined) {
      source = ts.createSourceFile(path, this.text(path), ts.ScriptTarget.Latest, true);
      this.#syntax.set(path, source);
    }
    return source;
  }
}

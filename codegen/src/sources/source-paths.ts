/** Path of the generated file of a source: `src/ticket.ts` to `src/ticket.gen.ts`, `x.mts` to `x.gen.mts`. */
export function generatedPath(source: string): string {
  return source.replace(/\.([cm]?)tsx?$/u, '.gen.$1ts');
}

/** Path without its extension: `src/ticket.ts` and `src/ticket.gen.ts` to `src/ticket`. */
export function stem(path: string): string {
  return path.replace(/(?:\.gen)?\.[cm]?tsx?$/u, '');
}

/** True for a name that the generator writes. */
export function isGeneratedPath(path: string): boolean {
  return /\.gen\.[cm]?ts$/u.test(path);
}

/** Id of a class: its source, relative to the project root, `#` and its name. */
export function signatureId(source: string, className: string): string {
  return `${source}#${className}`;
}

/** The source and the name in an id. */
export function partsOfId(id: string): readonly [source: string, className: string] {
  const at = id.lastIndexOf('#');
  return [id.slice(0, at), id.slice(at + 1)];
}

/** The two places where the tuned state of a class can be: the file of its source, or one of its own. */
export function tunedFileNames(
  source: string,
  className: string,
): readonly [ofSource: string, ofClass: string] {
  return [`${stem(source)}.opt.json`, `${stem(source)}.${className}.opt.json`];
}

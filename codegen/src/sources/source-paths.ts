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

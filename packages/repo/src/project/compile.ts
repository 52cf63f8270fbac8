import { join } from 'node:path';
import type { Finding } from '../check/check.js';
import type { ExampleModule } from '../example/example-module.js';
import { runNode } from './run-process.js';
import type { TemporaryProject } from './temporary-project.js';

const typeError = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

/** The folder of what the compiler writes. */
export const outFolder = 'out';

/**
 * Compiles the whole project in one run of TypeScript 7, as strictly as our own code.
 *
 * @returns the errors, at the lines of the examples
 */
export async function compile(
  project: TemporaryProject,
  repository: string,
  modules: readonly ExampleModule[],
): Promise<Finding[]> {
  const off = {
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
  };
  const tsconfig = {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: { ...off, rootDir: '.', outDir: outFolder },
    exclude: ['node_modules', outFolder],
  };
  project.write('tsconfig.json', JSON.stringify(tsconfig));
  const tsc = join(repository, 'node_modules/typescript-7/bin/tsc');
  const { stdout, stderr } = await runNode([tsc, '-p', '.', '--pretty', 'false'], project.root);
  if (stderr !== '') throw new Error(`Cannot compile the examples: ${stderr}`);
  return typeErrors(stdout, modules);
}

function typeErrors(output: string, modules: readonly ExampleModule[]): Finding[] {
  const found: { path: string; line?: number; message: string }[] = [];
  for (const text of output.split('\n')) {
    const [, file, line, message = ''] = typeError.exec(text) ?? [undefined];
    const last = found.at(-1);
    if (file !== undefined)
      found.push({ ...placeIn(modules, file, Number(line)), message: `does not compile: ${message}` });
    // A reason in several lines.
    else if (text.startsWith('  ') && last !== undefined) last.message += `\n${text}`;
    else if (text !== '') throw new Error(`Cannot read what tsc says of the examples: ${output}`);
  }
  return found;
}

/** Where a line of a module was written; the module itself, where nobody wrote it. */
export function placeIn(
  modules: readonly ExampleModule[],
  file: string,
  line: number,
): { path: string; line?: number } {
  const place = modules.find((each) => each.file === file)?.lines[line - 1];
  return place === undefined ? { path: `${file}:${line}` } : { path: place.path, line: place.line };
}

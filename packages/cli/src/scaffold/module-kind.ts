import path from 'node:path';
import { compilerOption } from '../config/compiler-option.js';

/**
 * Why the compiler would refuse the import of `sigil`, an ES module, in the files of a project, and what to do.
 *
 * @param tsconfig absolute path
 * @param type `type` of package.json
 * @returns undefined where it takes it
 */
export function moduleProblem(tsconfig: string, type: unknown): string | undefined {
  const name = path.basename(tsconfig);
  const given = compilerOption(tsconfig, 'module');
  const module = typeof given === 'string' ? given.toLowerCase() : '';
  const resolution = String(compilerOption(tsconfig, 'moduleResolution')).toLowerCase();
  if (['node', 'node10', 'classic'].includes(resolution)) {
    return (
      `"moduleResolution": "${resolution}" in ${name} does not read the "exports" of packages, and so does not find 'sigil' (TS2307). ` +
      `Set it to "bundler", or "module" and it to "nodenext"`
    );
  }
  const isCommonJs = module === 'commonjs' || (type !== 'module' && module.startsWith('node'));
  if (isCommonJs && compilerOption(tsconfig, 'verbatimModuleSyntax') === true) {
    const remedy = module === 'commonjs' ? `set "module" to "nodenext" in ${name} and run` : 'run';
    return (
      `the package is CommonJS, and "verbatimModuleSyntax" in ${name} refuses every import in such a package (TS1295). ` +
      `To make it an ES module, ${remedy} 'npm pkg set type=module'`
    );
  }
  // From node20 on, and under nodenext, a CommonJS file may import an ES module.
  if (!isCommonJs || !['node16', 'node18'].includes(module)) return undefined;
  return (
    `the package is CommonJS, and under "module": "${String(given)}" such a package cannot import an ES module as 'sigil' is one (TS1479). ` +
    `Set "module" to "nodenext" in ${name}, or run 'npm pkg set type=module'`
  );
}

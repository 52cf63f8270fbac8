import type { Tree } from './tree.js';
import { publicPackages } from './workspace-packages.js';

const test = /\.(test|test-d|test-prop)\.ts$/;
const elsewhere = /\/(fixtures|samples|node_modules|dist)\/|\.gen\.ts$/;

/** TypeScript that a package ships: below its `src`, without tests, samples and generated files. */
export function shippedFiles(tree: Tree, folder: string): string[] {
  return writtenFiles(tree).filter((path) => path.startsWith(`${folder}/src/`) && !isTest(path));
}

/** {@link shippedFiles} of all the packages that users install. */
export function libraryFiles(tree: Tree): string[] {
  return publicPackages(tree).flatMap(({ folder }) => shippedFiles(tree, folder));
}

/** All TypeScript and JavaScript that somebody wrote by hand, tests and scripts too. */
export function writtenFiles(tree: Tree): string[] {
  return tree.paths.filter((path) => /\.(ts|mts|mjs|js)$/.test(path) && !elsewhere.test(path));
}

/** True for a file of tests. */
export function isTest(path: string): boolean {
  return test.test(path);
}

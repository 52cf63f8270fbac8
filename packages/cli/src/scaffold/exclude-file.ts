import path from 'node:path';
import { compilerPath, resolveIn, tsconfigSetting } from '../config/compiler-option.js';
import { member, readJsonText } from '../config/read-json.js';
import { setJsonMember } from './edit-json.js';

/**
 * The text of a tsconfig that leaves one more file out. A list of its own takes the place of the one that it inherits,
 * or of the compiler's, and so begins with what stood there.
 *
 * @param name of the tsconfig, relative to the root
 * @param file relative to the root
 */
export function excludeFile(root: string, name: string, text: string, file: string): string {
  const tsconfig = path.join(root, name);
  const relative = (full: string): string =>
    path.relative(path.dirname(tsconfig), full).split(path.sep).join('/');
  const excluded = relative(path.join(root, file));
  if (Array.isArray(member(readJsonText(text), 'exclude')))
    return setJsonMember(text, ['exclude', -1], excluded, 'last');
  const inherited = tsconfigSetting(tsconfig, ['exclude']);
  const before = Array.isArray(inherited?.value)
    ? inherited.value
        .filter((each) => typeof each === 'string')
        .map((each) => relative(resolveIn(tsconfig, inherited.folder, each)))
    : ['node_modules', ...outputFolders(tsconfig).map(relative)];
  return setJsonMember(text, ['exclude'], [...before, excluded], 'last');
}

function outputFolders(tsconfig: string): readonly string[] {
  return ['outDir', 'declarationDir'].flatMap((name) => compilerPath(tsconfig, name) ?? []);
}

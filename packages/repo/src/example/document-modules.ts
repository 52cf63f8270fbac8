import type { Tree } from '../tree/tree.js';
import { documents } from './documents.js';
import { isTypeScript, type Example } from './example.js';
import type { ExampleModule, ModuleLine } from './example-module.js';
import { fences } from './fences.js';

const named = /^\/\/ ([\w./-]+\.tsx?)\b/;
const generated = /^import .* from '\.\/([\w-]+)\.gen\.js';$/m;
const imports = /^(?:import|export \{.*\} from) /m;

/**
 * The TypeScript of a document as the files of a project. A block is a module of its own. One whose first line is a comment that
 * names a file is that file, and one that imports `./x.gen.js` is `src/x.ts`, so that others can import it. One without
 * an import goes on where the block before it ended.
 */
export function documentModules(tree: Tree): ExampleModule[] {
  return documents(tree).flatMap((path) => {
    const modules = new Map<string, ModuleLine[]>();
    let file = '';
    for (const example of fences(tree.text(path), path).filter(isTypeScript)) {
      file = fileOf(example) ?? (file !== '' && !imports.test(example.code) ? file : unnamed(example));
      modules.set(file, [...(modules.get(file) ?? []), ...linesOf(example)]);
    }
    const folder = path.replace(/\.md$/, '');
    return [...modules].map(([name, lines]) => ({ file: `${folder}/${name}`, lines }));
  });
}

/** The lines of an example, each with its place. */
export function linesOf({ code, path, line }: Example): ModuleLine[] {
  return code.split('\n').map((text, index) => ({ text, path, line: line + index }));
}

/** The file that an example says it is. */
export function fileOf({ code }: Example): string | undefined {
  const source = generated.exec(code)?.[1];
  return named.exec(code)?.[1] ?? (source === undefined ? undefined : `src/${source}.ts`);
}

function unnamed({ line, language }: Example): string {
  return `src/line-${line}.${language}`;
}

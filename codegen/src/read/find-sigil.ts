import { dirname, join } from 'node:path';
import { ts } from './ts-morph.js';
import { isRecord } from '../spec/is-record.js';

/** Whether the package `sigil` is there for a file: `unbuilt` where its package.json names files that are not there. */
export type SigilState = 'there' | 'missing' | 'unbuilt';

/**
 * Whether the package `sigil` is there for a file. What the compiler reads of it is stood in for, so that nothing else
 * would notice that it is not installed, or not built.
 */
export function sigilFinder(options: ts.CompilerOptions): (file: string) => SigilState {
  const known = new Map<string, SigilState>();
  const stateIn = (folder: string): SigilState => {
    const found = known.get(folder) ?? stateBeside(folder);
    known.set(folder, found);
    if (found !== 'missing' || dirname(folder) === folder) return found;
    const above = stateIn(dirname(folder));
    known.set(folder, above);
    return above;
  };
  return (file) => {
    const folder = dirname(file);
    const state = stateIn(folder);
    if (state === 'there') return state;
    // By a path alias, or as the package itself.
    const { resolvedModule } = ts.resolveModuleName('sigil', file, options, ts.sys);
    const found = resolvedModule === undefined ? state : 'there';
    known.set(folder, found);
    return found;
  };
}

/** Packages of a folder that are installed in it, or in the archives that its `.pnp.cjs` names. */
function stateBeside(folder: string): SigilState {
  const home = join(folder, 'node_modules', 'sigil');
  const text = ts.sys.readFile(join(home, 'package.json'));
  if (text === undefined) return ts.sys.fileExists(join(folder, '.pnp.cjs')) ? 'there' : 'missing';
  const entries = entriesOf(text);
  return entries.length === 0 || entries.some((entry) => ts.sys.fileExists(join(home, entry)))
    ? 'there'
    : 'unbuilt';
}

/** The files that a package.json names for `import 'sigil'`. */
function entriesOf(text: string): readonly string[] {
  const json: unknown = ts.parseConfigFileTextToJson('package.json', text).config;
  if (!isRecord(json)) return [];
  const { exports } = json;
  const entry = isRecord(exports) && '.' in exports ? exports['.'] : exports;
  return [json['types'], json['main'], ...targetsOf(entry)].filter((path) => typeof path === 'string');
}

/** `{ types: './dist/index.d.ts', import: { default: .. } }` */
function targetsOf(entry: unknown): readonly unknown[] {
  return isRecord(entry) ? Object.values(entry).flatMap(targetsOf) : [entry];
}

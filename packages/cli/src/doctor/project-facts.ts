import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chooseTsconfig } from '../config/choose-tsconfig.js';
import { compilerOption } from '../config/compiler-option.js';
import { configNames } from '../project/locate-project.js';
import { isJsonObject, member, readIfThere, readJsonText } from '../config/read-json.js';

/** What the checks of `sigil doctor` look at: a project as it lies on the disk. */
export interface ProjectFacts {
  /** Absolute. */
  readonly root: string;
  /** Of the Node that runs: `20.19.0`. */
  readonly node: string;
  readonly packageJson: unknown;
  /** The tsconfig that covers the sources, relative to the root. */
  readonly tsconfig: string | undefined;
  /** `sigil.config.*`, where there is one, relative to the root. */
  readonly config: string | undefined;
  /** An option of that tsconfig, or of what it extends. */
  option(name: string): unknown;
  /** The version of an installed package, or undefined where there is none. */
  version(name: string): string | undefined;
  /** The text of a file of the project, or undefined where there is none. */
  text(file: string): string | undefined;
}

/** @param root absolute path of the folder with package.json */
export function projectFacts(root: string, node: string = process.versions.node): ProjectFacts {
  const tsconfig = chooseTsconfig(root)?.file;
  const packageText = readIfThere(path.join(root, 'package.json'));
  return {
    root,
    node,
    packageJson: packageText === undefined ? undefined : readJsonText(packageText),
    tsconfig,
    config: configNames.find((name) => existsSync(path.join(root, name))),
    option: (name) => (tsconfig === undefined ? undefined : compilerOption(path.join(root, tsconfig), name)),
    version: (name) => installedVersion(root, name),
    text: (file) => readIfThere(path.join(root, file)),
  };
}

function installedVersion(root: string, name: string): string | undefined {
  const folders = createRequire(path.join(root, 'package.json')).resolve.paths(name) ?? [];
  const file = folders
    .map((folder) => path.join(folder, name, 'package.json'))
    .find((each) => existsSync(each));
  const text = file === undefined ? undefined : readIfThere(file);
  const version = text === undefined ? undefined : member(readJsonText(text), 'version');
  return typeof version === 'string' ? version : undefined;
}

/** The number before the first point: 8 of `8.3.8`. */
export function major(version: string | undefined): number {
  return version === undefined ? 0 : Number.parseInt(version, 10);
}

/** The scripts of package.json by name. */
export function scriptsOf(facts: ProjectFacts): readonly (readonly [name: string, command: string])[] {
  const scripts = member(facts.packageJson, 'scripts');
  const all = isJsonObject(scripts) ? Object.entries(scripts) : [];
  return all.flatMap(([name, command]) => (typeof command === 'string' ? [[name, command] as const] : []));
}

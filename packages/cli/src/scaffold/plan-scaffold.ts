import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';
import { chooseTsconfig, type ChosenTsconfig } from '../config/choose-tsconfig.js';
import { isJsonObject, member, readJsonText, splitMark } from '../config/read-json.js';
import { choosePlaces } from './choose-places.js';
import { setJsonMember } from './edit-json.js';
import { excludeFile } from './exclude-file.js';
import type { FileChange } from './file-change.js';
import { moduleProblem } from './module-kind.js';
import { configText, sample } from './samples.js';

/** What `sigil init` would do. */
export interface ScaffoldPlan {
  readonly changes: readonly FileChange[];
  /** Files of the first signature that were there already, and were left as they are. */
  readonly kept: readonly string[];
  /** The source of the first signature, relative to the project, with `/`. */
  readonly source: string;
}

const scripts = { 'sigil:generate': 'sigil generate', 'sigil:check': 'sigil check' };

/**
 * Sees what a TypeScript project lacks to use Sigil. Only adds: what is there stays, so that a second run finds
 * nothing to do.
 *
 * @param root folder of the project's `package.json`
 * @param hasConfig a `sigil.config.*` is there: the project was set up before and needs no first signature
 * @throws UsageError when the folder is not a TypeScript project, or one where the first signature would not compile
 */
export function planScaffold(root: string, hasConfig: boolean): ScaffoldPlan {
  const tsconfig = chooseTsconfig(root);
  if (tsconfig === undefined) throw new UsageError(noTsconfig(root));
  if (!hasConfig) requireImports(root, tsconfig);
  const places = choosePlaces(root, path.join(root, tsconfig.file));
  const source = path.posix.join(places.sources, 'review.ts');
  const first = hasConfig ? [] : firstSignature(source);
  const kept = first.filter((change) => existsSync(path.join(root, change.file)));
  const changes = [
    hasConfig ? undefined : { file: places.config, what: 'created', content: configText(places.sources) },
    tsconfigEdits(root, tsconfig, !hasConfig && places.isExcluded ? places.config : undefined),
    packageScripts(root),
    withLines(root, '.gitattributes', [
      '*.gen.ts linguist-generated=true text eol=lf',
      '*.opt.json text eol=lf',
    ]),
    withLines(root, '.gitignore', ['.sigil/']),
    existsSync(path.join(root, '.prettierignore'))
      ? withLines(root, '.prettierignore', ['*.gen.ts'])
      : undefined,
    ...first.filter((change) => !kept.includes(change)),
  ];
  return {
    changes: changes.filter((change) => change !== undefined),
    kept: kept.map((change) => change.file),
    source,
  };
}

function noTsconfig(root: string): string {
  const found = existsSync(path.join(root, 'tsconfig.json'))
    ? 'its tsconfig.json is not valid JSON. Repair it'
    : "there is no tsconfig.json. Run 'npm install --save-dev typescript && npx tsc --init'";
  return `Cannot set up Sigil in ${root}: ${found}, then run 'sigil init' again.`;
}

/** @throws UsageError where the written files would not compile */
function requireImports(root: string, tsconfig: ChosenTsconfig): void {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const type = member(readJsonText(text), 'type');
  const problem = moduleProblem(path.join(root, tsconfig.file), type);
  if (problem === undefined) return;
  throw new UsageError(
    `Cannot set up Sigil in ${root}: ${problem}, then run 'sigil init' again. Nothing was written.`,
  );
}

function firstSignature(source: string): readonly FileChange[] {
  return [
    { file: source, what: 'created: a first signature', content: sample('review.ts') },
    { file: 'data/reviews.jsonl', what: 'created: 60 rows for it', content: sample('reviews.jsonl') },
  ];
}

/** @param excluded a file of the project's folder that must not be compiled */
function tsconfigEdits(
  root: string,
  tsconfig: ChosenTsconfig,
  excluded: string | undefined,
): FileChange | undefined {
  requireObjects(root, tsconfig.file, tsconfig.text, 'compilerOptions');
  const flagged = tsconfig.decided
    ? tsconfig.text
    : setJsonMember(tsconfig.text, ['compilerOptions', 'experimentalDecorators'], true, 'first');
  const content = excluded === undefined ? flagged : excludeFile(root, tsconfig.file, flagged, excluded);
  const what = [
    ...(tsconfig.decided ? [] : ['experimentalDecorators switched on']),
    ...(excluded === undefined ? [] : [`${excluded} excluded`]),
  ];
  return what.length === 0 ? undefined : { file: tsconfig.file, what: what.join(', '), content };
}

function packageScripts(root: string): FileChange | undefined {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  if (splitMark(text).mark !== '') {
    throw new UsageError(
      `Cannot set up Sigil in ${root}: package.json begins with a byte order mark, which tsx cannot read. ` +
        `Save it as UTF-8 without one, then run 'sigil init' again. Nothing was written.`,
    );
  }
  const existing = member(requireObjects(root, 'package.json', text, 'scripts'), 'scripts');
  const missing = Object.entries(scripts).filter(([name]) => member(existing, name) === undefined);
  if (missing.length === 0) return undefined;
  const content = missing.reduce(
    (edited, [name, command]) => setJsonMember(edited, ['scripts', name], command, 'last'),
    text,
  );
  return { file: 'package.json', what: `scripts ${missing.map(([name]) => name).join(', ')}`, content };
}

/**
 * Makes sure that a file holds an object, and that its member `name` is one too where it is there.
 *
 * @throws UsageError before anything is written
 */
function requireObjects(root: string, file: string, text: string, name: string): unknown {
  const value = readJsonText(text);
  const inner = member(value, name);
  const refuse = (found: string): never => {
    throw new UsageError(
      `Cannot set up Sigil in ${root}: ${found}. Repair ${file}, then run 'sigil init' again. Nothing was written.`,
    );
  };
  if (value === undefined) return refuse(`${file} is not valid JSON`);
  if (!isJsonObject(value)) return refuse(`${file} is ${kindOf(value)}, expected an object`);
  if (inner !== undefined && !isJsonObject(inner))
    return refuse(`"${name}" in ${file} is ${kindOf(inner)}, expected an object`);
  return value;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return value === null ? 'null' : `a ${typeof value}`;
}

/** Adds the lines that a file of lines lacks to its end. */
function withLines(root: string, file: string, lines: readonly string[]): FileChange | undefined {
  const full = path.join(root, file);
  const before = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const present = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !present.has(line));
  if (missing.length === 0) return undefined;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : eol;
  const what = before === '' ? 'created' : `${missing.length} line${missing.length === 1 ? '' : 's'} added`;
  return { file, what, content: before + gap + missing.map((line) => line + eol).join('') };
}

import path from 'node:path';
import { member, readJsonText } from '../config/read-json.js';
import { isOutsideRootDir } from '../scaffold/compiled-config.js';
import { moduleProblem } from '../scaffold/module-kind.js';
import { advice, problem, type SetupCheck } from './finding.js';

/** Without strict null checks `string` may be null too, and no schema can say so. */
export const nullsAreStrict: SetupCheck = (facts) => {
  const { tsconfig } = facts;
  const given = facts.option('strictNullChecks') ?? facts.option('strict');
  // TypeScript 6 and later are strict unless told otherwise.
  const version = facts.version('typescript');
  const isStrict =
    given === undefined ? version !== undefined && Number.parseInt(version, 10) >= 6 : given === true;
  if (tsconfig === undefined || isStrict) return [];
  return problem(
    tsconfig,
    '"strictNullChecks" is off: every type may be null then, and no schema knows where that is meant',
    'set "strict": true',
  );
};

/** A project without a tsconfig is compiled with guesses. */
export const hasTsconfig: SetupCheck = (facts) => {
  if (facts.tsconfig !== undefined) return [];
  return problem('tsconfig.json', 'there is none, or it is no JSON', "run 'npx tsc --init'");
};

/** Generated files import `sigil`, an ES module. */
export const importsEsModules: SetupCheck = (facts) => {
  const { root, tsconfig } = facts;
  const found =
    tsconfig === undefined
      ? undefined
      : moduleProblem(path.join(root, tsconfig), member(facts.packageJson, 'type'));
  if (tsconfig === undefined || found === undefined) return [];
  const end = found.lastIndexOf('. ');
  return problem(
    tsconfig,
    found.slice(0, end < 0 ? undefined : end),
    end < 0 ? '' : lowerFirst(found.slice(end + 2)),
  );
};

/** A configuration that is compiled, and is not under `rootDir`, breaks the build. */
export const configIsNotBuilt: SetupCheck = ({ root, tsconfig, config }) => {
  if (tsconfig === undefined || config === undefined) return [];
  const isOutside = (name: string): boolean =>
    isOutsideRootDir(path.join(root, tsconfig), path.join(root, name));
  if (!isOutside(config)) return [];
  return problem(
    tsconfig,
    `it compiles ${config}, which is not under its "rootDir": tsc stops (TS6059)`,
    `add ${config} to "exclude"${isOutside('sigil.config.mjs') ? '' : ', or rename it to sigil.config.mjs'}`,
  );
};

/** A bundler keeps every decorated class of a package that does not say it has no side effects. */
export const saysNoSideEffects: SetupCheck = (facts) => {
  const isLibrary = member(facts.packageJson, 'exports') ?? member(facts.packageJson, 'main');
  if (isLibrary === undefined || member(facts.packageJson, 'sideEffects') !== undefined) return [];
  return advice(
    'package.json',
    'it does not say "sideEffects": a bundler keeps every signature that somebody exports, used or not',
    'set "sideEffects": false if importing the package does nothing by itself',
  );
};

/** Formatters and reviews leave generated files alone. */
export const marksGeneratedFiles: SetupCheck = (facts) => {
  const attributes = facts.text('.gitattributes') ?? '';
  const ignored = facts.text('.prettierignore');
  return [
    ...(attributes.includes('.gen.')
      ? []
      : advice(
          '.gitattributes',
          'reviews show generated files in full',
          "run 'sigil init', which adds the lines",
        )),
    ...(ignored === undefined || ignored.includes('.gen.')
      ? []
      : advice(
          '.prettierignore',
          'prettier formats generated files, and their diffs get longer',
          'add the line *.gen.ts',
        )),
  ];
};

/** The compiler follows a solution-style configuration to the project that holds the sources. */
export const namesItsTsconfig: SetupCheck = (facts) => {
  const text = facts.text('tsconfig.json');
  const top = text === undefined ? undefined : readJsonText(text);
  if (facts.tsconfig === undefined || facts.tsconfig === 'tsconfig.json' || top === undefined) return [];
  return advice(
    'tsconfig.json',
    `it holds no files, only references: Sigil reads ${facts.tsconfig}`,
    `set tsconfig: '...' in sigil.config.ts if another one is meant`,
  );
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

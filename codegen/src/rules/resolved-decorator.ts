import type { MissingDecorator } from '../declaration/source-declaration.js';
import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** A decorator with a name of ours comes from somewhere: without it the class would be none to Sigil. */
export const resolvedDecorator: Rule = {
  code: 'SIGIL2022',
  severity: 'error',
  check: (source) => source.missingDecorators.map(judge),
};

function judge({ name, module, place, isUnbuilt }: MissingDecorator): Finding {
  if (isUnbuilt === true) {
    return {
      place,
      message:
        "Cannot read this file: the package 'sigil' is there, and the files that its package.json names are not.",
      hint: "is it built? Build it where it comes from, or install it again: 'npm install sigil'",
    };
  }
  if (module === 'sigil') {
    return {
      place,
      message: "Cannot read this file: the module 'sigil' was not found.",
      hint: "is the package installed and built? 'npm install sigil'",
    };
  }
  const write = `import { ${name} } from 'sigil'`;
  if (module === undefined) {
    return {
      place,
      message: `Cannot read @${name}: nothing of that name is imported.`,
      hint: `write "${write}"`,
    };
  }
  return {
    place,
    message: `Cannot read @${name}: the module '${module}' was not found, or has no such name.`,
    hint: `write "${write}", or check the path; if it is a package, is it installed and built?`,
  };
}

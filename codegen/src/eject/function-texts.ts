import type { ShippedFunction, FunctionName } from './shipped-function.js';
import { promptFunctions } from './prompt-functions.js';
import { structureReaders } from './structure-readers.js';
import { valueReaders } from './value-readers.js';

/** Notes that a function is needed, and gives its name back. */
export type Use = (name: FunctionName) => string;

/**
 * The functions of ejected files, in the order in which they are written. Only those that a signature needs are: a
 * person should be able to read the whole file.
 */
const functions: Record<FunctionName, ShippedFunction> = {
  ...promptFunctions,
  ...structureReaders,
  ...valueReaders,
};

/** The texts of the functions that are used, and of those that they use, in their order. */
export function functionTexts(used: ReadonlySet<FunctionName>): readonly string[] {
  const all = new Set<FunctionName>();
  const add = (name: FunctionName): void => {
    if (all.has(name)) return;
    all.add(name);
    const { needs = [] } = functions[name];
    for (const one of needs) add(one);
  };
  for (const name of used) add(name);
  return Object.entries(functions).flatMap(([name, { text }]) => (isOf(all, name) ? [text] : []));
}

function isOf(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name);
}

import { UsageError, type CallSettings } from '@sigil/spec';
import type { SigilConfig } from './sigil-config.js';

/** What each call setting must be. */
const settings: { readonly [K in keyof Required<CallSettings>]: (value: unknown) => boolean } = {
  temperature: (value) => typeof value === 'number' && value >= 0,
  maxOutputTokens: (value) => Number.isInteger(value) && Number(value) >= 1,
  seed: Number.isInteger,
  stopSequences: (value) => Array.isArray(value) && value.every(isText),
};

/** What each key must be: a test, and the same in words. `extends` is taken out before. */
const keys: {
  readonly [K in keyof Required<Omit<SigilConfig, 'extends'>>]: readonly [
    (value: unknown) => boolean,
    string,
  ];
} = {
  include: [(value) => Array.isArray(value) && value.every(isText), 'a list of globs'],
  tsconfig: [isText, 'the path of a tsconfig'],
  lm: [
    (value) => isText(value) || typeof value === 'function' || isLanguageModel(value),
    "'llama', 'openai:MODEL', a LanguageModel (modelId, prepare, doGenerate, doStream), or a function that gives one",
  ],
  metrics: [
    (value) => isRecord(value) && Object.values(value).every((metric) => typeof metric === 'function'),
    'metric functions by name',
  ],
  settings: [hasSettings, `call settings: ${Object.keys(settings).join(', ')}`],
  maxReasks: [(value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number from 0'],
  targets: [
    (value) => isRecord(value) && Object.values(value).every(isTargetConfig),
    'settings and maxReasks by the id or the name of a class: { Review: { settings: { maxOutputTokens: 20 } } }',
  ],
  concurrency: [(value) => Number.isInteger(value) && Number(value) >= 1, 'a whole number from 1'],
  cacheFolder: [isText, 'the path of a folder'],
};

/**
 * Makes sure that a configuration holds known keys with values of their kind.
 *
 * @param file name of the config file, for the error
 * @throws UsageError that lists everything that is wrong
 */
export function checkConfig(value: unknown, file: string): asserts value is SigilConfig {
  requireObject(value, file);
  const known = new Map(Object.entries(keys));
  const problems = Object.entries(value).flatMap(([key, found]) => {
    const rule = known.get(key);
    if (rule === undefined)
      return [`there is no option '${key}' (there are: ${Object.keys(keys).join(', ')})`];
    const [fits, wanted] = rule;
    return found === undefined || fits(found) ? [] : [`'${key}' is ${describe(found)}, wanted ${wanted}`];
  });
  if (problems.length > 0)
    throw new UsageError(`Cannot use ${file}: ${problems.join('; ')}. Correct the file.`);
}

/** @throws UsageError when a default export is no object */
export function requireObject(value: unknown, file: string): asserts value is Record<string, unknown> {
  if (isRecord(value)) return;
  throw new UsageError(
    `Cannot use ${file}: its default export is ${describe(value)}, wanted an object. ` +
      `Write: export default defineConfig({ lm: 'llama' });`,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : JSON.stringify(value);
  return `a ${typeof value}`;
}

function isTargetConfig(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([key, found]) => {
    if (key === 'settings') return found === undefined || hasSettings(found);
    return key === 'maxReasks' && (found === undefined || keys.maxReasks[0](found));
  });
}

function hasSettings(value: unknown): boolean {
  const known = new Map<string, (found: unknown) => boolean>(Object.entries(settings));
  return isRecord(value) && Object.entries(value).every(([key, found]) => known.get(key)?.(found) === true);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Told by its members: the model may come from another copy of the packages. */
export function isLanguageModel(value: unknown): boolean {
  const methods = ['prepare', 'doGenerate', 'doStream'] as const;
  return (
    isRecord(value) &&
    typeof value['modelId'] === 'string' &&
    methods.every((name) => typeof value[name] === 'function')
  );
}

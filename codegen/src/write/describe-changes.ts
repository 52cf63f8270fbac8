import { canonicalJson } from '@sigil/hash';
import { isRecord } from '../spec/is-record.js';
import { readArtifacts } from './read-artifacts.js';
import { isSameButOrder } from './same-but-order.js';

/**
 * What is different in a generated file, one sentence for each class and field.
 *
 * @param wanted what the generator prints
 * @param found what is in the file
 */
export function describeChanges(wanted: string, found: string): readonly string[] {
  if (/^(?:<{7}|>{7}) /mu.test(found)) return ['the file has conflict markers of a merge'];
  const now = readArtifacts(wanted);
  const before = readArtifacts(found);
  if (now === undefined || before === undefined) return ['the file is not as the generator leaves it'];
  const changes: string[] = [];
  for (const [name, artifact] of now) {
    const old = before.get(name);
    if (old === undefined) changes.push(`${name} is new`);
    else if (old['kind'] !== artifact['kind']) changes.push(`${name} is a ${String(artifact['kind'])} now`);
    else if (artifact['kind'] === 'program') changes.push(...programChanges(name, old, artifact));
    else changes.push(...artifactChanges(name, old, artifact));
  }
  for (const name of before.keys()) if (!now.has(name)) changes.push(`${name} is gone`);
  return changes.length === 0
    ? ['the generated types or schemas were edited, or are of another version']
    : changes;
}

type Data = Readonly<Record<string, unknown>>;

function artifactChanges(name: string, before: Data, now: Data): readonly string[] {
  const old = recordAt(before, 'spec');
  const spec = recordAt(now, 'spec');
  const changes: string[] = [];
  if (!same(old['id'], spec['id'])) changes.push(`${name} has another id`);
  if (!same(old['instructions'], spec['instructions'])) changes.push(`${name}: the instructions changed`);
  changes.push(...fieldChanges(name, fieldsOf(old), fieldsOf(spec)));
  if (!same(before['states'], now['states'])) changes.push(`${name}: the tuned state changed`);
  if (!same(before['optimized'], now['optimized']))
    changes.push(`${name}: the status of the tuned state changed`);
  if (changes.length > 0) return changes;
  if (!same(before['template'], now['template'])) return [`${name}: the prompt template changed`];
  return same(before['wire'], now['wire']) ? [] : [`${name}: the wire schema changed`];
}

function programChanges(name: string, before: Data, now: Data): readonly string[] {
  const old = recordAt(before, 'predictors');
  const predictors = recordAt(now, 'predictors');
  const changes: string[] = [];
  if (!same(before['id'], now['id'])) changes.push(`${name} has another id`);
  for (const [path, predictor] of Object.entries(predictors)) {
    if (!Object.hasOwn(old, path)) changes.push(`${name}: predictor '${path}' was added`);
    else if (!same(old[path], predictor)) changes.push(`${name}: predictor '${path}' uses another signature`);
  }
  for (const path of Object.keys(old)) {
    if (!Object.hasOwn(predictors, path)) changes.push(`${name}: predictor '${path}' was removed`);
  }
  if (!same(before['states'], now['states'])) changes.push(`${name}: the tuned state changed`);
  if (!same(before['optimized'], now['optimized']))
    changes.push(`${name}: the status of the tuned state changed`);
  if (!same(before['needs'], now['needs'])) changes.push(`${name}: what its constructor needs changed`);
  for (const [side, word] of [
    ['inputs', 'takes'],
    ['outputs', 'gives'],
  ] as const) {
    if (!same(before[side], now[side])) changes.push(`${name}: what 'forward' ${word} changed`);
  }
  if (changes.length > 0) return changes;
  if (!same(Object.keys(old), Object.keys(predictors)))
    return [`${name}: the order of the predictors changed`];
  return same(before['templates'], now['templates']) ? [] : [`${name}: a prompt template changed`];
}

function fieldChanges(
  name: string,
  before: ReadonlyMap<string, Data>,
  now: ReadonlyMap<string, Data>,
): readonly string[] {
  const changes: string[] = [];
  for (const [field, data] of now) {
    const old = before.get(field);
    const label = `${name}: ${data['direction'] === 'out' ? 'output' : 'input'} '${field}'`;
    if (old === undefined) changes.push(`${label} was added`);
    else changes.push(...memberChanges(label, old, data));
  }
  for (const [field, data] of before) {
    const word = data['direction'] === 'out' ? 'output' : 'input';
    if (!now.has(field)) changes.push(`${name}: ${word} '${field}' was removed`);
  }
  const order = [...before.keys()].filter((field) => now.has(field));
  const isMoved = !same(
    order,
    [...now.keys()].filter((field) => before.has(field)),
  );
  return isMoved ? [...changes, `${name}: the order of the fields changed`] : changes;
}

function memberChanges(label: string, before: Data, now: Data): readonly string[] {
  const said: readonly (readonly [member: string, words: string])[] = [
    ['direction', 'changed sides'],
    [
      'type',
      isSameButOrder(before['type'], now['type'])
        ? 'lists the same type in another order, which only the prompt shows'
        : 'has another type',
    ],
    ['optional', now['optional'] === true ? 'is optional now' : 'is required now'],
    ['description', 'is described in other words'],
    ['constraints', 'has other limits'],
    ['default', 'has another default'],
    ['alias', 'has another alias'],
    ['examples', 'has other examples'],
    ['stream', 'is streamed in another way'],
    ['title', 'has another title'],
    ['deprecated', now['deprecated'] === true ? 'is deprecated now' : 'is no longer deprecated'],
  ];
  return said.flatMap(([member, words]) => (same(before[member], now[member]) ? [] : [`${label} ${words}`]));
}

function fieldsOf(spec: Data): ReadonlyMap<string, Data> {
  const fields = Array.isArray(spec['fields']) ? spec['fields'].filter(isRecord) : [];
  return new Map(fields.map((field) => [String(field['name']), field]));
}

function recordAt(data: Data, key: string): Data {
  const value = data[key];
  return isRecord(value) ? value : {};
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

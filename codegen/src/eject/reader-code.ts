import {
  formatPattern,
  holdsNull,
  patternRegExp,
  shownValues,
  templatePattern,
  unicodePattern,
} from '@sigil/schema';
import type { Constraints, MapType, PropertySpec, ValueType } from '@sigil/spec';
import { propertyName, stringLiteral } from '../emit/literal.js';
import { printValue } from '../emit/print-value.js';
import { domainLiteral } from './domain-literal.js';
import type { CodeParts } from './input-code.js';

/** How a reply writes values: as people do, or as JSON schemas of services want it. */
export type ReplyForm = 'prompt' | 'wire';

/** An expression that makes a reader of values of a type: it checks them, and gives what the program has. */
export function readerCode(type: ValueType, form: ReplyForm, parts: CodeParts): string {
  const inner = (one: ValueType): string => readerCode(one, form, parts);
  const { use, names } = parts;
  switch (type.kind) {
    case 'string':
      return textCode(type.constraints, parts);
    case 'number':
      return numberCode(type, parts);
    case 'boolean':
      return use('truth');
    case 'bigint':
      return use('integerText');
    case 'date':
      return use(type.precision === 'day' ? 'day' : 'instant');
    case 'enum':
      return enumCode(type, parts);
    case 'template':
      return `${use('text')}({ pattern: ${regExpCode(new RegExp(templatePattern(type), 'u'))} })`;
    case 'array':
    case 'set': {
      const limits = limitsCode(
        type.constraints,
        type.kind === 'set' ? ['minItems', 'maxItems'] : ['minItems', 'maxItems', 'uniqueItems'],
      );
      return `${use(type.kind === 'set' ? 'set' : 'list')}(${inner(type.items)}${limits})`;
    }
    case 'tuple':
      return form === 'wire'
        ? `${use('items')}({ ${type.items.map((item) => `${propertyName(item.name)}: ${inner(item.type)}`).join(', ')} })`
        : `${use('tuple')}([${type.items.map((item) => inner(item.type)).join(', ')}])`;
    case 'map':
      return mapCode(type, form, parts);
    case 'object':
      return objectCode(type.properties, form, parts, 0);
    case 'union':
      return unionCode(type, form, parts);
    case 'nullable':
      return `${use('nullable')}(${inner(type.inner)})`;
    case 'json':
      return use(form === 'wire' ? 'jsonText' : 'anything');
    case 'recursive':
      return `read${names.declare(type)}`;
    case 'reference':
      return `read${names.nameOf(type.name)}`;
  }
}

/** A reader of an object. @param level of the line that it begins on; its properties are one a line */
export function objectCode(
  properties: readonly PropertySpec[],
  form: ReplyForm,
  parts: CodeParts,
  level: number,
): string {
  const members = properties.map((one) => `${propertyName(one.name)}: ${propertyCode(one, form, parts)}`);
  const aliases = properties.filter(({ name, alias = name }) => alias !== name);
  const names = aliases.map(({ name, alias = name }) => `${propertyName(name)}: ${stringLiteral(alias)}`);
  const rest = names.length === 0 ? '' : `, { ${names.join(', ')} }`;
  const indent = '  '.repeat(level + 1);
  const body =
    members.join(', ').length + 2 * level < 80
      ? `{ ${members.join(', ')} }`
      : `{\n${members.map((one) => `${indent}${one},\n`).join('')}${'  '.repeat(level)}}`;
  return `${parts.use('object')}(${members.length === 0 ? '{}' : body}${rest})`;
}

/** A reader of a property, which may be absent. */
export function propertyCode(
  { type, optional, default: fallback }: PropertySpec,
  form: ReplyForm,
  parts: CodeParts,
): string {
  const code = readerCode(type, form, parts);
  if (fallback !== undefined)
    return `${parts.use('withDefault')}(${code}, () => ${thunk(domainLiteral(type, fallback))})`;
  if (optional !== true) return code;
  return `${parts.use(holdsNull(type) ? 'absent' : 'optional')}(${code})`;
}

function thunk(code: string): string {
  return code.startsWith('{') ? `(${code})` : code;
}

function textCode({ minLength, maxLength, pattern, format }: Constraints = {}, { use }: CodeParts): string {
  const checks = [
    ...(minLength === undefined ? [] : [`minLength: ${minLength}`]),
    ...(maxLength === undefined ? [] : [`maxLength: ${maxLength}`]),
    ...(pattern === undefined
      ? []
      : [`pattern: ${regExpCode(patternRegExp(unicodePattern(pattern) ?? pattern))}`]),
    ...(format === undefined ? [] : [`pattern: ${regExpCode(formatPattern(format) ?? /(?:)/u)}`]),
  ];
  return checks.length === 0 ? `${use('text')}()` : `${use('text')}({ ${checks.join(', ')} })`;
}

/** As a literal: without names of groups, which older targets do not take. */
function regExpCode(pattern: RegExp): string {
  return String(pattern).replaceAll(/\(\?<[a-z]+>/giu, '(');
}

function numberCode(
  { integer, constraints = {} }: Extract<ValueType, { kind: 'number' }>,
  { use }: CodeParts,
): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  const checks: [code: string, words: string][] = [];
  if (integer === true) checks.push(['Number.isSafeInteger(value)', '']);
  if (minimum !== undefined) checks.push([`value >= ${minimum}`, `at least ${minimum}`]);
  if (maximum !== undefined) checks.push([`value <= ${maximum}`, `at most ${maximum}`]);
  if (exclusiveMinimum !== undefined)
    checks.push([`value > ${exclusiveMinimum}`, `more than ${exclusiveMinimum}`]);
  if (exclusiveMaximum !== undefined)
    checks.push([`value < ${exclusiveMaximum}`, `less than ${exclusiveMaximum}`]);
  if (multipleOf !== undefined)
    checks.push([`${use('isMultiple')}(value, ${multipleOf})`, `a multiple of ${multipleOf}`]);
  if (checks.length === 0) return `${use('number')}()`;
  const words = [integer === true ? 'a whole number' : 'a number', ...checks.map(([, each]) => each)];
  const code = checks.map(([each]) => each).join(' && ');
  return `${use('number')}(${stringLiteral(words.filter((each) => each !== '').join(', '))}, (value) => ${code})`;
}

function enumCode(type: Extract<ValueType, { kind: 'enum' }>, { use }: CodeParts): string {
  const shown = shownValues(type);
  const isPlain = shown.every((text, at) => text === type.values[at] && typeof text === 'string');
  if (isPlain) return `${use('oneOf')}(${printValue(type.values, 1, 30)})`;
  return `${use('named')}(${printValue(
    type.values.map((value, at) => [shown[at], value]),
    1,
    30,
  )})`;
}

function limitsCode(limits: Constraints = {}, names: readonly (keyof Constraints)[]): string {
  const said = names.flatMap((name) =>
    limits[name] === undefined ? [] : [`${name}: ${String(limits[name])}`],
  );
  return said.length === 0 ? '' : `, { ${said.join(', ')} }`;
}

function mapCode(type: MapType, form: ReplyForm, parts: CodeParts): string {
  const { use } = parts;
  const key = readerCode(type.key, form, parts);
  const named = type.key.kind === 'number' && form === 'prompt' ? `${use('numberKey')}(${key})` : key;
  const limits = limitsCode(type.constraints, ['minItems', 'maxItems']);
  const read = `${use(form === 'wire' ? 'pairs' : 'entries')}(${named}, ${readerCode(type.value, form, parts)}${limits})`;
  return `${use(type.form === 'map' ? 'map' : 'record')}(${read})`;
}

function unionCode(type: Extract<ValueType, { kind: 'union' }>, form: ReplyForm, parts: CodeParts): string {
  const { use } = parts;
  if (type.discriminator === undefined) {
    const kinds = type.variants.map((one) => `${one.kind}: ${readerCode(one, form, parts)}`);
    return `${use('byKind')}({ ${kinds.join(', ')} })`;
  }
  const name = type.discriminator;
  let tag = name;
  const variants = type.variants.flatMap((variant) => {
    if (variant.kind !== 'object') return [];
    const found = variant.properties.find((one) => one.name === name);
    tag = found?.alias ?? name;
    const values = found?.type.kind === 'enum' ? shownValues(found.type) : [];
    const code = objectCode(variant.properties, form, parts, 1);
    return values.map((value) => `[${printValue(value, 0, 0)}, ${code}]`);
  });
  return `${use('byTag')}(${stringLiteral(tag)}, [${variants.join(', ')}])`;
}

import { shownValues } from '@sigil/schema';
import type { PropertySpec, ValueType } from '@sigil/spec';
import { propertyName, stringLiteral } from '../emit/literal.js';
import { printValue } from '../emit/print-value.js';
import { domainLiteral } from './domain-literal.js';
import type { NamedTypes } from './named-types.js';
import type { Use } from './function-texts.js';

/** What input expressions need: functions of the file, and the names of its types. */
export interface CodeParts {
  readonly use: Use;
  readonly names: NamedTypes;
}

/**
 * An expression that makes of a value what a prompt shows of it: text, or what is written as JSON.
 *
 * @param value the expression of the value
 */
export function shownCode(type: ValueType, value: string, parts: CodeParts, depth = 0): string {
  const item = depth === 0 ? 'item' : `item${depth + 1}`;
  const inner = (one: ValueType, held: string): string => shownCode(one, held, parts, depth + 1);
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'template':
    case 'reference':
      return type.kind === 'reference' ? `shown${parts.names.nameOf(type.name)}(${value})` : value;
    case 'recursive':
      return `shown${parts.names.declare(type)}(${value})`;
    case 'date':
      return `${value}.toISOString()${type.precision === 'day' ? '.slice(0, 10)' : ''}`;
    case 'bigint':
      return `String(${value})`;
    case 'enum': {
      const shown = shownValues(type);
      if (shown.every((text, at) => text === type.values[at])) return value;
      return `new Map<unknown, unknown>(${printValue(
        type.values.map((one, at) => [one, shown[at]]),
        2,
        60,
      )}).get(${value})`;
    }
    case 'array':
    case 'set': {
      const each = inner(type.items, item);
      const list = type.kind === 'set' ? `[...${value}]` : value;
      return each === item ? list : `${list}.map((${item}) => ${arrowBody(each)})`;
    }
    case 'tuple':
      return tupleCode(type, value, inner);
    case 'map': {
      const key = keyCode(type.key, 'key');
      const held = inner(type.value, item);
      // Keys that are numbers come first in an object, whatever they are shown as.
      const record = key === 'key' ? `[...${value}]` : `Object.entries(Object.fromEntries(${value}))`;
      const entries = type.form === 'map' ? record : `Object.entries(${value})`;
      if (type.form === 'record' && key === 'key' && held === item) return value;
      return `Object.fromEntries(${entries}.map(([key, ${item}]) => [${key}, ${held}]))`;
    }
    case 'object':
      return `{ ${inKeyOrder(type.properties)
        .map((one) => memberCode(one, value, inner))
        .join(', ')} }`;
    case 'union':
      return type.discriminator === undefined ? value : variantsCode(type, value, inner);
    case 'nullable': {
      const held = inner(type.inner, value);
      return held === value ? value : `(${value} === null ? null : ${held})`;
    }
    case 'json':
      return `${parts.use('plain')}(${value})`;
  }
}

function arrowBody(code: string): string {
  return code.startsWith('{') ? `(${code})` : code;
}

/** In the order of the keys of an object: those that are numbers come first. An alias keeps the place of its name. */
function inKeyOrder(properties: readonly PropertySpec[]): readonly PropertySpec[] {
  const names = Object.keys(Object.fromEntries(properties.map(({ name }) => [name, 1])));
  return names.flatMap((name) => properties.filter((one) => one.name === name));
}

function memberCode(
  { name, alias = name, type, optional, default: fallback }: PropertySpec,
  value: string,
  inner: (type: ValueType, held: string) => string,
): string {
  const at = `${value}${access(name)}`;
  const held = inner(type, at);
  const key = `${propertyName(alias)}: `;
  if (fallback !== undefined) {
    const whole = inner(type, `(${at} === undefined ? ${domainLiteral(type, fallback)} : ${at})`);
    return `${key}${whole}`;
  }
  // JSON leaves out what is undefined.
  return optional === true && held !== at
    ? `${key}${at} === undefined ? undefined : ${held}`
    : `${key}${held}`;
}

/** How a property is reached. */
export function access(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

function tupleCode(
  { items, rest }: Extract<ValueType, { kind: 'tuple' }>,
  value: string,
  inner: (type: ValueType, held: string) => string,
): string {
  const codes = items.map(({ type, optional }, at) => {
    const held = `${value}[${at}]`;
    const code = inner(type, held);
    return optional === true ? `...(${held} === undefined ? [] : [${code}])` : code;
  });
  const more =
    rest === undefined ? [] : [`...${value}.slice(${items.length}).map((one) => ${inner(rest, 'one')})`];
  return `[${[...codes, ...more].join(', ')}]`;
}

function keyCode(key: Extract<ValueType, { kind: 'map' }>['key'], code: string): string {
  if (key.kind !== 'enum') return code;
  const shown = shownValues(key);
  if (shown.every((text, at) => text === key.values[at])) return code;
  const pairs = key.values.map((one, at) => [String(one), String(shown[at])]);
  return `new Map(${printValue(pairs, 2, 60)}).get(String(${code}))`;
}

function variantsCode(
  { variants, discriminator = '' }: Extract<ValueType, { kind: 'union' }>,
  value: string,
  inner: (type: ValueType, held: string) => string,
): string {
  const last = variants.length - 1;
  return `(${variants
    .map((variant, at) => {
      const code = inner(variant, value);
      if (at === last || variant.kind !== 'object') return code;
      const tag = variant.properties.find(({ name }) => name === discriminator);
      const values = tag?.type.kind === 'enum' ? tag.type.values : [];
      const tests = values.map((one) => `${value}${access(discriminator)} === ${printValue(one, 0, 0)}`);
      return `${tests.join(' || ')} ? ${code} : `;
    })
    .join('')})`;
}

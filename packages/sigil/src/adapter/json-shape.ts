import { holdsNull, isNoValue, shownValues, templateWords, toPrompt } from '@sigil/schema';
import type { EnumType, MapType, PropertySpec, TupleItem, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import { limitWords, listLimits } from './limit-words.js';
import { tupleLabel } from './tuple-label.js';

/**
 * What JSON of a type looks like, in TypeScript's notation, with the rest in comments. What stands in quotes is meant to
 * the letter, but for what stands in `<>`.
 */
export function jsonShape(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return type.suggestions === undefined
        ? 'string'
        : [...type.suggestions.map((text) => JSON.stringify(text)), 'string'].join(' | ');
    case 'number':
      return type.integer === true ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'bigint':
    case 'date':
    case 'template':
      return 'string';
    case 'enum':
      return shownValues(type)
        .map((value) => JSON.stringify(value))
        .join(' | ');
    case 'array':
    case 'set':
      return `${groupedShape(type.items)}[]`;
    case 'tuple':
      return `[${type.items.map(itemShape).join(', ')}]`;
    case 'map':
      return `{ "${keyWords(type.key)}": ${shapeWithWords(type.value)}, ... }`;
    case 'union':
      return type.variants.map(shapeWithWords).join(' | ');
    case 'nullable':
      return `${jsonShape(type.inner)}${saysNull(type.inner) ? '' : ' | null'}`;
    case 'json':
      return 'any';
    case 'recursive':
      return `/* ${type.name} is */ ${groupedShape(type.type)}`;
    case 'reference':
      return type.name;
    case 'object':
      return `{ ${type.properties.map(propertyShape).join(', ')} }`;
  }
}

/** The shape of a list's items, in brackets where it is more than one word. */
export function groupedShape(type: ValueType): string {
  const shape = shapeWithWords(type);
  const isChoice = type.kind === 'enum' || type.kind === 'nullable' || type.kind === 'union';
  return isChoice || type.kind === 'recursive' || shape !== jsonShape(type) ? `(${shape})` : shape;
}

/** Dates and other values that are text, in words. */
export function textWords(type: ValueType): string {
  if (type.kind === 'bigint') return 'a whole number, all digits';
  if (type.kind === 'template') return `text like ${templateWords(type)}`;
  if (type.kind !== 'date') return '';
  return type.precision === 'day' ? 'a date like 2026-01-31' : 'a date and time like 2026-01-31T12:00:00Z';
}

/** What the values of a choice mean, where the declaration says so: `High: Needs a person.` */
export function meaningWords(type: EnumType): string {
  const shown = shownValues(type);
  return (type.members ?? [])
    .flatMap(({ description }, at) =>
      description === undefined ? [] : [`${String(shown[at])}: ${description}`],
    )
    .join('; ');
}

/** What a value can look like, where the declaration has examples. */
export function exampleWords({ type, examples = [] }: PropertySpec): string {
  const shown = examples.map((example) => {
    const value = toPrompt(type, example);
    return typeof value === 'string' && !/[\n"]/u.test(value) ? value : JSON.stringify(value);
  });
  return shown.length === 0 ? '' : `, for example ${shown.join(' or ')}`;
}

/** What a value is that a reply leaves out. */
export function defaultWords({ type, default: fallback }: PropertySpec): string {
  if (fallback === undefined) return '';
  const value = toPrompt(type, fallback);
  const isPlain = typeof value === 'string' && !/[\n"]/u.test(value) && !isNoValue(value);
  return `, default ${isPlain ? value : JSON.stringify(value)}`;
}

/** True where the words of a type end with null already. */
export function saysNull(type: ValueType): boolean {
  return type.kind !== 'json' && holdsNull(type);
}

function propertyShape(property: PropertySpec): string {
  const { type, description } = property;
  const orNull = property.optional === true && !saysNull(type) ? ' | null' : '';
  const words = `${wordsOf(type)}${defaultWords(property)}${exampleWords(property)}${description === undefined ? '' : `. ${description}`}`;
  return `${JSON.stringify(shownName(property))}: ${jsonShape(type)}${orNull}${comment(words)}`;
}

/** A label says what the item is. */
function itemShape(item: TupleItem): string {
  const label = tupleLabel(item);
  const words = `${wordsOf(item.type)}${label === undefined ? '' : `. ${label}`}`;
  return `${jsonShape(item.type)}${comment(words)}`;
}

function shapeWithWords(type: ValueType): string {
  return `${jsonShape(type)}${comment(wordsOf(type))}`;
}

/** What the shape alone does not say. */
function wordsOf(type: ValueType): string {
  switch (type.kind) {
    case 'nullable':
      return wordsOf(type.inner);
    case 'array':
    case 'set':
      return limitWords(listLimits(type));
    case 'string':
    case 'number':
    case 'map':
      return limitWords(type.constraints);
    case 'enum': {
      const words = meaningWords(type);
      return words === '' ? '' : `. ${words}`;
    }
    case 'bigint':
    case 'date':
    case 'template':
      return `, ${textWords(type)}`;
    case 'boolean':
    case 'tuple':
    case 'object':
    case 'union':
    case 'json':
    case 'recursive':
    case 'reference':
      return '';
  }
}

function comment(words: string): string {
  return words === '' ? '' : ` /* ${words.replace(/^[,.] /u, '').replaceAll('*/', '* /')} */`;
}

/** In `<>`, since what stands in quotes is meant to the letter otherwise. */
function keyWords(key: MapType['key']): string {
  switch (key.kind) {
    case 'string':
      return '<text>';
    case 'number':
      return '<number>';
    case 'enum':
      return `<${shownValues(key).join('|')}>`;
    case 'template':
      return templateWords(key);
  }
}

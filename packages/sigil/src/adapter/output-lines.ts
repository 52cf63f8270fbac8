import { shownValues, templateWords, toPrompt } from '@sigil/schema';
import type {
  ArrayType,
  Constraints,
  DateType,
  EnumType,
  FieldSpec,
  PropertySpec,
  SetType,
  ValueType,
} from '@sigil/spec';
import { shownName } from '../template/shown-name.js';

/** The part of a prompt that says which lines to answer, one per output, each with its type, limits and meaning. */
export function outputLines(outputs: readonly FieldSpec[]): string {
  const lines = outputs.map((field) => {
    const optional = field.optional === true && field.type.kind !== 'nullable' ? ', or null if unknown' : '';
    const meaning = field.description === undefined ? '' : `. ${field.description}`;
    return `${shownName(field)}: ${typeWords(field.type)}${optional}${exampleWords(field)}${meaning}`;
  });
  const these = outputs.length === 1 ? 'this line' : 'these lines';
  return [`Answer with ${these} and nothing else:`, ...lines].join('\n');
}

/** What a value can look like, where the declaration has examples. */
function exampleWords({ type, examples = [] }: PropertySpec): string {
  const shown = examples.map((example) => {
    const value = toPrompt(type, example);
    return typeof value === 'string' && !/[\n"]/u.test(value) ? value : JSON.stringify(value);
  });
  return shown.length === 0 ? '' : `, for example ${shown.join(' or ')}`;
}

/** A type in words, short enough for a small model. */
function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'string': {
      const suggested = type.suggestions === undefined ? '' : ` such as ${type.suggestions.join(' or ')}`;
      return `text${suggested}${limitWords(type.constraints)}`;
    }
    case 'number':
      return `${type.integer === true ? 'a whole number' : 'a number'}${limitWords(type.constraints)}`;
    case 'boolean':
      return 'true or false';
    case 'bigint':
      return 'a whole number, all digits';
    case 'date':
      return dateWords(type);
    case 'enum':
      return `${shownValues(type).join(' or ')}${meanings(type)}`;
    case 'template':
      return `text like ${templateWords(type)}`;
    case 'array':
    case 'set':
      return `a JSON list of ${grouped(type.items)}${limitWords(listLimits(type))}`;
    case 'tuple':
      return `a JSON list like ${jsonShape(type)}`;
    case 'map':
    case 'object':
      return `JSON like ${jsonShape(type)}`;
    case 'union':
      return type.variants.every(
        ({ kind }) => kind === 'object' || kind === 'recursive' || kind === 'reference',
      )
        ? `JSON like ${jsonShape(type)}`
        : type.variants.map(typeWords).join(', or ');
    case 'nullable':
      return `${typeWords(type.inner)}, or null`;
    case 'json':
      return 'any JSON';
    case 'recursive':
      return `JSON like ${jsonShape(type)}`;
    case 'reference':
      return type.name;
  }
}

function dateWords({ precision }: DateType): string {
  return precision === 'day' ? 'a date like 2026-01-31' : 'a date and time like 2026-01-31T12:00:00Z';
}

/** What the values of a choice mean, where the declaration says so. */
function meanings(type: EnumType): string {
  const shown = shownValues(type);
  const words = (type.members ?? []).flatMap(({ description }, at) =>
    description === undefined ? [] : [`${String(shown[at])}: ${description}`],
  );
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

function listLimits(type: ArrayType | SetType): Constraints {
  return { ...type.constraints, ...(type.kind === 'set' ? { uniqueItems: true } : {}) };
}

/** The shape of a list's items, in brackets where they are alternatives. */
function grouped(type: ValueType): string {
  const isChoice = type.kind === 'enum' || type.kind === 'nullable' || type.kind === 'union';
  return isChoice ? `(${jsonShape(type)})` : jsonShape(type);
}

/** What JSON of a type looks like, in TypeScript's notation. */
function jsonShape(type: ValueType): string {
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
      return '"digits"';
    case 'date':
      return type.precision === 'day' ? '"2026-01-31"' : '"2026-01-31T12:00:00Z"';
    case 'enum':
      return shownValues(type)
        .map((value) => JSON.stringify(value))
        .join(' | ');
    case 'template':
      return JSON.stringify(templateWords(type));
    case 'array':
    case 'set':
      return `${grouped(type.items)}[]`;
    case 'tuple':
      return `[${type.items.map((item) => jsonShape(item.type)).join(', ')}]`;
    case 'map':
      return `{ [${type.key.kind === 'number' ? 'number' : type.key.kind === 'enum' ? jsonShape(type.key) : 'key'}]: ${jsonShape(type.value)} }`;
    case 'union':
      return type.variants.map(jsonShape).join(' | ');
    case 'nullable':
      return `${jsonShape(type.inner)} | null`;
    case 'json':
      return 'any';
    case 'recursive':
      return `${jsonShape(type.type)} /* this is ${type.name} */`;
    case 'reference':
      return type.name;
    case 'object': {
      const properties = type.properties.map((property) => {
        const limits = limitWords(limitsOf(property.type));
        const words = `${limits}${exampleWords(property)}${property.description === undefined ? '' : `. ${property.description}`}`;
        const comment = words === '' ? '' : ` /* ${words.replace(/^[,.] /u, '').replaceAll('*/', '* /')} */`;
        return `${JSON.stringify(shownName(property))}: ${jsonShape(property.type)}${property.optional === true ? ' | null' : ''}${comment}`;
      });
      return `{ ${properties.join(', ')} }`;
    }
  }
}

function limitsOf(type: ValueType): Constraints {
  if (type.kind === 'nullable') return limitsOf(type.inner);
  if (type.kind === 'array' || type.kind === 'set') return listLimits(type);
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'map'
    ? (type.constraints ?? {})
    : {};
}

function limitWords(constraints: Constraints = {}): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints;
  const { minLength, maxLength, pattern, format, minItems, maxItems, uniqueItems } = constraints;
  const limits: string[] = [];
  if (minimum !== undefined && maximum !== undefined) limits.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) limits.push(`at least ${minimum}`);
  else if (maximum !== undefined) limits.push(`at most ${maximum}`);
  if (exclusiveMinimum !== undefined) limits.push(`more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) limits.push(`less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined) limits.push(`a multiple of ${multipleOf}`);
  limits.push(...countWords(minLength, maxLength, 'character'), ...countWords(minItems, maxItems, 'item'));
  if (uniqueItems === true) limits.push('no item twice');
  if (pattern !== undefined) limits.push(`matching /${pattern}/`);
  if (format !== undefined) limits.push(`in the format ${format}`);
  return limits.length === 0 ? '' : `, ${limits.join(', ')}`;
}

function countWords(least: number | undefined, most: number | undefined, noun: string): readonly string[] {
  const nouns = (count: number): string => `${count} ${noun}${noun === 'item' && count === 1 ? '' : 's'}`;
  if (least !== undefined && most !== undefined) return [`${least} to ${nouns(most)}`];
  if (least !== undefined) return [`at least ${nouns(least)}`];
  return most === undefined ? [] : [`at most ${nouns(most)}`];
}

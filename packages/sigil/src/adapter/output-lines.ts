import { shownValues } from '@sigil/schema';
import type { FieldSpec, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import {
  defaultWords,
  exampleWords,
  groupedShape,
  jsonShape,
  meaningWords,
  saysNull,
  textWords,
} from './json-shape.js';
import { limitWords, listLimits } from './limit-words.js';

/** The part of a prompt that says which lines to answer, one per output, each with its type, limits and meaning. */
export function outputLines(outputs: readonly FieldSpec[]): string {
  const lines = outputs.map((field) => `${shownName(field)}: ${outputWords(field)}`);
  const these = outputs.length === 1 ? 'this line' : 'these lines';
  return [`Answer with ${these} and nothing else:`, ...lines].join('\n');
}

/** The type, limits and meaning of an output. */
export function outputWords(field: FieldSpec): string {
  const optional = field.optional === true && !saysNull(field.type) ? ', or null if unknown' : '';
  const meaning = field.description === undefined ? '' : `. ${field.description}`;
  return `${typeWords(field.type)}${optional}${defaultWords(field)}${exampleWords(field)}${meaning}`;
}

/** A type in words, short enough for a small model. */
export function typeWords(type: ValueType): string {
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
    case 'date':
    case 'template':
      return textWords(type);
    case 'enum': {
      const meanings = meaningWords(type);
      return `${shownValues(type).join(' or ')}${meanings === '' ? '' : ` (${meanings})`}`;
    }
    case 'array':
    case 'set':
      return `a JSON list of ${groupedShape(type.items)}${limitWords(listLimits(type))}`;
    case 'tuple':
      return `a JSON list like ${jsonShape(type)}`;
    case 'map':
      return `JSON like ${jsonShape(type)}${limitWords(type.constraints)}`;
    case 'object':
      return `JSON like ${jsonShape(type)}`;
    case 'union':
      return type.variants.every(
        ({ kind }) => kind === 'object' || kind === 'recursive' || kind === 'reference',
      )
        ? `JSON like ${type.variants.map(jsonShape).join(' or like ')}`
        : type.variants.map(typeWords).join(', or ');
    case 'nullable':
      return `${typeWords(type.inner)}${saysNull(type.inner) ? '' : ', or null'}`;
    case 'json':
      return 'any JSON';
    case 'recursive':
      return `${typeWords(type.type)}, where ${type.name} is ${type.type.kind === 'union' ? 'one of these' : 'one like it'}`;
    case 'reference':
      return type.name;
  }
}

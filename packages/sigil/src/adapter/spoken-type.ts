import { shownValues, templateWords, toPrompt } from '@sigil/schema';
import type { FieldSpec, MapType, PropertySpec, TupleItem, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import { exampleWords, meaningWords, saysNull } from './json-shape.js';
import { limitWords, listLimits } from './limit-words.js';
import { typeWords } from './output-lines.js';
import { tupleLabel } from './tuple-label.js';

/** The part of a prompt that says what an answer in the model's own words has to say. It names no format. */
export function spokenOutputs(outputs: readonly FieldSpec[]): string {
  const lines = outputs.map((field) => `- ${spokenProperty(field)}`);
  return ['Answer in your own words. Say clearly:', ...lines].join('\n');
}

function spokenProperty(property: PropertySpec): string {
  const { type, optional, description } = property;
  const orNothing = optional === true && !saysNull(type) ? ', or that it is unknown' : '';
  const usual = property.default === undefined ? '' : `, usually ${spokenValue(type, property.default)}`;
  const meaning = description === undefined ? '' : `. ${description}`;
  return `${shownName(property)}: ${spokenType(type)}${orNothing}${usual}${exampleWords(property)}${meaning}`;
}

/** A type in words alone. */
function spokenType(type: ValueType): string {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'date':
    case 'template':
      return typeWords(type);
    case 'boolean':
      return 'yes or no';
    case 'enum': {
      const meanings = meaningWords(type);
      const values = shownValues(type);
      const words = values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
      return `${words}${meanings === '' ? '' : ` (${meanings})`}`;
    }
    case 'array':
    case 'set':
      return `a list${limitWords(listLimits(type))}, each item ${spokenType(type.items)}`;
    case 'tuple':
      return type.items.map(spokenItem).join(', then ');
    case 'map':
      return `for each ${spokenKey(type.key)}: ${spokenType(type.value)}${limitWords(type.constraints)}`;
    case 'object':
      return `(${type.properties.map(spokenProperty).join('; ')})`;
    case 'union':
      return `either ${type.variants.map(spokenType).join(' or ')}`;
    case 'nullable':
      return `${spokenType(type.inner)}${saysNull(type.inner) ? '' : ', or that there is none'}`;
    case 'json':
      return 'anything';
    case 'recursive':
      return `${type.name}, which is ${spokenType(type.type)}`;
    case 'reference':
      return `another ${type.name}`;
  }
}

function spokenItem(item: TupleItem): string {
  const label = tupleLabel(item);
  return `${label === undefined ? '' : `${label}: `}${spokenType(item.type)}`;
}

function spokenKey(key: MapType['key']): string {
  if (key.kind === 'enum') return `of ${shownValues(key).join(', ')}`;
  if (key.kind === 'template') return templateWords(key);
  return key.kind === 'number' ? 'number' : 'name';
}

function spokenValue(type: ValueType, value: PropertySpec['default']): string {
  const shown = toPrompt(type, value ?? null);
  if (Array.isArray(shown) && shown.length === 0) return 'none';
  if (typeof shown === 'boolean') return shown ? 'yes' : 'no';
  if (shown === null || shown === '') return 'none';
  return typeof shown === 'string' ? shown : JSON.stringify(shown);
}

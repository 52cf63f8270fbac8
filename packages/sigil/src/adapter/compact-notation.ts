import { Definitions, holdsNull, shownValues, templateWords } from '@sigil/schema';
import type { FieldSpec, MapType, ObjectType, PropertySpec, ValueType } from '@sigil/spec';
import { shownName } from '../template/shown-name.js';
import { defaultWords, exampleWords, meaningWords, textWords } from './json-shape.js';
import { limitWords, listLimits } from './limit-words.js';
import { tupleLabel } from './tuple-label.js';

/** A type as it is written, and what only a comment can say of it. */
interface Noted {
  readonly text: string;
  /** Limits, behind a comma. */
  readonly words: string;
  /** What its values mean. */
  readonly meaning?: string;
}

/**
 * The object of the outputs in the notation of TypeScript: a line for each property, limits and meaning in comments. A
 * type that holds itself, or is used more than once, has a name and comes first.
 *
 * @example
 * ```ts
 * compactNotation([{ name: 'team', direction: 'out', type: { kind: 'enum', values: ['billing', 'sales'] } }]);
 * // -> '{\n  team: "billing" | "sales"\n}'
 * ```
 */
export function compactNotation(outputs: readonly FieldSpec[]): string {
  const writer = new NotationWriter(outputs);
  const object = writer.object(outputs, '');
  return [...writer.definitions(), object].join('\n');
}

class NotationWriter {
  readonly #definitions: Definitions<string>;
  /** The recursive types around what is being written, with what tells them from others of their name. */
  readonly #open: { readonly name: string; readonly key: string }[] = [];

  constructor(outputs: readonly FieldSpec[]) {
    this.#definitions = new Definitions(outputs);
  }

  definitions(): readonly string[] {
    return this.#definitions.all().map(([name, written]) => `type ${name} = ${written}`);
  }

  object(properties: readonly PropertySpec[], indentation: string): string {
    const inner = `${indentation}  `;
    const lines = properties.map((property) => {
      const { text, words } = this.#property(property, inner);
      return `${inner}${text}${words === '' ? '' : ` // ${words}`}\n`;
    });
    return properties.length === 0 ? '{}' : `{\n${lines.join('')}${indentation}}`;
  }

  #property(property: PropertySpec, indentation: string): Noted {
    const { text, words, meaning = '' } = this.#type(property.type, indentation);
    const mark = property.optional === true || property.default !== undefined ? '?' : '';
    const said = [
      `${words}${defaultWords(property)}${exampleWords(property)}`.replace(/^, /u, ''),
      meaning,
      property.description ?? '',
    ];
    return {
      text: `${keyName(shownName(property))}${mark}: ${text}`,
      words: oneLine(said.filter((part) => part !== '').reduce(sentences, '')),
    };
  }

  /** What stands inside of another type has its comment right behind it. */
  #inside(type: ValueType, indentation: string): string {
    const { text, words, meaning = '' } = this.#type(type, indentation);
    const comment = oneLine(words.replace(/^, /u, '') || meaning).replaceAll('*/', '* /');
    return comment === '' ? text : `${text} /* ${comment} */`;
  }

  #type(type: ValueType, indentation: string): Noted {
    switch (type.kind) {
      case 'string': {
        const suggested = (type.suggestions ?? []).map((one) => JSON.stringify(one));
        return { text: [...suggested, 'string'].join(' | '), words: limitWords(type.constraints) };
      }
      case 'number':
        return { text: type.integer === true ? 'int' : 'number', words: limitWords(type.constraints) };
      case 'boolean':
        return plain('boolean');
      case 'bigint':
      case 'date':
        return { text: 'string', words: `, ${textWords(type)}` };
      case 'template':
        return { text: 'string', words: `, like ${templateWords(type)}` };
      case 'enum': {
        const values = shownValues(type).map((value) => JSON.stringify(value));
        return { text: values.join(' | '), words: '', meaning: meaningWords(type) };
      }
      case 'array':
      case 'set': {
        const items = this.#inside(type.items, indentation);
        const isOne = !isChoice(type.items) && !items.endsWith('*/');
        return { text: isOne ? `${items}[]` : `(${items})[]`, words: limitWords(listLimits(type)) };
      }
      case 'tuple': {
        const items = type.items.map((item) => {
          const label = tupleLabel(item);
          return `${label === undefined ? '' : `${keyName(label)}: `}${this.#inside(item.type, indentation)}`;
        });
        return plain(`[${items.join(', ')}]`);
      }
      case 'map': {
        const value = this.#inside(type.value, indentation);
        return { text: `{ [${keyWords(type.key)}]: ${value} }`, words: limitWords(type.constraints) };
      }
      case 'object':
        return plain(this.#object(type, indentation));
      case 'union':
        return plain(type.variants.map((variant) => this.#inside(variant, indentation)).join(' | '));
      case 'nullable': {
        const inner = this.#type(type.inner, indentation);
        return holdsNull(type.inner) ? inner : { ...inner, text: `${inner.text} | null` };
      }
      case 'json':
        return plain('any');
      case 'recursive':
        return plain(this.#recursive(type.name, type.type));
      case 'reference': {
        const open = this.#open.findLast(({ name }) => name === type.name);
        if (open === undefined)
          throw new TypeError(`No recursive type '${type.name}' stands around this reference.`);
        return plain(this.#definitions.nameOf(open.key));
      }
    }
  }

  #object(type: ObjectType, indentation: string): string {
    if (type.name === undefined || !this.#definitions.isShared(type))
      return this.object(type.properties, indentation);
    return this.#definitions.name(type.name, JSON.stringify(type), () => this.object(type.properties, ''));
  }

  #recursive(name: string, type: ValueType): string {
    // What it holds may lead back to a type around it: two such types are one only in the same surroundings.
    const key = `${this.#open.map((open) => open.key).join(' ')} ${JSON.stringify(type)}`;
    this.#open.push({ name, key });
    const written = this.#definitions.name(name, key, () => this.#inside(type, ''));
    this.#open.pop();
    return written;
  }
}

function plain(text: string): Noted {
  return { text, words: '' };
}

/** True for a type that is written with `|`. */
function isChoice(type: ValueType): boolean {
  return (
    ['enum', 'union', 'nullable'].includes(type.kind) ||
    (type.kind === 'string' && type.suggestions !== undefined)
  );
}

function keyWords(key: MapType['key']): string {
  switch (key.kind) {
    case 'string':
      return 'key: string';
    case 'number':
      return 'key: number';
    case 'enum':
      return `key: ${shownValues(key)
        .map((value) => JSON.stringify(String(value)))
        .join(' | ')}`;
    case 'template':
      return `key: string /* like ${templateWords(key).replaceAll('*/', '* /')} */`;
  }
}

/** Without quotes where it is a name. */
function keyName(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name);
}

function sentences(before: string, next: string): string {
  if (before === '') return next;
  return `${before}${/[.!?]$/u.test(before) ? '' : '.'} ${next}`;
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

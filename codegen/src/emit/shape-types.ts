import type { ObjectTree, PropertyTree, TypeTree } from '../declaration/type-tree.js';
import { indentation } from './layout.js';
import { numberLiteral, propertyName, stringLiteral, WIDTH } from './literal.js';

/** Names for the interfaces of one signature: one for each declaration that its fields lead to. */
export class ShapeNames {
  readonly #names = new Map<string, string>();
  readonly #trees = new Map<string, ObjectTree>();
  readonly #prefix: string;

  constructor(className: string) {
    this.#prefix = className;
  }

  /** Interfaces that were named, in the order of their first use. */
  get interfaces(): ReadonlyMap<string, ObjectTree> {
    return this.#trees;
  }

  /** `Ticket_Item` for the interface `Item`; `Ticket_Item2` for another one of that name. */
  nameOf(tree: ObjectTree, name: string): string {
    const { file, line, column } = tree.declared;
    const key = `${file}:${line}:${column}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    let fresh = `${this.#prefix}_${name}`;
    for (let at = 2; this.#trees.has(fresh); at += 1) fresh = `${this.#prefix}_${name}${at}`;
    this.#names.set(key, fresh);
    this.#trees.set(fresh, tree);
    return fresh;
  }
}

/** One member of an interface: `hint?: string`. */
export function memberType(
  property: Pick<PropertyTree, 'name' | 'optional' | 'type'>,
  names: ShapeNames,
  level: number,
): string {
  const key = `${propertyName(property.name)}${property.optional ? '?' : ''}:`;
  const type = typeText(property.type, names, level);
  if (!type.includes('\n') && 2 * level + key.length + type.length + 2 <= WIDTH) return `${key} ${type}`;
  const alternatives = unionParts(property.type, names, level);
  if (alternatives.length < 3) return `${key} ${type}`;
  const line = `\n${indentation(level + 1)}| `;
  return `${key}${alternatives.map((alternative) => `${line}${alternative}`).join('')}`;
}

/** A type as the class writes it, with values in the place of enums and aliases. */
function typeText(type: TypeTree, names: ShapeNames, level: number): string {
  switch (type.kind) {
    case 'array': {
      const items = typeText(type.items, names, level);
      const isUnion = unionParts(type.items, names, level).length > 1;
      return `${type.readonly ? 'readonly ' : ''}${isUnion || items.startsWith('readonly ') ? `(${items})` : items}[]`;
    }
    case 'object': {
      if (type.name !== undefined) return names.nameOf(type, type.name);
      const inner = indentation(level + 1);
      const members = type.properties.map(
        (property) => `${inner}${memberType(property, names, level + 1)};\n`,
      );
      return `{\n${members.join('')}${indentation(level)}}`;
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'nullable':
    case 'undefinable':
    case 'refused':
      return unionParts(type, names, level).join(' | ');
  }
}

function unionParts(type: TypeTree, names: ShapeNames, level: number): string[] {
  switch (type.kind) {
    case 'enum':
      return type.values.map((value) =>
        typeof value === 'string' ? stringLiteral(value) : numberLiteral(value),
      );
    case 'nullable':
      return [...unionParts(type.inner, names, level), 'null'];
    case 'undefinable':
      return [...unionParts(type.inner, names, level), 'undefined'];
    case 'array':
    case 'object':
      return [typeText(type, names, level)];
    case 'string':
    case 'number':
    case 'boolean':
      return [type.kind];
    case 'refused':
      return ['never'];
  }
}

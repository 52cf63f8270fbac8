import type { TemplateHole } from '@sigil/spec';
import type { Brand, ObjectTree, PropertyTree, RecursiveTree, TypeTree } from '../declaration/type-tree.js';
import { innerTypes } from '../declaration/inner-types.js';
import { indentation } from './layout.js';
import { numberLiteral, propertyName, stringLiteral, WIDTH } from './literal.js';

/** A type that gets a name of its own in the generated file. */
export type NamedTree = ObjectTree | RecursiveTree;

/** Names for the types of one signature: one for each declaration that its fields lead to. */
export class ShapeNames {
  readonly #names = new Map<string, string>();
  readonly #trees = new Map<string, NamedTree>();
  readonly #prefix: string;

  constructor(className: string) {
    this.#prefix = className;
  }

  /** Types that were named, in the order of their first use. */
  get named(): ReadonlyMap<string, NamedTree> {
    return this.#trees;
  }

  /** `Ticket_Item` for the interface `Item`; `Ticket_Item2` for another one of that name. */
  nameOf(tree: NamedTree, name: string): string {
    const known = this.#names.get(tree.identity);
    if (known !== undefined) return known;
    const wanted = `${this.#prefix}_${name.replace(/[^\p{L}\p{N}$]+/gu, '_')}`;
    let fresh = wanted;
    for (let at = 2; this.#trees.has(fresh); at += 1) fresh = `${wanted}${at}`;
    this.#names.set(tree.identity, fresh);
    this.#trees.set(fresh, tree);
    return fresh;
  }

  /** The name of a type that was named before: one that stands around. */
  known(identity: string): string {
    return this.#names.get(identity) ?? 'unknown';
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
export function typeText(type: TypeTree, names: ShapeNames, level: number): string {
  const bare = bareText(type, names, level);
  const text = type.phantom === undefined ? bare : `${bare} & ${type.phantom}`;
  // As the class has it: the compiler options decide whether `undefined` is left.
  return type.stripped === true ? `Required<{ is?: ${text} | undefined }>['is']` : text;
}

function bareText(type: TypeTree, names: ShapeNames, level: number): string {
  const inner = (one: TypeTree): string => typeText(one, names, level);
  switch (type.kind) {
    case 'array':
      return `${type.readonly ? 'readonly ' : ''}${listText(type.items, names, level)}`;
    case 'set':
      return `${type.readonly ? 'ReadonlySet' : 'Set'}<${inner(type.items)}>`;
    case 'map': {
      if (type.form === 'record' && type.key.kind !== 'enum' && leadsBack(type.value)) {
        return `{ ${type.readonly ? 'readonly ' : ''}[key: ${inner(type.key)}]: ${inner(type.value)} }`;
      }
      const name = type.form === 'map' ? (type.readonly ? 'ReadonlyMap' : 'Map') : 'Record';
      const text = `${name}<${inner(type.key)}, ${inner(type.value)}>`;
      return type.form === 'record' && type.readonly ? `Readonly<${text}>` : text;
    }
    case 'tuple': {
      const isNamed = type.items.every(({ name }) => name !== undefined);
      const items = type.items.map(({ name, optional, type: one }) => {
        const mark = optional ? '?' : '';
        if (isNamed) return `${name ?? ''}${mark}: ${inner(one)}`;
        return optional ? `(${inner(one)})?` : inner(one);
      });
      const rest =
        type.rest === undefined
          ? []
          : [`...${isNamed && items.length > 0 ? 'rest: ' : ''}${listText(type.rest, names, level)}`];
      return `${type.readonly ? 'readonly ' : ''}[${[...items, ...rest].join(', ')}]`;
    }
    case 'object': {
      // TypeScript compares such a class by its name.
      if (type.nominal === true) return 'any';
      if (type.name !== undefined) return names.nameOf(type, type.name);
      return literalType(type, names, level);
    }
    case 'recursive':
      return names.nameOf(
        type.type.kind === 'object' && type.type.name !== undefined ? type.type : type,
        type.name,
      );
    case 'reference':
      return names.known(type.identity);
    default:
      return bareParts(type, names, level).join(' | ');
  }
}

/** `string[]`, `(string | null)[]` */
function listText(items: TypeTree, names: ShapeNames, level: number): string {
  const text = typeText(items, names, level);
  const isUnion = unionParts(items, names, level).length > 1;
  return `${isUnion || /^readonly |&/u.test(text) ? `(${text})` : text}[]`;
}

/** `{ a: string }`, one member a line. */
function literalType(type: ObjectTree, names: ShapeNames, level: number): string {
  const inner = indentation(level + 1);
  const members = type.properties.map((property) => `${inner}${memberType(property, names, level + 1)};\n`);
  return `{\n${members.join('')}${indentation(level)}}`;
}

function unionParts(type: TypeTree, names: ShapeNames, level: number): string[] {
  return type.stripped === true ? [typeText(type, names, level)] : bareParts(type, names, level);
}

function bareParts(type: TypeTree, names: ShapeNames, level: number): string[] {
  switch (type.kind) {
    case 'enum':
      return type.values.map(literalText);
    case 'nullable':
      return [...unionParts(type.inner, names, level), 'null'];
    case 'undefinable':
      return [...unionParts(type.inner, names, level), 'undefined'];
    case 'union':
      return type.variants.flatMap((variant) => unionParts(variant, names, level));
    case 'string':
      if (type.brand !== undefined) return [brandText('string', type.brand)];
      return type.suggestions === undefined
        ? ['string']
        : [...type.suggestions.map(stringLiteral), '(string & {})'];
    case 'number':
      return [type.brand === undefined ? 'number' : brandText('number', type.brand)];
    case 'boolean':
    case 'bigint':
      return [type.kind];
    case 'date':
      return ['Date'];
    case 'json':
      return type.said === undefined ? [type.form] : saidParts(type.said, names, level);
    case 'template':
      return [templateText(type.parts)];
    case 'refused':
      return ['never'];
    default:
      return [typeText(type, names, level)];
  }
}

/** An alias for any JSON, as it is written. The type around it gets a name, to which its inside leads back. */
function saidParts(
  { type, around }: NonNullable<Extract<TypeTree, { kind: 'json' }>['said']>,
  names: ShapeNames,
  level: number,
): string[] {
  const name = names.nameOf(around, around.name);
  return type === around ? [name] : unionParts(type, names, level);
}

/** Whether a type around is met inside: through Record, an alias may not lead back to itself (TS2456). */
export function leadsBack(type: TypeTree): boolean {
  return type.kind === 'reference' || innerTypes(type).some(({ type: inner }) => leadsBack(inner));
}

function literalText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? stringLiteral(value) : numberLiteral(value);
}

/** A brand by a symbol has no text here: the base is what is compared. */
function brandText(base: string, { text }: Brand): string {
  return text === undefined ? base : `${base} & ${text}`;
}

function templateText(parts: readonly (string | TemplateHole)[]): string {
  const text = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[`\\]|\$\{/gu, (found) => `\\${found}`);
    const hole = part.kind === 'choice' ? part.values.map(stringLiteral).join(' | ') : part.kind;
    return `\${${hole}}`;
  });
  return `\`${text.join('')}\``;
}

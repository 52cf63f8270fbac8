import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { ObjectTree, PropertyTree, TypeTree } from '../declaration/type-tree.js';
import { unfold } from '../declaration/inner-types.js';
import { streamMode } from '../spec/property-parts.js';
import { indentation } from './layout.js';
import { propertyName, stringLiteral, WIDTH } from './literal.js';
import { leadsBack, typeText, type ShapeNames } from './shape-types.js';

/**
 * The interfaces of what a stream shows of the outputs while it runs. Text and objects grow, lists and maps start empty,
 * everything else is whole or absent; `@stream` says otherwise for one field or property.
 *
 * @param names of the shapes, which all types of the outputs have by now
 */
export function printPartials(declaration: ClassDeclaration, names: ShapeNames): readonly string[] {
  const printer = new PartialPrinter(names);
  const outputs = declaration.fields.filter(({ decorators }) => decorators[0]?.name === 'OutputField');
  const members = outputs.flatMap((field) => (field.type === undefined ? [] : [memberOf(field, field.type)]));
  return [printer.interface(`${declaration.name ?? ''}Partial`, members), ...printer.nested()];
}

/** What a partial has to know of a field or a property. */
type Member = Pick<PropertyTree, 'name' | 'optional' | 'type' | 'doc'>;

function memberOf({ name = '', optional, doc }: FieldDeclaration, type: TypeTree): Member {
  return { name, optional, type, ...(doc === undefined ? {} : { doc }) };
}

class PartialPrinter {
  readonly #shapes: ShapeNames;
  /** By identity, and the property that tells the type apart where it is a variant. */
  readonly #names = new Map<string, string>();
  readonly #blocks: (() => string)[] = [];

  constructor(shapes: ShapeNames) {
    this.#shapes = shapes;
  }

  /** The interfaces of nested objects. Printing one may add further ones, which the loop then meets. */
  nested(): readonly string[] {
    const blocks: string[] = [];
    for (const block of this.#blocks) blocks.push(block());
    return blocks;
  }

  interface(name: string, members: readonly Member[], discriminator?: string): string {
    return `export interface ${name} ${this.#members(members, 0, discriminator)}`;
  }

  /** @param discriminator a property that is known as soon as there is anything to show */
  #members(members: readonly Member[], level: number, discriminator?: string): string {
    const inner = indentation(level + 1);
    const lines = members.map((member) => `${inner}${this.#member(member, level + 1, discriminator)};\n`);
    return `{\n${lines.join('')}${indentation(level)}}`;
  }

  #member({ name, optional, type, doc }: Member, level: number, discriminator?: string): string {
    const key = propertyName(name);
    const mode = streamMode(type, doc);
    const partial = mode === 'done' ? this.#whole(type, level) : this.#partial(type, level);
    const orAbsent = (text: string): string => (text.endsWith(' | undefined') ? text : `${text} | undefined`);
    if (mode === 'state') {
      const value = this.#partial(type, level + 1);
      const inner = indentation(level + 1);
      const states = ['pending', 'incomplete', 'complete'].map(stringLiteral).join(' | ');
      return `${key}: {\n${inner}value: ${orAbsent(value)};\n${inner}state: ${states};\n${indentation(level)}}`;
    }
    if (name === discriminator || mode === 'notNull')
      return `${key}: ${optional ? orAbsent(partial) : partial}`;
    const startsEmpty = mode !== 'done' && !optional && (isList(type) || type.kind === 'map');
    if (startsEmpty) return `${key}: ${partial}`;
    const line = `${key}?: ${orAbsent(partial)}`;
    if (type.kind !== 'enum' || 2 * level + line.length < WIDTH) return line;
    const values = type.values.map((value) => this.#whole({ ...type, values: [value] }, level));
    const bar = `\n${indentation(level + 1)}| `;
    return `${key}?:${[...values, 'undefined'].map((value) => `${bar}${value}`).join('')}`;
  }

  #whole(type: TypeTree, level: number): string {
    return typeText(type, this.#shapes, level);
  }

  /** What is shown of a value that has begun. */
  #partial(type: TypeTree, level: number): string {
    switch (type.kind) {
      case 'array': {
        const items = this.#partial(type.items, level);
        const isSimple =
          /^[\w$.]+(?:<[^|&]*>)?(?:\[\])*$|^\{[^]*\}$/u.test(items) && !/\} \||& /u.test(items);
        return `${type.readonly ? 'readonly ' : ''}${isSimple ? items : `(${items})`}[]`;
      }
      case 'set':
        return `${type.readonly ? 'ReadonlySet' : 'Set'}<${this.#partial(type.items, level)}>`;
      case 'map': {
        const entry = `<${this.#whole(type.key, level)}, ${this.#partial(type.value, level)}>`;
        if (type.form === 'record' && type.key.kind !== 'enum' && leadsBack(type.value)) {
          const key = this.#whole(type.key, level);
          return `{ ${type.readonly ? 'readonly ' : ''}[key: ${key}]: ${this.#partial(type.value, level)} }`;
        }
        if (type.form === 'map') return `${type.readonly ? 'ReadonlyMap' : 'Map'}${entry}`;
        return type.readonly ? `Readonly<Record${entry}>` : `Record${entry}`;
      }
      case 'object':
        return type.nominal === true ? this.#whole(type, level) : this.#object(type, level);
      case 'nullable':
        return `${this.#partial(type.inner, level)} | null`;
      case 'undefinable':
        return `${this.#partial(type.inner, level)} | undefined`;
      case 'union':
        return this.#union(type, level);
      case 'recursive':
        return this.#recursive(type);
      case 'reference':
        return this.#names.get(type.identity) ?? this.#shapes.known(type.identity);
      default:
        return this.#whole(type, level);
    }
  }

  #object(type: ObjectTree, level: number, discriminator?: string): string {
    if (type.name === undefined) return this.#members(type.properties, level, discriminator);
    const shape = this.#shapes.nameOf(type, type.name);
    return this.#named(
      `${type.identity}${discriminator === undefined ? '' : ` by ${discriminator}`}`,
      shape,
      (name) => this.interface(name, type.properties, discriminator),
    );
  }

  #recursive(type: Extract<TypeTree, { kind: 'recursive' }>): string {
    const body = type.type;
    if (body.kind === 'union' && body.discriminator === undefined) return this.#whole(type, 0);
    const isInterface = body.kind === 'object' && body.name !== undefined;
    const shape = this.#shapes.nameOf(isInterface ? body : type, isInterface ? body.name : type.name);
    return this.#named(type.identity, shape, (name) =>
      body.kind === 'object'
        ? this.interface(name, body.properties)
        : `export type ${name} = ${this.#partial(body, 0)};`,
    );
  }

  /** Variants are told apart by what is there first; without such a property the value is whole or absent. */
  #union(type: Extract<TypeTree, { kind: 'union' }>, level: number): string {
    const { discriminator } = type;
    if (discriminator === undefined) return this.#whole(type, level);
    const variants = type.variants.map((variant) => {
      const body = variant.kind === 'recursive' ? unfold(variant) : variant;
      return body.kind === 'object' && body.nominal !== true
        ? this.#object(body, level, discriminator)
        : this.#whole(variant, level);
    });
    return [...new Set(variants)].join(' | ');
  }

  #named(key: string, shape: string, print: (name: string) => string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const taken = new Set([...this.#shapes.named.keys(), ...this.#names.values()]);
    let name = `${shape}Partial`;
    for (let at = 2; taken.has(name); at += 1) name = `${shape}Partial${at}`;
    this.#names.set(key, name);
    this.#blocks.push(() => print(name));
    return name;
  }
}

function isList({ kind }: TypeTree): boolean {
  return kind === 'array' || kind === 'set';
}

import type {
  EnumType,
  FieldSpec,
  MapType,
  PropertySpec,
  SignatureSpec,
  TemplateType,
  TupleType,
  UnionType,
  ValueType,
} from '@sigil/spec';
import { hasOpenReference, holdsNull, templatePattern, templateWords, toWire } from '@sigil/schema';
import { allTexts, shownTexts } from './enum-texts.js';
import { bracketed, stacked } from './layout.js';
import { numberLiteral, propertyName, stringLiteral } from './literal.js';
import { printValue } from './print-value.js';
import { listLimits, numberSchema, regExpLiteral, sizeArgument, stringSchema } from './zod-limits.js';

/** The schemas of one direction, and the codecs that they need from `sigil/zod` beside `z`. */
export interface PrintedSchemas {
  readonly blocks: readonly string[];
  readonly imports: ReadonlySet<string>;
}

/** The zod schemas of a signature: what a caller gives, and what a reply is checked against. */
export function printSchemas(name: string, spec: Pick<SignatureSpec, 'fields'>): PrintedSchemas {
  const imports = new Set<string>();
  const blocks = (['in', 'out'] as const).flatMap((direction) => {
    const constant = `${name}${direction === 'in' ? 'Input' : 'Output'}`;
    const printer = new SchemaPrinter(constant, direction, imports);
    const fields = spec.fields.filter((field) => field.direction === direction);
    const schema = printer.whole(fields);
    return [...printer.recursive, `export const ${constant} = ${schema};`];
  });
  return { blocks, imports };
}

class SchemaPrinter {
  /** Statements of recursive schemas, which stand before. */
  readonly recursive: string[] = [];
  readonly #constant: string;
  readonly #isIn: boolean;
  readonly #imports: Set<string>;
  /** The recursive types around what is printed: the constant of each, and what it is. */
  readonly #open = new Map<string, { readonly constant: string; readonly type: ValueType }>();
  /** Constants of recursive types that are printed already. */
  readonly #printed = new Map<string, string>();
  /** True where what is printed is evaluated after all constants are there. */
  #isLate = false;

  constructor(constant: string, direction: FieldSpec['direction'], imports: Set<string>) {
    this.#constant = constant;
    this.#isIn = direction === 'in';
    this.#imports = imports;
  }

  /** All fields, made on first use: importing a generated file should cost nothing. */
  whole(fields: readonly PropertySpec[]): string {
    return this.#object(fields, 0, (members) => `${this.#use('lazyObject')}(() => (${members}))`);
  }

  #object(
    properties: readonly PropertySpec[],
    level: number,
    wrap = (members: string): string => `z.strictObject(${members})`,
  ): string {
    const members = properties.map((property) => this.#member(property, level + 1));
    const object = wrap(stacked(['{', '}'], members, level));
    const isInherited = properties.some(
      (property) => mayBeAbsent(property) && this.#shown(property) in Object.prototype,
    );
    const own = isInherited ? `${this.#use('ownProperties')}(${object})` : object;
    const pairs = properties
      .filter((property) => this.#shown(property) !== property.name)
      .map((property) => `${propertyName(this.#shown(property))}: ${stringLiteral(property.name)}`);
    if (pairs.length === 0) return own;
    return `${this.#use('renamed')}(${own}, ${bracketed(['{', '}'], pairs, level, 40)})`;
  }

  /** The name of a property in what the schema reads. */
  #shown(property: PropertySpec): string {
    return this.#isIn ? property.name : (property.alias ?? property.name);
  }

  /** What leads back to a type around is a getter, which zod asks when all is there, and from which types can be inferred. */
  #member(property: PropertySpec, level: number): string {
    const name = propertyName(this.#shown(property));
    if (this.#isLate || !hasOpenReference(property.type))
      return `${name}: ${this.#property(property, level)}`;
    this.#isLate = true;
    const schema = this.#property(property, level + 1);
    this.#isLate = false;
    const body = stacked(['{', '}'], [`return ${schema}`], level).replace(/,\n(\s*\})$/u, ';\n$1');
    return `get ${name}() ${body}`;
  }

  #use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  readonly #used = (name: string): string => this.#use(name);

  #property(property: PropertySpec, level: number): string {
    const { type, optional } = property;
    const schema = this.#type(type, level);
    const isNullable = type.kind !== 'json' && holdsNull(type, this.#references());
    if (property.default !== undefined) {
      if (this.#isIn) return `${schema}.prefault(${printValue(property.default, level, 60)})`;
      // Null is a value there, which stands for itself.
      if (isNullable) return schema;
      const value = printValue(toWire(type, property.default, this.#references()), level, 60);
      return `${this.#use('nullAsDefault')}(${schema}, () => ${value.startsWith('{') ? `(${value})` : value})`;
    }
    if (optional !== true) return schema;
    if (this.#isIn) return `${schema}.optional()`;
    // A model that has nothing to say writes null where a caller leaves the property out.
    if (type.kind === 'json') return `${this.#use('absentAsNull')}(${schema}.nullable())`;
    return `${this.#use(isNullable ? 'absentAsNull' : 'nullAsAbsent')}(${schema})`;
  }

  #references(): ReadonlyMap<string, ValueType> {
    return new Map([...this.#open].map(([name, { type }]) => [name, type]));
  }

  #type(type: ValueType, level: number): string {
    switch (type.kind) {
      case 'string':
        return `${stringSchema(type.constraints, this.#used)}${branded(type.brand)}`;
      case 'number': {
        const base = type.integer === true ? 'z.int()' : 'z.number()';
        return `${numberSchema(base, type.constraints, this.#used)}${branded(type.brand)}`;
      }
      case 'boolean':
        return 'z.boolean()';
      case 'bigint':
        return this.#use('bigintText');
      case 'date':
        return this.#use(type.precision === 'day' ? 'dateText' : 'dateTimeText');
      case 'enum':
        return this.#enum(type, level);
      case 'template':
        return templateSchema(type, level);
      case 'array':
        return `z.array(${this.#type(type.items, level)})${listLimits(type.constraints, this.#used)}`;
      case 'set':
        return `${this.#use('setOf')}(${this.#type(type.items, level)}${sizeArgument(type.constraints)})`;
      case 'tuple':
        return this.#tuple(type, level);
      case 'map':
        return this.#map(type, level);
      case 'object':
        return this.#object(type.properties, level);
      case 'union':
        return this.#union(type, level);
      case 'nullable':
        return `${this.#type(type.inner, level)}.nullable()`;
      case 'json':
        return this.#use(this.#isIn ? 'jsonValue' : 'jsonText');
      case 'recursive':
        return this.#recursive(type.name, type.type);
      case 'reference': {
        const constant = this.#open.get(type.name)?.constant ?? 'z.never()';
        return this.#isLate ? constant : `z.lazy(() => ${constant})`;
      }
    }
  }

  #enum(type: EnumType, level: number): string {
    const texts = this.#isIn ? allTexts(type) : shownTexts(type);
    if (texts.every(([text, value]) => text === value)) return literals(type.values, level);
    const pairs = texts.map(([text, value]) => `[${literal(text)}, ${literal(value)}]`);
    return `${this.#use('choice')}(${bracketed(['[', ']'], pairs, level, 2 * level + 40)})`;
  }

  #recursive(name: string, type: ValueType): string {
    const key = hasOpenReference(type, [name]) ? undefined : JSON.stringify({ name, type });
    const known = key === undefined ? undefined : this.#printed.get(key);
    if (known !== undefined) return known;
    const constant = this.#nameOf(name);
    const [outer, wasLate] = [this.#open.get(name), this.#isLate];
    this.#open.set(name, { constant, type });
    this.#isLate = false;
    const schema = this.#type(type, 0);
    this.#isLate = wasLate;
    if (outer === undefined) this.#open.delete(name);
    else this.#open.set(name, outer);
    // After those that it holds, which it needs when it is made.
    this.recursive.push(`const ${constant} = ${schema};`);
    if (key !== undefined) this.#printed.set(key, constant);
    return constant;
  }

  readonly #taken = new Set<string>();

  #nameOf(name: string): string {
    const wanted = `${this.#constant}_${name.replace(/[^\p{L}\p{N}$]+/gu, '_')}`;
    let fresh = wanted;
    for (let at = 2; this.#taken.has(fresh); at += 1) fresh = `${wanted}${at}`;
    this.#taken.add(fresh);
    return fresh;
  }

  #tuple(type: TupleType, level: number): string {
    const items = type.items.map((item) => {
      const schema = this.#type(item.type, level + 1);
      return item.optional === true ? `${schema}.optional()` : schema;
    });
    const list = bracketed(['[', ']'], items, level, 2 * level + 20);
    if (this.#isIn)
      return `z.tuple(${list}${type.rest === undefined ? '' : `, ${this.#type(type.rest, level)}`})`;
    const names = type.items.map((item) => stringLiteral(item.name));
    return `${this.#use('tupleOf')}([${names.join(', ')}], ${list})`;
  }

  #map(type: MapType, level: number): string {
    const codec = this.#isIn
      ? { record: 'recordOfRecord', map: 'mapOfRecord' }
      : { record: 'recordOf', map: 'mapOfEntries' };
    const [key, value] = [this.#type(type.key, level), this.#type(type.value, level)];
    return `${this.#use(codec[type.form])}(${key}, ${value}${sizeArgument(type.constraints)})`;
  }

  #union(type: UnionType, level: number): string {
    const variants = type.variants.map((variant) => this.#type(variant, level + 1));
    const list = stacked(['[', ']'], variants, level);
    const key = this.#discriminator(type);
    return key === undefined ? `z.union(${list})` : `z.discriminatedUnion(${stringLiteral(key)}, ${list})`;
  }

  /** The name under which all variants are told apart in what the schema reads. */
  #discriminator({ discriminator, variants }: UnionType): string | undefined {
    if (discriminator === undefined) return undefined;
    const names = variants.map((variant) => {
      const type = this.#body(variant);
      const property =
        type?.kind === 'object' ? type.properties.find(({ name }) => name === discriminator) : undefined;
      return property === undefined ? undefined : this.#shown(property);
    });
    return names.every((name) => name === names[0]) ? names[0] : undefined;
  }

  #body(type: ValueType): ValueType | undefined {
    if (type.kind === 'recursive') return type.type;
    return type.kind === 'reference' ? this.#open.get(type.name)?.type : type;
  }
}

function mayBeAbsent(property: PropertySpec): boolean {
  return property.optional === true || property.default !== undefined;
}

function branded(brand: string | undefined): string {
  return brand === undefined ? '' : `.brand(${stringLiteral(brand)})`;
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? stringLiteral(value) : numberLiteral(value);
}

function literals(values: readonly (string | number | boolean)[], level: number): string {
  const isText = values.every((value) => typeof value === 'string');
  // 40 columns for the name that stands before.
  return `z.${isText ? 'enum' : 'literal'}(${bracketed(['[', ']'], values.map(literal), level, 2 * level + 40)})`;
}

function templateSchema(type: TemplateType, level: number): string {
  const items = type.parts.map((part) => {
    if (typeof part === 'string') return stringLiteral(part);
    return part.kind === 'choice' ? literals(part.values, level) : `z.${part.kind}()`;
  });
  const schema = `z.templateLiteral(${bracketed(['[', ']'], items, level, 2 * level + 40)})`;
  // zod takes a bigint with an n behind, as in source code.
  if (!type.parts.some((part) => typeof part !== 'string' && part.kind === 'bigint')) return schema;
  return `${schema}.refine((text) => ${regExpLiteral(templatePattern(type))}.test(text), ${stringLiteral(`must be ${templateWords(type)}`)})`;
}

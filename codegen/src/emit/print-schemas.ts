import type {
  EnumType,
  FieldSpec,
  MapType,
  PropertySpec,
  SignatureSpec,
  TupleType,
  UnionType,
  ValueType,
} from '@sigil/spec';
import { shownValues } from '@sigil/schema';
import { bracketed, stacked } from './layout.js';
import { numberLiteral, propertyName, stringLiteral } from './literal.js';
import { printValue } from './print-value.js';
import { numberLimits, sizeLimits, stringSchema } from './zod-limits.js';

/** The schemas of one direction, and the names that they need from `sigil/zod`. */
export interface PrintedSchemas {
  readonly blocks: readonly string[];
  readonly imports: ReadonlySet<string>;
}

/** The zod schemas of a signature: what a caller gives, and what a reply is checked against. */
export function printSchemas(name: string, spec: SignatureSpec): PrintedSchemas {
  const imports = new Set(['z']);
  const blocks = (['in', 'out'] as const).flatMap((direction) => {
    const constant = `${name}${direction === 'in' ? 'Input' : 'Output'}`;
    const printer = new SchemaPrinter(constant, direction, imports);
    const fields = spec.fields.filter((field) => field.direction === direction);
    const schema = printer.object(fields, 0);
    return [...printer.recursive, `export const ${constant} = ${schema};`];
  });
  return { blocks, imports };
}

class SchemaPrinter {
  /** Statements of recursive schemas, which stand before. */
  readonly recursive: string[] = [];
  readonly #constant: string;
  readonly #direction: FieldSpec['direction'];
  readonly #imports: Set<string>;
  readonly #names = new Map<string, string>();

  constructor(constant: string, direction: FieldSpec['direction'], imports: Set<string>) {
    this.#constant = constant;
    this.#direction = direction;
    this.#imports = imports;
  }

  object(properties: readonly PropertySpec[], level: number): string {
    const shown = (property: PropertySpec): string =>
      this.#direction === 'out' ? (property.alias ?? property.name) : property.name;
    const members = properties.map(
      (property) => `${propertyName(shown(property))}: ${this.#property(property, level + 1)}`,
    );
    const object = `z.strictObject(${stacked(['{', '}'], members, level)})`;
    const names = properties.filter((property) => shown(property) !== property.name);
    if (names.length === 0) return object;
    const pairs = names.map(
      (property) => `${propertyName(shown(property))}: ${stringLiteral(property.name)}`,
    );
    return `${this.#use('renamed')}(${object}, ${bracketed(['{', '}'], pairs, level, 40)})`;
  }

  #use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  #property(property: PropertySpec, level: number): string {
    const { type, optional } = property;
    const schema = this.#type(type, level);
    const isNullable = type.kind === 'nullable';
    const isIn = this.#direction === 'in';
    if (property.default !== undefined) {
      const value = printValue(property.default, level, 60);
      if (isIn) return `${schema}.prefault(${value})`;
      return isNullable
        ? `${schema}.default(${value})`
        : `${this.#use('nullAsDefault')}(${schema}, () => ${value})`;
    }
    if (optional !== true) return schema;
    // A model that has nothing to say writes null where a caller leaves the property out.
    return isIn || isNullable ? `${schema}.optional()` : `${this.#use('nullAsAbsent')}(${schema})`;
  }

  #type(type: ValueType, level: number): string {
    const isIn = this.#direction === 'in';
    switch (type.kind) {
      case 'string':
        return `${stringSchema(type.constraints)}${branded(type.brand)}`;
      case 'number': {
        const { multipleOf } = type.constraints ?? {};
        const step =
          multipleOf === undefined
            ? ''
            : `.refine(${this.#use('multipleOf')}(${numberLiteral(multipleOf)}), ${stringLiteral(`must be a multiple of ${multipleOf}`)})`;
        return `${type.integer === true ? 'z.int()' : 'z.number()'}${numberLimits(type.constraints)}${step}${branded(type.brand)}`;
      }
      case 'boolean':
        return 'z.boolean()';
      case 'bigint':
        return this.#use('bigintText');
      case 'date':
        return this.#use(type.precision === 'day' ? 'dateText' : 'dateTimeText');
      case 'enum': {
        const texts = isIn ? allTexts(type) : shownTexts(type);
        if (texts.every(([text, value]) => text === value)) return literals(type.values, level);
        const pairs = texts.map(([text, value]) => `[${literal(text)}, ${literal(value)}]`);
        return `${this.#use('choice')}(${bracketed(['[', ']'], pairs, level, 2 * level + 40)})`;
      }
      case 'template':
        return templateSchema(type.parts, level);
      case 'array':
        return `z.array(${this.#type(type.items, level)})${sizeLimits(type.constraints)}`;
      case 'set': {
        const items = this.#type(type.items, level);
        const limits = sizeLimits(type.constraints);
        return `${this.#use('setOf')}(${items}${limits === '' ? '' : `, z.array(${items})${limits}`})`;
      }
      case 'tuple':
        return this.#tuple(type, level);
      case 'map':
        return this.#map(type, level);
      case 'object':
        return this.object(type.properties, level);
      case 'union':
        return this.#union(type, level);
      case 'nullable':
        return `${this.#type(type.inner, level)}.nullable()`;
      case 'json':
        return isIn ? 'z.json()' : this.#use('jsonText');
      case 'recursive': {
        const name = this.#nameOf(type.name);
        this.#names.set(type.name, name);
        const at = this.recursive.push('') - 1;
        this.recursive[at] = `const ${name} = ${this.#type(type.type, 0)};`;
        return name;
      }
      case 'reference':
        return `z.lazy(() => ${this.#names.get(type.name) ?? 'z.never()'})`;
    }
  }

  #nameOf(name: string): string {
    const wanted = `${this.#constant}_${name.replace(/[^\p{L}\p{N}$]+/gu, '_')}`;
    const taken = new Set([
      ...this.#names.values(),
      ...this.recursive.map((statement) => /^const (\S+)/u.exec(statement)?.[1]),
    ]);
    let fresh = wanted;
    for (let at = 2; taken.has(fresh); at += 1) fresh = `${wanted}${at}`;
    return fresh;
  }

  #tuple(type: TupleType, level: number): string {
    const items = type.items.map((item) => {
      const schema = this.#type(item.type, level + 1);
      return item.optional === true ? `${schema}.optional()` : schema;
    });
    const list = bracketed(['[', ']'], items, level, 2 * level + 20);
    if (this.#direction === 'in') {
      return `z.tuple(${list}${type.rest === undefined ? '' : `, ${this.#type(type.rest, level)}`})`;
    }
    const names = type.items.map((item) => stringLiteral(item.name));
    return `${this.#use('tupleOf')}([${names.join(', ')}], ${list})`;
  }

  #map(type: MapType, level: number): string {
    const key = this.#type(type.key, level);
    const value = this.#type(type.value, level);
    if (this.#direction === 'in') {
      return type.form === 'map'
        ? `${this.#use('mapOfRecord')}(${key}, ${value})`
        : `z.record(${key}, ${value})`;
    }
    return `${this.#use(type.form === 'map' ? 'mapOfEntries' : 'recordOf')}(${key}, ${value})`;
  }

  #union(type: UnionType, level: number): string {
    const variants = type.variants.map((variant) => this.#type(variant, level + 1));
    const list = stacked(['[', ']'], variants, level);
    const isPlain = variants.every((variant) => variant.startsWith('z.strictObject('));
    const key = type.variants.map((variant) =>
      variant.kind === 'object'
        ? variant.properties.find(({ name }) => name === type.discriminator)
        : undefined,
    );
    if (type.discriminator === undefined || !isPlain || key.some((one) => one === undefined))
      return `z.union(${list})`;
    return `z.discriminatedUnion(${stringLiteral(type.discriminator)}, ${list})`;
  }
}

function branded(brand: string | undefined): string {
  return brand === undefined ? '' : `.brand(${stringLiteral(brand)})`;
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? stringLiteral(value) : numberLiteral(value);
}

type TextOfValue = readonly [text: string | number | boolean, value: string | number | boolean];

/** What a model sees of each value. */
function shownTexts(type: EnumType): readonly TextOfValue[] {
  const shown = shownValues(type);
  return type.values.map((value, at) => [shown[at] ?? value, value]);
}

/** What people write of each value, too: the value itself, and its declared name. */
function allTexts(type: EnumType): readonly TextOfValue[] {
  const values = type.values.map((value): TextOfValue => [value, value]);
  const names = type.values.flatMap((value, at) =>
    (type.members?.[at]?.accepted ?? []).map((name): TextOfValue => [name, value]),
  );
  const all = [...shownTexts(type), ...values, ...names];
  return all.filter(([text], at) => all.findIndex(([other]) => other === text) === at);
}

function literals(values: readonly (string | number | boolean)[], level: number): string {
  const isText = values.every((value) => typeof value === 'string');
  // 40 columns for the name that stands before.
  return `z.${isText ? 'enum' : 'literal'}(${bracketed(['[', ']'], values.map(literal), level, 2 * level + 40)})`;
}

function templateSchema(parts: Extract<ValueType, { kind: 'template' }>['parts'], level: number): string {
  const items = parts.map((part) => {
    if (typeof part === 'string') return stringLiteral(part);
    return part.kind === 'choice' ? literals(part.values, level) : `z.${part.kind}()`;
  });
  return `z.templateLiteral(${bracketed(['[', ']'], items, level, 2 * level + 40)})`;
}

import {
  UnsupportedDialectError,
  type JsonObject,
  type JsonValue,
  type MapType,
  type PropertySpec,
  type TupleType,
  type UnionType,
  type ValueType,
} from '@sigil/spec';
import { toWire } from '../json/to-wire.js';
import { holdsNull } from '../type/holds-null.js';
import { hasOpenReference } from '../type/inner-types.js';
import { shownValues } from '../type/shown-value.js';
import { templatePattern } from '../type/template-pattern.js';
import { unroll } from '../type/unroll.js';
import { alternatives, orNull } from './any-of.js';
import { Definitions } from './definitions.js';
import type { Described } from './described.js';
import { enumSchema } from './enum-schema.js';
import { splitLimits } from './limit-keywords.js';
import { limitSentences } from './limit-sentences.js';
import { leadingProperties } from './variant-order.js';
import { DIALECTS, type DialectRules, type WireDialect } from './wire-dialect.js';

/**
 * The JSON schema of an object with the given fields, in the dialect of a service. All dialects describe the same
 * values: maps are lists of `key` and `value`, tuples are objects, enums show what a model sees.
 *
 * @throws UnsupportedDialectError for a recursive type in a dialect that has none
 * @example
 * ```ts
 * import { wireSchema } from '@sigil/schema';
 *
 * wireSchema([{ name: 'team', type: { kind: 'enum', values: ['billing', 'sales'] } }], 'strict');
 * ```
 */
export function wireSchema(fields: readonly PropertySpec[], dialect: WireDialect = 'strict'): JsonObject {
  const written = DIALECTS[dialect].references ? fields : unrolled(fields, dialect);
  const writer = new SchemaWriter(dialect, new Definitions(written));
  const schema = writer.object(written);
  const definitions = writer.definitions.all();
  return definitions.length === 0 ? schema : { ...schema, $defs: Object.fromEntries(definitions) };
}

class SchemaWriter {
  readonly definitions: Definitions<JsonObject>;
  readonly #dialect: WireDialect;
  readonly #rules: DialectRules;
  /** The recursive types around what is being written. */
  readonly #open: { readonly name: string; readonly key: string }[] = [];

  constructor(dialect: WireDialect, definitions: Definitions<JsonObject>) {
    this.#dialect = dialect;
    this.#rules = DIALECTS[dialect];
    this.definitions = definitions;
  }

  /**
   * @param discriminator the property whose only value tells the object from others
   * @param leading the property that has to stand first
   */
  object(properties: readonly PropertySpec[], discriminator?: string, leading?: string): JsonObject {
    const first = properties.filter((property) => property.name === leading);
    const ordered = [...first, ...properties.filter((property) => property.name !== leading)];
    const isRequired = (property: PropertySpec): boolean =>
      !this.#rules.mayLeaveOut || (property.optional !== true && property.default === undefined);
    return {
      type: 'object',
      properties: Object.fromEntries(
        ordered.map((property) => [
          property.alias ?? property.name,
          this.#property(property, property.name === discriminator),
        ]),
      ),
      required: ordered.filter(isRequired).map((property) => property.alias ?? property.name),
      additionalProperties: false,
    };
  }

  #property(property: PropertySpec, isDiscriminator: boolean): JsonObject {
    const { type, title, description, optional, deprecated } = property;
    const fallback = property.default === undefined ? undefined : wireValue(type, property.default);
    const examples = property.examples?.map((example) => wireValue(type, example));
    const saysExamples = examples !== undefined && !this.#rules.keywords.has('examples');
    const only = type.kind === 'enum' && isDiscriminator ? shownValues(type) : [];
    const { schema, sentences }: Described =
      only.length === 1
        ? { schema: { type: typeof only[0], const: only[0] ?? null }, sentences: [] }
        : this.#described(type);
    const more = [
      ...sentences,
      saysExamples ? `For example: ${examples.map(exampleText).join(', ')}.` : undefined,
      // Where null is a value, it stands for itself.
      fallback === undefined || (type.kind !== 'json' && holdsNull(type))
        ? undefined
        : `null stands for ${JSON.stringify(fallback)}.`,
    ].filter((sentence) => sentence !== undefined);
    const words = description === undefined ? more : [ended(description, more.length > 0), ...more];
    const mayBeNull = optional === true || fallback !== undefined;
    const about: JsonObject = {
      ...this.#ifSaid('title', title),
      ...(words.length === 0 ? {} : { description: words.join(' ') }),
      ...this.#ifSaid('default', fallback),
      ...this.#ifSaid('examples', examples),
      ...this.#ifSaid('deprecated', deprecated),
    };
    const whole = mayBeNull && type.kind !== 'nullable' ? orNull(schema) : schema;
    return { ...about, ...whole };
  }

  #ifSaid(keyword: string, value: JsonValue | undefined): JsonObject {
    return value !== undefined && this.#rules.keywords.has(keyword) ? { [keyword]: value } : {};
  }

  /** A schema with its own description, for places that have no property. */
  #schema(type: ValueType): JsonObject {
    const { schema, sentences } = this.#described(type);
    return sentences.length === 0 ? schema : { description: sentences.join(' '), ...schema };
  }

  #described(type: ValueType): Described {
    switch (type.kind) {
      case 'string': {
        const suggested = type.suggestions ?? [];
        const sentences = suggested.length === 0 ? [] : [`For example: ${suggested.join(', ')}.`];
        return this.#limited({ type: 'string' }, type.constraints, sentences);
      }
      case 'number':
        return this.#limited({ type: type.integer === true ? 'integer' : 'number' }, type.constraints);
      case 'boolean':
        return plain({ type: 'boolean' });
      case 'bigint':
        return this.#limited({ type: 'string' }, { pattern: '^-?\\d+$' });
      case 'date':
        return this.#limited({ type: 'string' }, { format: type.precision === 'day' ? 'date' : 'date-time' });
      case 'enum':
        return enumSchema(type);
      case 'template':
        return this.#limited({ type: 'string' }, { pattern: templatePattern(type) });
      case 'array':
        return this.#limited({ type: 'array', items: this.#schema(type.items) }, type.constraints);
      case 'set':
        return this.#limited(
          { type: 'array', items: this.#schema(type.items) },
          { ...type.constraints, uniqueItems: true },
        );
      case 'tuple':
        return plain(this.#tuple(type));
      case 'map':
        return this.#map(type);
      case 'object':
        return plain(this.#named(type, type.name, () => this.object(type.properties)));
      case 'union':
        return plain(this.#union(type));
      case 'nullable': {
        const { schema, sentences } = this.#described(type.inner);
        return { schema: orNull(schema), sentences };
      }
      case 'json':
        return { schema: { type: 'string' }, sentences: ['Any JSON value, written as text.'] };
      case 'recursive':
        return plain(this.#recursive(type.name, type.type));
      case 'reference':
        return plain(this.#reference(type.name));
    }
  }

  #limited(schema: JsonObject, limits: PropertyLimits = {}, sentences: readonly string[] = []): Described {
    const { keywords, left } = splitLimits(limits, this.#rules, schema['type'] === 'integer');
    return { schema: { ...schema, ...keywords }, sentences: [...sentences, ...limitSentences(left)] };
  }

  #tuple(type: TupleType): JsonObject {
    return this.object(type.items.map((item) => ({ ...item, name: item.name })));
  }

  #map(type: MapType): Described {
    const item = this.object([
      { name: 'key', type: type.key },
      { name: 'value', type: type.value },
    ]);
    return this.#limited({ type: 'array', items: item }, type.constraints, ['Each key once.']);
  }

  #union(type: UnionType): JsonObject {
    const leading = this.#rules.ordersVariants ? leadingProperties(type) : [];
    const variants = type.variants.map((variant, at) =>
      variant.kind === 'object'
        ? this.#named(
            variant,
            variant.name,
            () => this.object(variant.properties, type.discriminator, leading[at]),
            leading[at],
          )
        : this.#schema(variant),
    );
    return { anyOf: variants.flatMap(alternatives) };
  }

  /** A link for a type that is used more than once, the schema itself for any other. */
  #named(type: ValueType, name: string | undefined, write: () => JsonObject, leading = ''): JsonObject {
    if (!this.#rules.references || name === undefined || !this.definitions.isShared(type)) return write();
    return link(this.definitions.name(name, `${leading} ${JSON.stringify(type)}`, write));
  }

  #recursive(name: string, type: ValueType): JsonObject {
    if (!this.#rules.recursion) {
      throw new UnsupportedDialectError(this.#dialect, `the type '${name}', which holds itself`);
    }
    // What it holds may lead back to a type around it: two such types are one only in the same surroundings.
    const around = hasOpenReference(type, [name]) ? this.#open.map((open) => open.key).join(' ') : '';
    const key = `${around}${JSON.stringify(type)}`;
    this.#open.push({ name, key });
    const schema = link(this.definitions.name(name, key, () => this.#schema(type)));
    this.#open.pop();
    return schema;
  }

  #reference(name: string): JsonObject {
    const open = this.#open.findLast((one) => one.name === name);
    if (open === undefined) throw new TypeError(`No recursive type '${name}' stands around this reference.`);
    return link(this.definitions.nameOf(open.key));
  }
}

/** A value as people write it, in the form that the schema describes. */
function wireValue(type: ValueType, value: JsonValue): JsonValue {
  const wire = toWire(type, value);
  return isJson(wire) ? wire : value;
}

function isJson(value: unknown): value is JsonValue {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** A description without its last full stop gets one where sentences follow. */
function ended(description: string, hasMore: boolean): string {
  return hasMore && /[\p{L}\p{N}]$/u.test(description) ? `${description}.` : description;
}

function exampleText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unrolled(fields: readonly PropertySpec[], dialect: WireDialect): readonly PropertySpec[] {
  const whole = unroll({ kind: 'object', properties: fields });
  if (whole?.kind !== 'object') {
    throw new UnsupportedDialectError(dialect, 'a type that holds itself without an end');
  }
  return whole.properties;
}

type PropertyLimits = Parameters<typeof splitLimits>[0];

function plain(schema: JsonObject): Described {
  return { schema, sentences: [] };
}

function link(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}

import { fromJson, holdsNull, keyFromJson } from '@sigil/schema';
import type { JsonValue, MapType, ObjectType, PropertySpec, UnionType, ValueType } from '@sigil/spec';
import { fit } from '../fit/fit.js';
import { keyOf } from '../fit/fit-map.js';
import { propertyNamed } from '../fit/fit-object.js';
import { readText } from '../fit/fit-scalar.js';
import { followed, variantNamed } from '../fit/fit-union.js';
import { Fitting, MISFIT } from '../fit/fitting.js';
import { isNullWord, MAX_DEPTH } from '../fit/plain-json.js';
import type { ListNode, Node, ObjectNode } from '../tree/node.js';
import { NOTHING, shownObject, shownProperty } from './shown-property.js';

/** How any JSON stands in an object: as it is, in a text that holds it, or in either way. */
export type JsonForm = 'plain' | 'as text' | 'also in texts';

/** The closed items at the beginning of a list. */
interface Done {
  readonly values: unknown[];
  upTo: number;
}

/** The closed entries at the beginning of a map. */
interface DoneEntries {
  readonly entries: Map<string, unknown>;
  upTo: number;
}

/** The members of an object that are properties of a type. */
interface Members {
  readonly type: ObjectType;
  readonly found: Map<PropertySpec, Node>;
  upTo: number;
}

/**
 * What a stream shows of a value while it comes: texts and lists grow, objects get their properties, everything else is
 * whole or absent, unless `@stream` says otherwise. What is whole is kept: showing it again costs nothing.
 */
export class PartialValues {
  readonly #whole = new WeakMap<Node, unknown>();
  readonly #lists = new WeakMap<ListNode, Done>();
  readonly #maps = new WeakMap<ObjectNode, DoneEntries>();
  readonly #members = new WeakMap<ObjectNode, Members>();
  readonly #fitting = new Fitting('report');
  readonly #json: JsonForm;
  #depth = 0;

  constructor(json: JsonForm = 'plain') {
    this.#json = json;
  }

  /** @returns {@link NOTHING} where there is nothing to show */
  of(node: Node, type: ValueType): unknown {
    if (this.#depth > MAX_DEPTH) return NOTHING;
    if (!node.closed) return this.#read(node, type);
    if (this.#whole.has(node)) return this.#whole.get(node);
    const value = this.#read(node, type);
    this.#whole.set(node, value);
    return value;
  }

  #read(node: Node, type: ValueType): unknown {
    this.#depth++;
    const value = this.#partial(node, type);
    this.#depth--;
    return value;
  }

  #partial(node: Node, type: ValueType): unknown {
    const body = followed(type, this.#fitting);
    switch (body.kind) {
      case 'string':
        return node.kind === 'text' && node.quoted && body.constraints === undefined
          ? node.text
          : this.#final(node, body);
      case 'nullable':
        if (isNullWord(node)) return node.closed ? null : NOTHING;
        return this.of(node, body.inner);
      case 'array':
        return node.kind === 'list' ? this.#items(node, body.items) : this.#final(node, body);
      case 'set':
        return node.kind === 'list' ? new Set(this.#items(node, body.items, false)) : this.#final(node, body);
      case 'map':
        return node.kind === 'object' ? this.#entries(node, body) : this.#final(node, body);
      case 'object':
        return node.kind === 'object' ? this.object(node, body) : this.#final(node, body);
      case 'union':
        return this.#union(node, body);
      default:
        return this.#final(node, body);
    }
  }

  /** The value of a node that is over, or of a name with the quote that most likely closes it. */
  #final(node: Node, type: ValueType): unknown {
    if (!node.closed && !isWholeName(node, type)) return NOTHING;
    const fitting = new Fitting('report');
    fitting.jsonInText = this.#json === 'also in texts';
    fitting.jsonIsText = this.#json === 'as text';
    for (const [name, target] of this.#fitting.references) fitting.references.set(name, target);
    const value = fit(node, type, undefined, fitting);
    if (value === MISFIT) return NOTHING;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what fits a type is JSON
    return fromJson(type, value as JsonValue, fitting.references);
  }

  /** @param isOpenShown false for a set: what has begun may become an item that is there already */
  #items(node: ListNode, type: ValueType, isOpenShown = true): readonly unknown[] {
    let done = this.#lists.get(node);
    if (done === undefined) {
      done = { values: [], upTo: 0 };
      this.#lists.set(node, done);
    }
    let open: unknown = NOTHING;
    for (; done.upTo < node.items.length; done.upTo++) {
      const item = node.items[done.upTo];
      if (item === undefined) break;
      const value = this.of(item, type);
      if (!item.closed) {
        open = value;
        break;
      }
      if (value !== NOTHING) done.values.push(value);
    }
    return open === NOTHING || !isOpenShown ? done.values.slice() : [...done.values, open];
  }

  #entries(node: ObjectNode, type: MapType): unknown {
    let done = this.#maps.get(node);
    if (done === undefined) {
      done = { entries: new Map(), upTo: 0 };
      this.#maps.set(node, done);
    }
    let open: readonly [string, unknown] | undefined;
    for (; done.upTo < node.members.length; done.upTo++) {
      const { key: name, value } = node.members[done.upTo] ?? {};
      if (name === undefined || value === undefined) break;
      const isKey = name !== '__proto__' && name !== 'constructor';
      const key = isKey ? keyOf(name, type.key, undefined, this.#fitting) : undefined;
      const isNew = key !== undefined && !done.entries.has(key);
      const shown = isNew ? this.of(value, type.value) : NOTHING;
      if (!value.closed) {
        open = key === undefined || shown === NOTHING ? undefined : [key, shown];
        break;
      }
      if (key !== undefined && shown !== NOTHING) done.entries.set(key, shown);
    }
    const entries = open === undefined ? done.entries : new Map([...done.entries, open]);
    if (type.form === 'record') return Object.fromEntries(entries);
    const { key } = type;
    const keyed = [...entries].map(([name, value]): [unknown, unknown] => [keyFromJson(key, name), value]);
    return new Map(keyed);
  }

  /** An object with what is there of it. */
  object(node: ObjectNode, type: ObjectType): unknown {
    const found = this.#membersOf(node, type);
    return shownObject(type.properties, (property) => this.#property(found.get(property), property));
  }

  /** The first member of each property. Members are looked at once. */
  #membersOf(node: ObjectNode, type: ObjectType): ReadonlyMap<PropertySpec, Node> {
    let known = this.#members.get(node);
    if (known?.type !== type) {
      known = { type, found: new Map(), upTo: 0 };
      this.#members.set(node, known);
    }
    for (; known.upTo < node.members.length; known.upTo++) {
      const member = node.members[known.upTo];
      const property = member === undefined ? undefined : propertyNamed(type.properties, member.key);
      if (member === undefined || property === undefined || known.found.has(property)) continue;
      known.found.set(property, member.value);
    }
    return known.found;
  }

  #property(node: Node | undefined, property: PropertySpec): unknown {
    const { type, stream } = property;
    if (node === undefined) return shownProperty(property, 'pending', () => NOTHING);
    const isShownAbsent = stream === 'state' || stream === 'done';
    const isAbsent = !isShownAbsent && property.optional === true && isNullWord(node);
    if (isAbsent && !holdsNull(type, this.#fitting.references)) return NOTHING;
    return shownProperty(property, node.closed ? 'complete' : 'incomplete', () =>
      stream === 'done' ? this.#final(node, type) : this.of(node, type),
    );
  }

  /** Variants are told apart by what is there first; without such a property the value is whole or absent. */
  #union(node: Node, type: UnionType): unknown {
    if (node.kind !== 'object' || type.discriminator === undefined) return this.#final(node, type);
    const named = variantNamed(node, type, type.discriminator, this.#fitting);
    const { discriminator } = type;
    if (named === undefined) return NOTHING;
    const body = followed(named, this.#fitting);
    if (body.kind !== 'object') return this.#final(node, type);
    const key = node.members.find(
      ({ key: name }) => propertyNamed(body.properties, name)?.name === discriminator,
    );
    return key?.value.closed === true ? this.object(node, body) : NOTHING;
  }
}

function isWholeName(node: Node, type: ValueType): boolean {
  if (node.kind !== 'text' || node.held !== true) return false;
  const isName =
    type.kind === 'enum' || type.kind === 'date' || type.kind === 'template' || type.kind === 'bigint';
  return isName && readText(node.text, type)?.exact === true;
}

import type { EnumType, PropertySpec, UnionType, ValueType } from '@sigil/spec';
import { nameKey } from '../../template/field-name.js';
import type { Node, ObjectNode } from '../tree/node.js';
import type { Fit } from './fit-list.js';
import { readText } from './fit-scalar.js';
import { cheapest } from './cheapest.js';
import { MISFIT, type Fitting, type Place } from './fitting.js';
import { jsonInside } from './json-inside.js';

/**
 * The variant that a value is meant as: the one that its discriminator names, else the one that takes it with the least
 * change. Where several take it alike and make different values of it, none is meant.
 */
export function fitUnion(
  node: Node,
  type: UnionType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown {
  if (type.discriminator !== undefined)
    return byDiscriminator(node, type, type.discriminator, place, fitting, fit);
  return (
    cheapest(
      type.variants.map((variant) => () => fit(node, variant, place, fitting)),
      fitting,
    ) ?? fitting.mismatch(place, node, type)
  );
}

function byDiscriminator(
  node: Node,
  type: UnionType,
  discriminator: string,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown {
  const [only, second] = node.kind === 'list' ? node.items : [];
  const object =
    node.kind === 'text' ? jsonInside(node, fitting, place) : second === undefined ? (only ?? node) : node;
  if (object?.kind !== 'object') return fitting.mismatch(place, node, type);
  if (object === only) fitting.note(place, 'taken-from-list', '', '', 2);
  const named = variantNamed(object, type, discriminator, fitting);
  if (named === undefined) return wrapped(object, type, place, fitting, fit);
  return fit(object, named, place, fitting);
}

/** The variant may be an object further in: `{"event": {"kind": "a"}}`. */
function wrapped(
  node: ObjectNode,
  type: UnionType,
  place: Place | undefined,
  fitting: Fitting,
  fit: Fit,
): unknown {
  const { discriminator = '' } = type;
  const keys = keysOf(type, discriminator, fitting);
  const given = memberOf(node, keys)?.value;
  const [only, second] = node.members;
  if (given === undefined && only?.value.kind === 'object' && second === undefined) {
    const value = fitUnion(only.value, type, place, fitting, fit);
    if (value !== MISFIT) fitting.note(place, 'taken-from-object', only.key, '', 5);
    return value;
  }
  const all: EnumType = { kind: 'enum', values: keys.flatMap(({ key }) => key.values) };
  return fitting.mismatch({ around: place, key: discriminator }, given, all);
}

interface Key {
  readonly variant: ValueType;
  readonly key: EnumType;
  readonly names: readonly string[];
}

function keysOf({ variants }: UnionType, discriminator: string, fitting: Fitting): readonly Key[] {
  return variants.flatMap((variant) => {
    const body = followed(variant, fitting);
    const property: PropertySpec | undefined =
      body.kind === 'object' ? body.properties.find(({ name }) => name === discriminator) : undefined;
    if (property?.type.kind !== 'enum') return [];
    return [
      { variant, key: property.type, names: [property.name, property.alias ?? property.name].map(nameKey) },
    ];
  });
}

function memberOf(node: ObjectNode, keys: readonly Key[]): { readonly value: Node } | undefined {
  return node.members.find(({ key }) => keys.some(({ names }) => names.includes(nameKey(key))));
}

/** The variant whose key has the value; in another spelling, where only one has it. */
export function variantNamed(
  node: ObjectNode,
  type: UnionType,
  discriminator: string,
  fitting: Fitting,
): ValueType | undefined {
  const keys = keysOf(type, discriminator, fitting);
  const given = memberOf(node, keys)?.value;
  if (given?.kind !== 'text') return undefined;
  const readings = keys.map(({ variant, key }) => ({ variant, reading: readText(given.text, key) }));
  const exact = readings.filter(({ reading }) => reading?.exact === true);
  const meant = exact.length > 0 ? exact : readings.filter(({ reading }) => reading !== undefined);
  const [only, second] = meant;
  return second === undefined ? only?.variant : undefined;
}

/** The type behind a link. */
export function followed(type: ValueType, fitting: Fitting): ValueType {
  if (type.kind === 'recursive') {
    fitting.references.set(type.name, type.type);
    return followed(type.type, fitting);
  }
  const target = type.kind === 'reference' ? fitting.references.get(type.name) : undefined;
  return target === undefined ? type : followed(target, fitting);
}

import type { RecursiveTree, Remark, TypeTree, UnionTree } from '../../declaration/type-tree.js';
import { isCircular, isEndless } from './endless-type.js';
import { jsonAlias } from './json-alias.js';
import { bodyOf, readsTwoWays, textsOf, type Known } from './read-alike.js';
import { shownOf, shownTwice } from './shown-once.js';
import { mapInner, unfold } from '../../declaration/inner-types.js';

/**
 * Decides how the variants of every union in a type are told apart: by the kind of JSON that they are, or, for objects,
 * by a property that has other literals in each. What a reply cannot tell apart is refused. Runs when the whole type is
 * read, since a variant may be a link to a type around it.
 */
export function settleUnions(type: TypeTree, known: Known = new Map()): TypeTree {
  if (type.kind === 'recursive') {
    const json = jsonAlias(type);
    if (json !== undefined) return json;
    if (isCircular(type)) return refuseCircular(type);
    if (isEndless(type)) return refuseEndless(type);
    return mapInner(type, (inner) => settleUnions(inner, new Map([...known, [type.identity, type]])));
  }
  const settled = mapInner(type, (inner) => settleUnions(inner, known));
  const twice = settled.kind === 'enum' ? shownTwice(settled.values, settled.members ?? []) : undefined;
  if (twice !== undefined) return refuseTwice(settled, String(twice));
  const alike = lookAlike(settled);
  if (alike !== undefined) return refuseTwice(settled, alike);
  return settled.kind === 'union' ? settle(settled, known) : settled;
}

function settle(union: UnionTree, known: Known): TypeTree {
  const objects = union.variants.filter((variant) => bodyOf(variant, known).kind === 'object');
  for (const [at, variant] of union.variants.entries()) {
    const rival = union.variants.slice(at + 1).find((other) => {
      if (objects.includes(variant) && objects.includes(other)) return false;
      if (isOwnText(variant) && isOwnText(other)) return false;
      // A plain object is the same value, whichever of them takes it.
      if (isRecord(variant, known) && objects.includes(other)) return readsTwoWays(variant, other, known);
      if (objects.includes(variant) && isRecord(other, known)) return readsTwoWays(variant, other, known);
      const forms = formsOf(other, known);
      return formsOf(variant, known).some((form) => forms.includes(form));
    });
    if (rival !== undefined) return refuseBoth(union, variant, rival);
  }
  if (objects.length < 2) return union;
  const discriminator = discriminatorOf(objects, known);
  if (discriminator !== undefined && objects.length === union.variants.length)
    return { ...union, discriminator };
  if (discriminator !== undefined) {
    const inner: UnionTree = {
      kind: 'union',
      discriminator,
      variants: objects,
      place: union.place,
      text: union.text,
    };
    return { ...union, variants: [...union.variants.filter((one) => !objects.includes(one)), inner] };
  }
  for (const [at, one] of objects.entries()) {
    const rival = objects.slice(at + 1).find((other) => readsTwoWays(one, other, known));
    if (rival !== undefined) return refuseBoth(union, one, rival);
  }
  const remark: Remark = {
    kind: 'ambiguous',
    place: union.place,
    message: `The objects of '${union.text}' have no property that tells them apart`,
    hint: "give each a property such as kind: 'card' with another literal",
  };
  return { ...union, remarks: [...(union.remarks ?? []), remark] };
}

/** True for `Record`, which a program holds as a plain object. */
function isRecord(type: TypeTree, known: Known): boolean {
  const body = bodyOf(type, known);
  return body.kind === 'map' && body.form === 'record';
}

function refuseEndless({ name, place, text }: RecursiveTree): TypeTree {
  return {
    kind: 'refused',
    reason: 'recursive',
    what: `'${name}', which holds itself without an end`,
    hint: 'make the property that leads back optional, or a list',
    place,
    text,
  };
}

function refuseCircular({ name, place, text }: RecursiveTree): TypeTree {
  return {
    kind: 'refused',
    reason: 'recursive',
    what: `'${name}', which is a choice of itself`,
    hint: `leave '${name}' out of it: in a list or a property it may lead back`,
    place,
    text,
  };
}

function refuseTwice({ place, text }: TypeTree, shown: string): TypeTree {
  return {
    kind: 'refused',
    reason: 'unsupported',
    what: `a choice in which the model would see two values as '${shown}'`,
    hint: 'give one of them another @alias, or leave it out',
    place,
    text,
  };
}

function refuseBoth(union: UnionTree, a: TypeTree, b: TypeTree): TypeTree {
  return {
    kind: 'refused',
    reason: 'unsupported',
    what: `a union of '${a.text}' and '${b.text}', which look alike in a reply`,
    hint: "write one of them, or objects with a literal that tells them apart: { kind: 'a', ... }",
    place: union.place,
    text: union.text,
  };
}

/** A text of a choice that looks like null or a number, where the union has that too. */
function lookAlike(type: TypeTree): string | undefined {
  if (type.kind !== 'union' && type.kind !== 'nullable') return undefined;
  const inner = type.kind === 'nullable' ? type.inner : type;
  const variants = inner.kind === 'union' ? inner.variants : [inner];
  const texts = variants.flatMap((one) =>
    one.kind === 'enum' ? one.values.map((value, at) => shownOf(value, one.members?.[at])) : [],
  );
  const hasNumber = variants.some(({ kind }) => kind === 'number');
  return texts.find((text): text is string => {
    if (typeof text !== 'string') return false;
    return (type.kind === 'nullable' && text === 'null') || (hasNumber && text === String(Number(text)));
  });
}

/** Text that is the same for people, models and programs: whichever variant takes it, the value is the same. */
function isOwnText(type: TypeTree): boolean {
  if (type.kind === 'enum') {
    return type.values.every((value, at) => {
      const member = type.members?.[at];
      return member?.shown === undefined && (typeof value !== 'string' || member?.accepted === undefined);
    });
  }
  return type.kind === 'template';
}

type Form = 'text' | 'number' | 'boolean' | 'list' | 'object';

/** The kinds of JSON that values of a type are written as, by people and by models. */
function formsOf(type: TypeTree, known: Known): readonly Form[] {
  const body = bodyOf(type, known);
  switch (body.kind) {
    case 'number':
    case 'boolean':
      return [body.kind];
    case 'enum':
      return [
        ...new Set(
          body.values.flatMap((value, at): Form[] => {
            if (typeof value === 'boolean') return ['boolean'];
            // A number of an enum is written as its name too.
            return typeof value === 'string'
              ? ['text']
              : body.members?.[at]?.shown === undefined
                ? ['number']
                : ['number', 'text'];
          }),
        ),
      ];
    case 'array':
    case 'set':
      return ['list'];
    case 'map':
    case 'tuple':
      return ['list', 'object'];
    case 'object':
      return ['object'];
    case 'json':
      return ['text', 'number', 'boolean', 'list', 'object'];
    case 'union':
      return body.variants.flatMap((variant) => formsOf(variant, known));
    case 'nullable':
    case 'undefinable':
      return formsOf(body.inner, known);
    case 'string':
    case 'bigint':
    case 'date':
    case 'template':
      return ['text'];
    case 'recursive':
    case 'reference':
    case 'refused':
      return [];
  }
}

/** The first property that every object has to have, with literals that no other object has there. */
function discriminatorOf(objects: readonly TypeTree[], known: Known): string | undefined {
  const bodies = objects.map((type) => unfold(bodyOf(type, known)));
  const [first] = bodies;
  if (first?.kind !== 'object') return undefined;
  return first.properties.find(({ name }) => {
    const seen = new Set<unknown>();
    return bodies.every((body) => {
      const property = body.kind === 'object' ? body.properties.find((one) => one.name === name) : undefined;
      if (property === undefined || property.optional || property.type.kind !== 'enum') return false;
      const own = [...property.type.values, ...textsOf(property.type).map(([text]) => text)];
      const isNew = own.every((value) => !seen.has(value));
      for (const value of own) seen.add(value);
      return isNew;
    });
  })?.name;
}

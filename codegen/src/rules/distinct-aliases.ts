import type { DocComment } from '../declaration/doc-comment.js';
import type { CalledValue, EnumTree } from '../declaration/type-tree.js';
import type { Place } from '../declaration/place.js';
import { tagValue } from '../spec/tag-value.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';
import { typesIn } from './walk-type.js';

/** A model tells fields, and properties of one object, apart by what it sees: their aliases and their names. */
export const distinctAliases = classRule('SIGIL2204', 'error', (declaration) => [
  ...clashes(declaration.fields, 'field'),
  ...declaration.fields
    .flatMap((field) => [...typesIn(field)])
    .flatMap(({ type }) => {
      if (type.kind === 'object') return clashes(type.properties, 'property');
      return type.kind === 'enum' ? twice(type) : [];
    }),
]);

/** An alias of a value of a choice that is what another is called: a reply with that text could mean either. */
function twice({ values, called = [] }: EnumTree): readonly Finding[] {
  const literals = values
    .filter((value) => !called.some((one) => one.value === value))
    .map((value): CalledValue => ({ value }));
  const all = [...called.filter(({ value }) => values.includes(value)), ...literals];
  return all.flatMap(({ value, alias }): Finding[] => {
    if (alias === undefined) return [];
    const isAlias = (text: string | number | boolean | undefined): boolean =>
      text !== undefined && String(text).toLowerCase() === alias.value.toLowerCase();
    const others = all.filter((other) => other.value !== value);
    const named = others.find(({ name }) => isAlias(name));
    const what =
      named === undefined
        ? others.some((other) => isAlias(other.value)) && 'another value'
        : `the name of the member '${named.name ?? ''}'`;
    if (what === false) return [];
    return [
      {
        place: alias.place,
        message: `Cannot compile tag @alias: '${alias.value}' is ${what} too, and a model could not tell them apart.`,
        hint: 'choose another alias',
      },
    ];
  });
}

interface Named {
  readonly name?: string;
  readonly place: Place;
  readonly doc?: DocComment;
  /** Of a property: what a model sees of the member of an enum that names it. */
  readonly alias?: string;
}

function clashes(members: readonly Named[], noun: string): readonly Finding[] {
  return members.flatMap((member, at): readonly Finding[] => {
    const own = aliasOf(member);
    if (own === undefined) return [];
    const { alias, place, what, hint } = own;
    const others = members.filter((other) => other !== member && other.name !== undefined);
    const named = others.find(({ name }) => key(name ?? '') === key(alias));
    const twin = members.slice(0, at).find((other) => {
      const theirs = aliasOf(other);
      return theirs !== undefined && key(theirs.alias) === key(alias);
    });
    const rival = named ?? twin;
    if (rival === undefined) return [];
    return [
      {
        place,
        message: `Cannot compile ${what}: '${alias}' is the ${named === undefined ? 'alias' : 'name'} of the ${noun} '${rival.name ?? ''}' too, and a model could not tell them apart.`,
        hint,
        related: [{ ...rival.place, message: `'${rival.name ?? ''}' is here` }],
      },
    ];
  });
}

interface Alias {
  readonly alias: string;
  readonly place: Place;
  /** What gives it. */
  readonly what: string;
  readonly hint: string;
}

function aliasOf({ name, alias, place, doc }: Named): Alias | undefined {
  for (const tag of doc?.tags ?? []) {
    const value = tagValue(tag);
    if (value?.kind === 'about' && value.about.alias !== undefined)
      return { alias: value.about.alias, place: tag.place, what: 'tag @alias', hint: 'choose another alias' };
  }
  if (alias === undefined) return undefined;
  const hint = 'write another @alias in the comment of the member of the enum';
  return { alias, place, what: `the property '${name ?? ''}', which a member of an enum names`, hint };
}

/** As a model may write it: letter case, underscores and how accents are encoded do not count. */
function key(name: string): string {
  return name.replace(/[_$-]/gu, '').normalize('NFKC').toLowerCase();
}

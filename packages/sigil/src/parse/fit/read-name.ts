import { shownValues } from '@sigil/schema';
import type { EnumType } from '@sigil/spec';
import { escapePattern } from '../../template/field-name.js';
import { NEGATION, readNumber, type Reading } from './read-number.js';

type Value = string | number | boolean;

/**
 * Reads a value of a closed set: by what is shown for it, by its own name, or by its description; in any case, with
 * emphasis, or as the only one that a sentence names. A name counts as a whole word, and a longer name hides a shorter
 * one: `pro plus` is `PRO_PLUS`.
 *
 * @returns undefined where no value is named, or several equally often, or where one is named to rule it out
 */
export function readName(text: string, type: EnumType): Reading<Value> | undefined {
  const value = exactNames(type).get(text);
  if (value !== undefined) return { value, exact: true };
  if (type.members === undefined && type.values.every((one) => typeof one === 'number')) {
    const number = readNumber(text);
    return number !== undefined && type.values.includes(number.value) ? number : undefined;
  }
  const names = namesOf(type);
  const bare = text.replace(/(?<![\p{L}\p{N}_])_+(?=\p{L})|(?<=\p{L})_+(?![\p{L}\p{N}_])/gu, ' ');
  const plain = folded(bare);
  const loose = names.map(foldedName);
  const inCase = named(bare, names, 'gu');
  // "Yes, no problem" says yes first, in other letters than those of the value.
  if (inCase !== undefined && saysOtherFirst(plain, loose, inCase.value)) return undefined;
  return (
    inCase ??
    named(plain, loose, 'giu') ??
    described(text, type) ??
    // A part of a word is no name: JavaScript is not Java.
    named(plain.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_'), loose, 'giu')
  );
}

const exact = new WeakMap<EnumType, ReadonlyMap<string, Value>>();

/** What is shown of each value, to the value. */
function exactNames(type: EnumType): ReadonlyMap<string, Value> {
  let names = exact.get(type);
  if (names === undefined) {
    const shown = shownValues(type);
    names = new Map(type.values.map((value, at) => [String(shown[at] ?? value), value] as const).reverse());
    exact.set(type, names);
  }
  return names;
}

interface Name {
  readonly name: string;
  readonly value: Value;
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string, flags: string): RegExp {
  const key = `${flags} ${name}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const word = escapePattern(name).replace(/[\s_-]+/gu, '[\\s_-]+');
    pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_+#])`, flags);
    if (patterns.size > 5000) patterns.clear();
    patterns.set(key, pattern);
  }
  return pattern;
}

/** True where the first words up to a mark are the name of another value. */
function saysOtherFirst(text: string, names: readonly Name[], value: Value): boolean {
  const first = /^[^\p{L}\p{N}]*([^.,:;!?\n]+)[.,:;!?\n]/u.exec(text)?.[1]?.trim().toLowerCase();
  const found = names.filter(({ name }) => name.toLowerCase() === first);
  return found.length > 0 && found.every((one) => one.value !== value);
}

/** Stands where a name was. */
const NAMED = ' \ue000 ';

/** What makes another word of the one behind it, or says nearly the opposite. */
const DENIED =
  /\b(?:(?:un|anti|semi|quasi|pseudo)-|(?:hardly|barely|scarcely|anything but|far from)\s) *\ue000/iu;

function named(text: string, names: readonly Name[], flags: string): Reading<Value> | undefined {
  let rest = text;
  const counts = new Map<Value, number>();
  for (const { name, value } of names) {
    const pattern = patternOf(name, flags);
    const count = rest.match(pattern)?.length ?? 0;
    if (count === 0) continue;
    counts.set(value, (counts.get(value) ?? 0) + count);
    rest = rest.replace(pattern, NAMED);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  // "not positive" names a value and means another.
  if (first === undefined || first[1] === second?.[1]) return undefined;
  // A status has a text of its own: "404 Not Found".
  const denial = typeof first[0] === 'number' ? rest.slice(0, text.indexOf(String(first[0]))) : rest;
  return NEGATION.test(denial) || DENIED.test(rest) ? undefined : { value: first[0], exact: false };
}

/** Text that is the description of a value, or its name and its description. */
function described(text: string, type: EnumType): Reading<Value> | undefined {
  const said = folded(text).trim().toLowerCase();
  const found = type.values.filter((_, at) => {
    const description = type.members?.[at]?.description;
    return description !== undefined && folded(description).trim().toLowerCase() === said;
  });
  const [only, second] = found;
  return only === undefined || second !== undefined ? undefined : { value: only, exact: false };
}

const lists = new WeakMap<EnumType, readonly Name[]>();

/** All texts that name a value, the longest first. */
function namesOf(type: EnumType): readonly Name[] {
  const known = lists.get(type);
  if (known !== undefined) return known;
  const all = type.values.flatMap((value, at) => {
    const member = type.members?.[at];
    const names = [String(member?.shown ?? value), String(value), ...(member?.accepted ?? [])];
    return [...new Set(names)].map((name) => ({ name, value }));
  });
  all.sort((a, b) => b.name.length - a.name.length);
  lists.set(type, all);
  return all;
}

/** Without accents, which small models leave out or add. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function foldedName({ name, value }: Name): Name {
  return { name: folded(name), value };
}

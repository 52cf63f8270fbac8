import { innerTypes } from '@sigil/schema';
import type { ValueType } from '@sigil/spec';
import {
  isLimitTag,
  isTagName,
  type AboutTag,
  type LimitTag,
  type TagName,
} from '../declaration/tag-names.js';
import { valueType } from '../spec/value-type.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';
import { pathTo, tagsIn, type TaggedPlace } from './tags-in.js';

/** A tag stands where it says something: a length on text, a minimum on a number, a name for the model on a field. */
export const applicableTag = classRule('SIGIL2202', 'error', (declaration) =>
  [...tagsIn(declaration)].flatMap((place) =>
    place.tags.flatMap((tag): readonly Finding[] => {
      const problem = isTagName(tag.name) ? problemOf(tag.name, place) : undefined;
      if (problem === undefined) return [];
      const [found, hint] = problem;
      const message = `Cannot compile tag @${tag.name}: it stands on ${found}.`;
      return [{ place: tag.place, message, hint, ...pathTo(place) }];
    }),
  ),
);

type Problem = readonly [found: string, hint: string];

function problemOf(name: TagName, { on, type }: TaggedPlace): Problem | undefined {
  if (on === 'class') {
    const isForReaders = !isLimitTag(name) && ON_CLASS.has(name);
    return isForReaders ? undefined : ['a class', 'put it on a field'];
  }
  if (on === 'member') {
    const isForReaders = !isLimitTag(name) && ON_MEMBER.has(name);
    return isForReaders ? undefined : ['a member of an enum', 'put it on the field that has the enum'];
  }
  if (!isLimitTag(name)) return aboutProblem(name, on);
  if (type === undefined || type.kind === 'refused' || takes(valueType(type), name)) return undefined;
  return [`'${type.text}'`, hintFor(name, valueType(type))];
}

/** On a class, `@alias` is JSDoc's, `@example` shows how to use it. */
const ON_CLASS: ReadonlySet<AboutTag> = new Set([
  'alias',
  'description',
  'title',
  'deprecated',
  'example',
  'examples',
]);

const ON_MEMBER: ReadonlySet<AboutTag> = new Set(['alias', 'description', 'title', 'deprecated', 'example']);

function aboutProblem(name: AboutTag, on: TaggedPlace['on']): Problem | undefined {
  if (on === 'type' && (name === 'alias' || name === 'default')) {
    return ['a type', 'put it on the field or the property that has the type'];
  }
  return on === 'input' && name === 'stream'
    ? ['an input', 'it is for outputs and their properties: only they come as a stream']
    : undefined;
}

/** Whether a type has what a tag limits. */
function takes(type: ValueType, tag: LimitTag): boolean {
  if (tag === 'json') return holdsJson(type);
  return type.kind === 'nullable' ? takes(type.inner, tag) : KINDS[tag].includes(type.kind);
}

/** Whether any JSON can stand somewhere in a type: `@json` says so of all of it. */
function holdsJson(type: ValueType): boolean {
  return type.kind === 'json' || innerTypes(type).some(holdsJson);
}

const NUMBER = ['number'] as const;
const TEXT = ['string'] as const;
const LISTS = ['array', 'set', 'map'] as const;

const KINDS: Readonly<Record<LimitTag, readonly ValueType['kind'][]>> = {
  minimum: NUMBER,
  maximum: NUMBER,
  exclusiveMinimum: NUMBER,
  exclusiveMaximum: NUMBER,
  multipleOf: NUMBER,
  asType: NUMBER,
  minLength: TEXT,
  maxLength: TEXT,
  pattern: TEXT,
  format: ['string', 'date'],
  minItems: LISTS,
  maxItems: LISTS,
  uniqueItems: ['array'],
  json: ['json'],
};

function hintFor(tag: LimitTag, type: ValueType): string {
  const items = type.kind === 'array' || type.kind === 'set' ? type.items : undefined;
  if (items !== undefined && takes(items, tag)) {
    return `for the items, write it on a type alias: 'type Item = ...', and use 'Item[]'`;
  }
  if (tag === 'uniqueItems' && type.kind === 'set') return 'leave it out: a Set has no item twice';
  if (type.kind === 'bigint' && KINDS[tag] === NUMBER) {
    return "a bigint has no limits: write 'number', or say it in the comment";
  }
  if (KINDS[tag] === NUMBER) return "it is for a 'number', also with '| null'";
  if (KINDS[tag] === TEXT) return "it is for a 'string', also with '| null'";
  if (KINDS[tag] === LISTS) return "it is for a list, a Set, a Map or a Record, also with '| null'";
  if (tag === 'format') return "it is for a 'string' or a 'Date', also with '| null'";
  return tag === 'json'
    ? "it is for 'unknown', 'object' and aliases of any JSON, and for types that hold them"
    : "it is for a list: 'string[]'";
}

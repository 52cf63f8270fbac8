import { isNoValue } from '@sigil/schema';
import type {
  ArrayType,
  BooleanType,
  EnumType,
  NumberType,
  SetType,
  UnionType,
  ValueType,
} from '@sigil/spec';
import { show } from '../describe.js';
import { fit } from '../fit/fit.js';
import { fitList, withoutRepetition } from '../fit/fit-list.js';
import { noteFixes } from '../fit/note-fixes.js';
import { readText, type ScalarReading } from '../fit/fit-scalar.js';
import { cheapest } from '../fit/cheapest.js';
import { MISFIT, type Fitting, type Place } from '../fit/fitting.js';
import { itemsInText } from '../fit/items-in-text.js';
import { outside } from '../find/outside.js';
import { knownNames } from '../find/known-names.js';
import { readRoots } from '../tree/read-roots.js';
import { textNode, type ListNode, type Node, type ObjectNode } from '../tree/node.js';

/** What reading the text of a field takes. */
export interface FieldReading {
  readonly fitting: Fitting;
  readonly unescape: (text: string) => string;
}

/**
 * Fits the text of a field to a type. Text that says the value in other words is taken where there is one reading of it,
 * with a note.
 *
 * @returns MISFIT where there is none, or more than one
 */
export function fitText(
  given: string,
  type: ValueType,
  place: Place | undefined,
  reading: FieldReading,
): unknown {
  const { fitting } = reading;
  const text = given.trim();
  switch (type.kind) {
    case 'string':
      return plainText(text, place, reading);
    case 'nullable':
      if (!isNoValue(text)) return fitText(text, type.inner, place, reading);
      if (text.toLowerCase() !== 'null') fitting.note(place, 'null-from-text', text, 'null', 1);
      return null;
    case 'number':
    case 'boolean':
    case 'enum':
    case 'bigint':
    case 'date':
    case 'template':
      return scalar(text, type, place, reading);
    case 'array':
      return list(text, type, place, reading);
    case 'set': {
      const values = list(text, type, place, reading);
      return values === MISFIT ? values : withoutRepetition(values, place, fitting);
    }
    case 'tuple':
    case 'map':
    case 'object': {
      const node = jsonIn(
        text,
        type,
        type.kind === 'object' ? ['object'] : ['object', 'list'],
        place,
        fitting,
      );
      return node === undefined ? mismatch(text, type, place, fitting) : fit(node, type, place, fitting);
    }
    case 'union':
      return union(text, type, place, reading);
    case 'json':
      return anyJson(text, type, place, reading);
    case 'recursive':
      fitting.references.set(type.name, type.type);
      return fitText(text, type.type, place, reading);
    case 'reference':
      return fitText(text, fitting.references.get(type.name) ?? type, place, reading);
  }
}

function mismatch(text: string, type: ValueType, place: Place | undefined, fitting: Fitting): typeof MISFIT {
  return fitting.mismatch(place, text === '' ? undefined : textNode(text, true), type);
}

/** Text with quotes around all of it is JSON text; other text may have its markers escaped. */
function plainText(text: string, place: Place | undefined, { fitting, unescape }: FieldReading): string {
  const inner = quotedText(text);
  if (inner === undefined) return unescape(text);
  fitting.note(place, 'quotes-removed', text, inner, 1);
  return inner;
}

function quotedText(text: string): string | undefined {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return undefined;
  const [only] = readRoots(`[${text}]`, undefined);
  const [item, second] = only?.kind === 'list' ? only.items : [];
  const isWhole = only?.closed === true && only.end === text.length + 2 && second === undefined;
  return isWhole && item?.kind === 'text' && item.quoted && item.fixes === undefined ? item.text : undefined;
}

function scalar(
  text: string,
  type: Parameters<typeof readText>[1],
  place: Place | undefined,
  reading: FieldReading,
): unknown {
  const { fitting } = reading;
  const isName = type.kind === 'enum' || type.kind === 'template';
  const plain = isName ? plainText(text, place, reading) : text;
  const read = readText(plain, type);
  const isClosed = type.kind === 'number' || type.kind === 'boolean' || type.kind === 'enum';
  if (read === undefined || (isClosed && isElsewhere(read, plain, type)))
    return mismatch(text, type, place, fitting);
  if (read.change !== undefined) fitting.note(place, read.change, text, String(read.value), 1);
  return read.value;
}

/**
 * True where a text says the value in a JSON object, which has no property of the field's name here, or as a share: of
 * `8/10` nobody knows whether 8 or 0.8 is meant.
 */
function isElsewhere(
  { value, exact }: ScalarReading,
  text: string,
  type: NumberType | BooleanType | EnumType,
): boolean {
  if (exact) return false;
  if (type.kind === 'number' && text.includes('/')) return true;
  return text.includes('{') && readText(outside(text, readRoots(text, undefined)), type)?.value !== value;
}

/** The first list or object in a text; what stands around it is noted. */
function jsonIn(
  text: string,
  type: ValueType,
  kinds: readonly Node['kind'][],
  place: Place | undefined,
  fitting: Fitting,
): ListNode | ObjectNode | undefined {
  const node = readRoots(text, knownNames(type)).find(({ kind }) => kinds.includes(kind));
  if (node === undefined) return undefined;
  const around = `${text.slice(0, node.start)}${text.slice(node.end)}`.trim();
  if (around !== '') fitting.note(place, 'text-around-dropped', around, '', 0.2);
  return node;
}

function list(
  text: string,
  type: ArrayType | SetType,
  place: Place | undefined,
  reading: FieldReading,
): unknown[] | typeof MISFIT {
  const { items } = type;
  const { fitting } = reading;
  if (/^(?:```[a-z]*\s*)?\[/iu.test(text) || isNested(items)) {
    const node = jsonIn(text, type, ['list'], place, fitting);
    return node === undefined ? mismatch(text, type, place, fitting) : fitMended(node, type, place, fitting);
  }
  const quoted = quotedParts(text);
  const parts = itemsInText(text, items);
  // The list stands in an object under another name, or is none.
  const isObject = parts?.isBullets !== true && outside(text, readRoots(text, undefined)).trim() === '';
  if (isObject || (quoted === undefined && parts === undefined)) return mismatch(text, type, place, fitting);
  const values =
    quoted === undefined
      ? fitEach(parts?.items ?? [], place, (part, at) => fitText(part, items, at, reading))
      : fitItems(quoted, items, place, fitting);
  if (values === MISFIT) return values;
  if (quoted === undefined && parts !== undefined && parts.around !== '') {
    fitting.note(place, 'text-around-dropped', parts.around, '', 0.2);
  }
  fitting.note(place, 'list-from-text', text, show(values), 2);
  return values;
}

function fitMended(
  node: ListNode | ObjectNode,
  type: ArrayType | SetType,
  place: Place | undefined,
  fitting: Fitting,
): unknown[] | typeof MISFIT {
  const values = fitList(node, type, place, fitting, fit);
  return values === MISFIT ? values : noteFixes(node, values, place, fitting);
}

function fitItems(
  nodes: readonly Node[],
  type: ValueType,
  place: Place | undefined,
  fitting: Fitting,
): unknown[] | typeof MISFIT {
  return fitEach(nodes, place, (node, at) => fit(node, type, at, fitting));
}

function fitEach<Part>(
  parts: readonly Part[],
  place: Place | undefined,
  read: (part: Part, at: Place) => unknown,
): unknown[] | typeof MISFIT {
  const values: unknown[] = [];
  for (const [index, part] of parts.entries()) {
    const value = read(part, { around: place, key: index });
    if (value === MISFIT) return MISFIT;
    values.push(value);
  }
  return values;
}

/** True for a type that text holds as JSON only. */
export function isNested(type: ValueType): boolean {
  if (type.kind === 'nullable') return isNested(type.inner);
  return ['object', 'array', 'set', 'tuple', 'map', 'union', 'json', 'recursive', 'reference'].includes(
    type.kind,
  );
}

/** Texts in quotes with commas between them, as they stand in JSON without its brackets. */
function quotedParts(text: string): readonly Node[] | undefined {
  if (!/^["'“].*["'”]$/su.test(text)) return undefined;
  const [only] = readRoots(`[${text}]`, undefined);
  const isWhole = only?.kind === 'list' && only.closed && only.end === text.length + 2;
  return isWhole && only.items.length > 1 ? only.items : undefined;
}

/**
 * Text that is JSON of one of the variants is that value: `3` the number, `"3"` the text. Of other text each variant
 * reads what it can.
 */
function union(text: string, type: UnionType, place: Place | undefined, reading: FieldReading): unknown {
  const { fitting } = reading;
  if (type.discriminator !== undefined) {
    const node = jsonIn(text, type, ['object'], place, fitting);
    return node === undefined ? mismatch(text, type, place, fitting) : fit(node, type, place, fitting);
  }
  const mark = fitting.mark();
  const whole = wholeJson(text, type);
  if (whole !== undefined) {
    const exact = fit(whole, type, place, fitting);
    if (exact !== MISFIT && fitting.notes.length === mark.notes) return exact;
    fitting.reset(mark);
  }
  const tries = type.variants.map((variant) => () => fitText(text, variant, place, reading));
  return cheapest(tries, fitting) ?? mismatch(text, type, place, fitting);
}

/** The JSON that a text is from end to end. */
function wholeJson(text: string, type: ValueType): Node | undefined {
  const inner = quotedText(text);
  if (inner !== undefined) return textNode(inner, true);
  if (/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/u.test(text))
    return textNode(text, false);
  const [only] = readRoots(text, knownNames(type));
  return only?.start === 0 && only.end === text.length ? only : undefined;
}

/** JSON as it stands, or the object or list in a text; any other text is a text. */
function anyJson(text: string, type: ValueType, place: Place | undefined, reading: FieldReading): unknown {
  const { fitting, unescape } = reading;
  const node = wholeJson(text, type) ?? jsonIn(text, type, ['object', 'list'], place, fitting);
  if (node !== undefined) return fit(node, type, place, fitting);
  fitting.note(place, 'text-as-json', text, JSON.stringify(text), 1);
  return unescape(text);
}

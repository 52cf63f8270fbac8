import { bodyOf, fromJson, innerTypes, isNoValue } from '@sigil/schema';
import { ParseError, type Coercion, type JsonValue, type ValueType } from '@sigil/spec';
import { describe, show } from './describe.js';
import { exactJson, INEXACT } from './exact-json.js';
import { MISFIT, type Misfit, type OnLoss } from './fit/fitting.js';
import { quotedText } from './find/quoted-text.js';
import { readReply, type FoundValue } from './find/read-reply.js';
import { ANY_DRAFT, withoutDraft } from './find/without-draft.js';
import { partialReader } from './partial/partial-reader.js';

/** How {@link parseValue} reads. */
export interface ParseOptions {
  /** `partial` reads a reply that is not over yet. */
  readonly mode?: 'final' | 'partial';
  /**
   * What to do where something of the reply fits nowhere: an item of a list that is none, a value that is cut off.
   * `report` leaves it out and says so in the coercions; `error` refuses the reply.
   */
  readonly onLoss?: OnLoss;
}

/** A value and what was changed to read it. */
export interface ParsedValue {
  readonly value: unknown;
  readonly coercions: readonly Coercion[];
}

/**
 * Reads the value of a type in a reply of a model.
 *
 * @param text the reply, with whatever stands around the value
 * @param type what is wanted
 * @returns the value of the program (dates are `Date`), and one note for each thing that was changed
 * @throws ParseError with the path, what was wanted there, the reply, and as much of the value as could be read
 * @example
 * ```ts
 * const type = { kind: 'array', items: { kind: 'number' } } as const;
 * parseValue('Here you go: [1, "2", 3', type).value; // -> [1, 2, 3]
 * ```
 */
export function parseValue(text: string, type: ValueType, options: ParseOptions = {}): ParsedValue {
  const onLoss = options.onLoss ?? 'report';
  if (options.mode === 'partial') return { value: partialReader(type).push(text), coercions: [] };
  const body = bodyOf(type).kind;
  const exact = body === 'string' ? INEXACT : exactJson(text, type);
  if (exact !== INEXACT) return { value: ofProgram(type, exact), coercions: [] };
  const notes: Coercion[] = [];
  if (ANY_DRAFT.isAll(text))
    throw failure(text, type, {
      path: '',
      keys: [],
      found: show(text),
      expected: 'an answer behind the draft',
    });
  const clean = withoutDraft(text, notes, ANY_DRAFT);
  if (body === 'string' && !(type.kind === 'nullable' && isNoValue(clean))) {
    return { value: notes.length === 0 ? text : clean, coercions: notes };
  }
  const inner = innerText(clean);
  if (inner !== undefined)
    notes.push({ path: '', kind: 'quotes-removed', from: show(clean), to: show(inner) });
  const found = readDoubled(inner ?? clean, type, onLoss, notes);
  if (found.value === MISFIT) {
    throw failure(
      text,
      type,
      found.misfit ?? { path: '', keys: [], found: show(clean), expected: describe(type) },
    );
  }
  if (found.broken !== undefined) throw failure(text, type, found.broken);
  return { value: ofProgram(type, found.value), coercions: [...notes, ...found.notes] };
}

/** Reads a reply; one that nothing fits in is read once more as text of which all quotes were doubled, if it may be one. */
function readDoubled(text: string, type: ValueType, onLoss: OnLoss, notes: Coercion[]): FoundValue {
  const found = readReply(text, type, onLoss);
  if (found.value !== MISFIT || !/[{,]\s*""[^"\s]/u.test(text)) return found;
  const single = readReply(text.replaceAll('""', '"'), type, onLoss);
  if (single.value === MISFIT) return found;
  notes.push({ path: '', kind: 'doubled-quotes', from: show(text), to: '' });
  return single;
}

function failure(reply: string, type: ValueType, why: Misfit): ParseError {
  return new ParseError({ ...why, reply, partial: partialReader(type).push(reply) });
}

function ofProgram(type: ValueType, value: unknown): unknown {
  if (isPlain(type)) return value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what fits a type is JSON
  return fromJson(type, value as JsonValue);
}

const plain = new WeakMap<ValueType, boolean>();

/** True for a type whose values are the same in JSON and in a program. */
function isPlain(type: ValueType): boolean {
  let known = plain.get(type);
  if (known === undefined) {
    const isSpecial =
      type.kind === 'date' || type.kind === 'bigint' || type.kind === 'set' || type.kind === 'map';
    known = !isSpecial && innerTypes(type).every(isPlain);
    plain.set(type, known);
  }
  return known;
}

/** The JSON of a reply that is a JSON text with JSON in it; undefined for any other reply. */
function innerText(text: string): string | undefined {
  const trimmed = text.trim();
  return /^"\s*(?:\{|\[|\\")/u.test(trimmed) ? quotedText(trimmed) : undefined;
}

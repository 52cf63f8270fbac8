import { bodyOf } from '@sigil/schema';
import type { Coercion, ValueType } from '@sigil/spec';
import { show } from '../describe.js';
import { fit } from '../fit/fit.js';
import { Fitting, MISFIT, type Misfit, type OnLoss } from '../fit/fitting.js';
import { textNode, type ListNode, type Node, type ObjectNode } from '../tree/node.js';
import { readRoots } from '../tree/read-roots.js';
import { fitLines } from './fit-lines.js';
import { outside } from './outside.js';
import { knownNames } from './known-names.js';
import { quotedText } from './quoted-text.js';

/** What a reply was read as. */
export interface FoundValue {
  /** In the form that people write as JSON; {@link MISFIT} where nothing fits. */
  readonly value: unknown;
  readonly notes: readonly Coercion[];
  /** Why nothing fits. */
  readonly misfit: Misfit | undefined;
  /** The limit that the value breaks. */
  readonly broken: Misfit | undefined;
}

/**
 * Reads the value of a type in a reply: JSON in any state of repair with anything around it, or the text that says the
 * value. All places that may hold it are tried; the one that fits with the least change is meant, the first of equals.
 */
export function readReply(text: string, type: ValueType, onLoss: OnLoss): FoundValue {
  const roots = readRoots(text, knownNames(type));
  let { best, misfit } = bestOf(text, roots, type, () => new Fitting(onLoss));
  if (best === undefined || roots.length === 0 || isSaid(type)) {
    const said = fromText(text, roots, type, onLoss);
    if (said.value === MISFIT)
      misfit = roots.length === 0 ? said.fitting.misfit : (misfit ?? said.fitting.misfit);
    else if (best === undefined || said.fitting.cost < best.fitting.cost) best = said;
  }
  return found(text, best, misfit);
}

/**
 * As {@link readReply}, for a reply that was asked for as JSON: what the text beside it says is not looked at, and
 * nothing may be lost.
 *
 * @param jsonIsText any JSON was asked for as a text that holds it
 */
export function readJson(text: string, type: ValueType, jsonIsText: boolean): FoundValue {
  const roots = readRoots(text, knownNames(type));
  const { best, misfit } = bestOf(text, roots, type, () => {
    const fitting = new Fitting('error');
    fitting.jsonIsText = jsonIsText;
    return fitting;
  });
  return found(text, best, misfit);
}

function bestOf(
  text: string,
  roots: readonly (ListNode | ObjectNode)[],
  type: ValueType,
  newFitting: () => Fitting,
): { best: Attempt | undefined; misfit: Misfit | undefined } {
  let best: Attempt | undefined;
  let misfit: Misfit | undefined;
  for (const nodes of candidates(roots, type)) {
    const attempt = tried(nodes, type, newFitting(), text);
    if (attempt.value === MISFIT) misfit ??= attempt.fitting.misfit;
    else if (best === undefined || attempt.fitting.cost < best.fitting.cost) best = attempt;
  }
  return { best, misfit };
}

function found(text: string, best: Attempt | undefined, misfit: Misfit | undefined): FoundValue {
  if (best === undefined) return { value: MISFIT, notes: [], misfit, broken: undefined };
  noteAround(text, best, best.fitting.notes);
  return { value: best.value, notes: best.fitting.notes, misfit: undefined, broken: best.fitting.broken };
}

interface Attempt {
  readonly value: unknown;
  readonly fitting: Fitting;
  /** Where in the reply it stands; the whole where these are absent. */
  readonly start?: number;
  readonly end?: number;
}

/** The places in a reply that may hold the value: each list and object alone, and all objects as the items of a list. */
function candidates(
  roots: readonly (ListNode | ObjectNode)[],
  type: ValueType,
): readonly (readonly Node[])[] {
  const objects = roots.filter(({ kind }) => kind === 'object');
  if (!isList(type) || objects.length < 2) return roots.map((root) => [root]);
  return [objects, ...roots.filter(({ kind }) => kind === 'list').map((root) => [root])];
}

function tried(nodes: readonly Node[], type: ValueType, fitting: Fitting, text: string): Attempt {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { value: MISFIT, fitting };
  const node: Node =
    nodes.length === 1
      ? first
      : { kind: 'list', items: [...nodes], start: first.start, end: last.end, closed: true };
  const value = fit(node, type, undefined, fitting);
  if (value === MISFIT) return { value, fitting };
  if (nodes.length > 1) fitting.note(undefined, 'list-from-objects', '', String(nodes.length), 1);
  // In the middle of a sentence stands what is talked of.
  const before = text.slice(Math.max(0, first.start - NEAR), first.start);
  if (/\S[^\n]*$/u.test(before) && /^[^\n]*\w/u.test(text.slice(last.end, last.end + NEAR)))
    fitting.cost += 0.5;
  return { value, fitting, start: first.start, end: last.end };
}

/** How far around a value its line is looked at. */
const NEAR = 100;

/** Notes what stands around the value that was chosen. */
function noteAround(text: string, { start = 0, end = text.length }: Attempt, notes: Coercion[]): void {
  const around = `${text.slice(0, start)}${text.slice(end)}`.trim();
  if (around === '') return;
  const bare = around.replace(/(?:```|~~~)+[\w-]*/gu, '').trim();
  if (bare !== around) notes.push({ path: '', kind: 'fence-removed', from: '', to: '' });
  if (bare !== '') notes.push({ path: '', kind: 'text-around-dropped', from: show(bare), to: '' });
}

/** The value as the text itself says it, what stands in lists and objects of other meaning aside. */
function fromText(text: string, roots: readonly Node[], type: ValueType, onLoss: OnLoss): Attempt {
  const fitting = new Fitting(onLoss);
  const body = bodyOf(type);
  const isText = body.kind === 'string' || (body.kind === 'union' && roots.length === 0);
  const said = withoutFence((isText ? text : outside(text, roots)).trim());
  const inner = roots.length === 0 ? quotedText(said) : undefined;
  const node = textNode(inner ?? said, inner !== undefined, { start: 0, end: text.length });
  if (said === '') return { value: fitting.mismatch(undefined, undefined, type), fitting };
  const value = isObject(body) ? fitLines(node, type, fitting) : fit(node, type, undefined, fitting);
  if (roots.length > 0) fitting.cost += 3;
  return { value, fitting };
}

/** The text in a fence around all of it. */
function withoutFence(text: string): string {
  return /^(```+|~~~+)[\w-]*\s([^]*?)\s*\1$/u.exec(text)?.[2]?.trim() ?? text;
}

/** True for a type that prose can say, beside any lists and objects in it. */
function isSaid(type: ValueType): boolean {
  const { kind } = bodyOf(type);
  return kind === 'number' || kind === 'boolean' || kind === 'enum' || kind === 'union';
}

function isObject({ kind }: ValueType): boolean {
  return kind === 'object' || kind === 'map';
}

function isList(type: ValueType): boolean {
  const { kind } = bodyOf(type);
  return kind === 'array' || kind === 'set';
}

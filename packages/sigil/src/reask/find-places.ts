import { ParseError, type FieldSpec, type ObjectType } from '@sigil/spec';
import { DRAFT_END } from '../template/reserved-text.js';
import type { MarkerSyntax } from '../template/field-marker.js';
import { knownNames } from '../parse/find/known-names.js';
import { replyLayout, type ReplyLayout } from '../parse/reply/reply-layout.js';
import type { Section } from '../parse/reply/sections.js';
import { readRoots } from '../parse/tree/read-roots.js';
import { followPath, type Path } from './follow-path.js';
import type { Place } from './place.js';
import { placeInText, placeOfNode } from './place-in-text.js';

/** The places of values in a reply. */
export interface ReplyPlaces {
  /** Where the answer begins: behind a draft. */
  readonly start: number;
  /** @returns undefined for a value that is missing, or whose place is not known */
  find(path: Path): Place | undefined;
}

const NONE: ReplyPlaces = { start: 0, find: () => undefined };

/**
 * Finds where in a reply the values of its outputs stand, as the parser reads it.
 *
 * @param syntax the markers of all fields of the signature
 */
export function findPlaces(reply: string, outputs: readonly FieldSpec[], syntax: MarkerSyntax): ReplyPlaces {
  const layout = layoutOf(reply, outputs, syntax);
  if (layout === undefined) return NONE;
  // Tags of drafts and fences were taken off, at both ends.
  const behindDraft = Math.max(0, reply.lastIndexOf(DRAFT_END), reply.lastIndexOf('<|message|>'));
  const near = reply.indexOf(layout.body, behindDraft);
  const offset = near < 0 ? reply.indexOf(layout.body) : near;
  if (offset < 0) return NONE;
  return {
    start: offset > behindDraft && behindDraft > 0 ? offset : 0,
    find(path) {
      const place = path.length === 0 ? undefined : inLayout(layout, outputs, path);
      return place === undefined
        ? undefined
        : { ...place, start: place.start + offset, end: place.end + offset };
    },
  };
}

/** Undefined for a reply that has none. */
function layoutOf(
  reply: string,
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax,
): ReplyLayout | undefined {
  try {
    return replyLayout(reply, outputs, syntax, { reply, coercions: [], unescape: (text) => text });
  } catch (error) {
    if (ParseError.isInstance(error)) return undefined;
    throw error;
  }
}

function inLayout(layout: ReplyLayout, outputs: readonly FieldSpec[], path: Path): Place | undefined {
  const { kind, body } = layout;
  const all: ObjectType = { kind: 'object', properties: outputs };
  if (kind === 'object') return placeOfNode(body, followPath(layout.object, all, path));
  if (kind === 'bare' && outputs.length > 1) {
    // The object may stand under another name.
    const [only, second] = readRoots(body, knownNames(all));
    return only === undefined || second !== undefined
      ? undefined
      : placeOfNode(body, followPath(only, all, path));
  }
  const [name, ...rest] = path;
  const field = outputs.find((one) => one.name === name);
  const section =
    kind === 'sections' ? layout.turn.own.find(({ marker }) => marker.name === name) : undefined;
  if (field === undefined || (kind === 'sections' && section === undefined)) return undefined;
  const end = kind === 'bare' ? (layout.inputs[0]?.marker.start ?? body.length) : 0;
  const region = section === undefined ? trimmed(body, 0, end) : valueOf(body, section);
  if (region.start === region.end && kind === 'bare') return undefined;
  if (rest.length === 0) return region;
  const inner = placeInText(body.slice(region.start, region.end), field.type, rest);
  return inner === undefined
    ? undefined
    : { ...inner, start: inner.start + region.start, end: inner.end + region.start };
}

/** The text behind a marker, up to the next one or to its closing tag. */
function valueOf(body: string, { marker, end, text, isCut }: Section): Place {
  const isTag = marker.closing !== undefined;
  const closing = isTag && !isCut ? (marker.closing?.length ?? 0) : 0;
  const region = trimmed(body, marker.end, end - closing);
  // The comma behind a member is no part of its value.
  if (marker.isMember) return { start: region.start, end: region.start + text.length, notation: 'json' };
  return isTag ? { ...region, notation: 'tag' } : region;
}

function trimmed(body: string, from: number, to: number): Place {
  const text = body.slice(from, to);
  const end = from + text.trimEnd().length;
  return { start: Math.min(end, from + text.length - text.trimStart().length), end, notation: 'line' };
}

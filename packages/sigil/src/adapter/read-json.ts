import type { Coercion, ParsedReply } from '@sigil/spec';
import { exactJson, INEXACT } from '../parse/exact-json.js';
import { readJson } from '../parse/find/read-reply.js';
import { ANY_DRAFT, THINK, withoutDraft, type DraftTags } from '../parse/find/without-draft.js';
import { MISFIT } from '../parse/fit/fitting.js';
import { parseReply } from '../parse/reply/parse-reply.js';
import { shownName } from '../template/shown-name.js';
import type { SignatureParts } from './signature-parts.js';

/**
 * Reads the outputs of a reply that was asked for as one JSON object: in people's form or in that of wire schemas, alone
 * or with anything around it. What is in another layout is read as that layout.
 *
 * @param jsonIsText any JSON was asked for as a text that holds it
 * @throws ParseError
 */
export function readJsonReply(text: string, parts: SignatureParts, jsonIsText: boolean): ParsedReply {
  const exact = text.startsWith('{') ? exactly(text, parts) : undefined;
  if (exact !== undefined) return { values: exact, coercions: [] };
  const coercions: Coercion[] = [];
  const drafts = draftsOf(parts);
  const isAnswer = !drafts.isAll(text);
  const answer = isAnswer ? withoutDraft(text, coercions, drafts) : text;
  if (isAnswer && parts.outputs.length > 0 && beginsWithJson(answer, parts)) {
    const found = readJson(answer, parts.object, jsonIsText);
    if (found.value !== MISFIT)
      return { values: recordOf(found.value), coercions: [...coercions, ...found.notes] };
  }
  const isOurs = drafts === THINK || coercions.length === 0;
  if (isOurs) return parseReply(text, parts.outputs, parts.lines);
  const read = parseReply(answer, parts.outputs, parts.lines);
  return { ...read, coercions: [...coercions, ...read.coercions] };
}

/** The values of a reply that is the wanted JSON as it stands; most are. */
function exactly(text: string, { object }: SignatureParts): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = exactJson(text, object);
    return value === INEXACT ? undefined : recordOf(value);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The tags of drafts that are not those of an output. */
function draftsOf({ outputs }: SignatureParts): DraftTags {
  return outputs.some((field) => ANY_DRAFT.begins(`<${shownName(field)}>`)) ? THINK : ANY_DRAFT;
}

/** False where a line or a tag says an output before the first brace: JSON is a value there, or part of one. */
function beginsWithJson(answer: string, { outputs, lines }: SignatureParts): boolean {
  const brace = answer.search(/[[{]/u);
  if (brace < 0) return false;
  const names = new Set(outputs.map(({ name }) => name));
  return !lines.find(answer.slice(0, brace)).some(({ name }) => names.has(name));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

import { readRoots } from '../tree/read-roots.js';
import type { ListNode, ObjectNode, TextNode } from '../tree/node.js';
import type { Fitting, Place } from './fitting.js';

/** The list or object that a text holds as JSON: `"[\"a\"]"`. Nothing may stand around it. */
export function jsonInside(
  node: TextNode,
  fitting: Fitting,
  place: Place | undefined,
): ListNode | ObjectNode | undefined {
  const text = node.text.trim();
  const last = text.at(-1);
  const isJson = (text.startsWith('{') && last === '}') || (text.startsWith('[') && last === ']');
  if (!isJson) return undefined;
  const [only, second] = readRoots(text, undefined);
  if (only === undefined || second !== undefined || only.start > 0 || only.end < text.length)
    return undefined;
  fitting.note(place, 'json-from-text', node.text, '', 1);
  return only;
}

import { readJson } from './read-json.js';

/** What opens an object: a brace and a key. Other braces are talk: `\boxed{3}`. */
const OPENING = /\{\s*(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|‘[^’\n]*’|[\p{L}_$][\p{L}\p{N}_$-]*)\s*:/u;

/**
 * A text without the JSON objects in it. What stands in an object has a name: `{"other": "positive"}` says something of
 * `other`, and nothing of the output that was asked for. An object that is broken reaches to the end.
 */
export function outsideObjects(text: string): string {
  let rest = text;
  let outside = '';
  for (let start = rest.search(OPENING); start >= 0; start = rest.search(OPENING)) {
    outside += `${rest.slice(0, start)} `;
    rest = rest.slice(readJson(rest, start)?.end ?? rest.length);
  }
  return outside + rest;
}

import { note, type CoerceContext } from './coerce-context.js';
import { show } from './describe.js';
import type { ReadJson } from './read-json.js';

/** Notes what had to be mended to read JSON, and the members of objects that were said again. */
export function noteRepairs(json: ReadJson, text: string, path: string, context: CoerceContext): void {
  for (const repair of json.repairs) note(context, path, repair, show(text), show(json.value));
  for (const member of json.repeated) note(context, path, 'repeated-field-dropped', member, '');
}

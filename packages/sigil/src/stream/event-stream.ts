import { fieldsToJson } from '@sigil/schema';
import { SigilError, type FieldSpec, type JsonValue, type RunEvent } from '@sigil/spec';

/**
 * Server-sent events of a run, in UTF-8 (HTML Living Standard, 9.2).
 *
 * @param fieldsOf what a predictor gives; `undefined` for the run as a whole
 * @param left fires when the reader goes
 */
export async function* eventStream(
  events: AsyncIterable<RunEvent>,
  outputs: () => Promise<unknown>,
  fieldsOf: (path: string | undefined) => readonly FieldSpec[],
  left: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const write = (name: string, data: unknown): Uint8Array =>
    encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data, writable)}\n\n`);
  try {
    for await (const event of events) yield write(event.kind, dataOf(event, fieldsOf));
    if (!left.aborted) yield write('outputs', valuesOf(fieldsOf(undefined), await outputs()));
  } catch (error) {
    yield write('error', publicError(error));
  }
}

function dataOf(event: RunEvent, fieldsOf: (path: string) => readonly FieldSpec[]): unknown {
  const { path, call } = event;
  switch (event.kind) {
    case 'partial':
      return { path, call, value: valuesOf(fieldsOf(path), event.value) };
    case 'status':
      return { path, call, status: event.status };
    case 'reset':
      return { path, call, ...(event.error === undefined ? {} : { error: publicError(event.error) }) };
  }
}

function valuesOf(fields: readonly FieldSpec[], values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values;
  const states = fields.filter(({ stream }) => stream === 'state').map(({ name }) => name);
  const given: Record<string, unknown> = { ...values };
  const json: Record<string, unknown> = { ...fieldsToJson(fields, given) };
  for (const name of states) json[name] = given[name];
  return json;
}

/** Values inside of a state are written without their types. */
function writable(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return Object.fromEntries(value);
  return typeof value === 'bigint' ? String(value) : value;
}

/** Without its message: it may quote the prompt or name a server, and the reader may be anybody. */
function publicError(error: unknown): { readonly [name: string]: JsonValue } {
  return error instanceof SigilError ? { name: error.name, code: error.code } : { name: 'Error' };
}

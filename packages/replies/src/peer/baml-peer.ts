import { BamlRuntime } from '@boundaryml/baml';
import { fromJson } from '@sigil/schema';
import type { JsonValue, ValueType } from '@sigil/spec';
import { bamlSource, type BamlSource } from './baml-source.js';
import type { Peer } from './peer.js';

/** The parser of BAML 0.226, with the type translated to its language. */
export const bamlPeer: Peer = {
  name: 'BAML',
  read: (reply, type) => {
    const source = bamlSource(type);
    if (source === undefined) return undefined;
    const runtime = runtimeOf(source);
    if (runtime === undefined) return undefined;
    let json: JsonValue;
    try {
      // oxlint-disable-next-line typescript/no-unsafe-assignment -- the package says any
      json = runtime.parseLlmResponse(
        'Read',
        reply,
        false,
        runtime.createContextManager(),
        undefined,
        undefined,
        {},
      );
    } catch (error) {
      if (error instanceof Error) return { kind: 'error', path: '' };
      throw error;
    }
    return { kind: 'value', value: fromJson(type, withValues(json, type, source.values)), notes: 0 };
  },
};

const runtimes = new Map<string, BamlRuntime | undefined>();

/** Undefined for a source that BAML refuses. */
function runtimeOf({ source }: BamlSource): BamlRuntime | undefined {
  if (!runtimes.has(source)) {
    try {
      runtimes.set(source, BamlRuntime.fromFiles('/baml_src', { 'main.baml': source }, {}));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      runtimes.set(source, undefined);
    }
  }
  return runtimes.get(source);
}

/** The values of the program for the names that the translation gave them; absent for null where a key is optional. */
function withValues(json: JsonValue, type: ValueType, values: BamlSource['values']): JsonValue {
  if (typeof json === 'string') return values.get(json) ?? json;
  if (isList(json)) return json.map((item) => withValues(item, type, values));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, each]) =>
      each === null && isOptional(type, key) ? [] : [[key, withValues(each, type, values)]],
    ),
  );
}

function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

/** Whether a property of that name is optional somewhere: names say enough in a corpus of small types. */
function isOptional(type: ValueType, key: string): boolean {
  const text = JSON.stringify(type);
  return new RegExp(`\\{"name":${JSON.stringify(key)}(?:(?!"name":).)*?"optional":true`, 'u').test(text);
}

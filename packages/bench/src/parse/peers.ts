import { BamlRuntime } from '@boundaryml/baml';
import { parsePartialJson } from 'ai';
import { jsonrepair } from 'jsonrepair';
import { parse as parsePartial } from 'partial-json';
import { CHECKS, Items, type Wanted } from './replies.js';

/** Another parser of replies. What it cannot read it throws at, or gives as undefined. */
export interface Peer {
  readonly name: string;
  /** What a short reply says, checked. */
  short(reply: string, wanted: Wanted): unknown;
  /** A list of items, checked. */
  items(reply: string): unknown;
  /** As much of a list as has come. */
  partial(reply: string): unknown;
}

const SOURCE = `class Item {
  id int
  name string
  tags string[]
  note string?
}
${reading('item', 'Item')}
${reading('items', 'Item[]')}
${reading('team', '"billing" | "technical" | "sales"')}
${reading('amount', 'float')}
${reading('truth', 'bool')}`;

function reading(wanted: Wanted | 'items', type: string): string {
  return `function Read_${wanted}(reply: string) -> ${type} { client "openai/gpt-5-mini" prompt #"{{ reply }}"# }`;
}

/** The parser of BAML 0.226, without its client. */
function baml(): Peer {
  const runtime = BamlRuntime.fromFiles('/baml_src', { 'main.baml': SOURCE }, {});
  const read = (wanted: Wanted | 'items', reply: string, isPartial: boolean): unknown =>
    runtime.parseLlmResponse(
      `Read_${wanted}`,
      reply,
      isPartial,
      runtime.createContextManager(),
      undefined,
      undefined,
      {},
    );
  return {
    name: 'BAML',
    short: (reply, wanted) => read(wanted, reply, false),
    items: (reply) => read('items', reply, false),
    partial: (reply) => read('items', reply, true),
  };
}

export const BAML = baml();

export const JSONREPAIR: Peer = {
  name: 'jsonrepair and zod',
  short: (reply, wanted) => CHECKS[wanted].parse(JSON.parse(jsonrepair(reply))),
  items: (reply) => Items.parse(JSON.parse(jsonrepair(reply))),
  partial: (reply): unknown => JSON.parse(jsonrepair(reply)),
};

export const PARTIAL_JSON: Peer = {
  name: 'partial-json and zod',
  short: (reply, wanted) => CHECKS[wanted].parse(parsePartial(reply)),
  items: (reply) => Items.parse(parsePartial(reply)),
  partial: (reply): unknown => parsePartial(reply),
};

export const AI: Peer = {
  name: "ai's parsePartialJson and zod",
  short: async (reply, wanted) => CHECKS[wanted].parse((await parsePartialJson(reply)).value),
  items: async (reply) => Items.parse((await parsePartialJson(reply)).value),
  partial: async (reply) => (await parsePartialJson(reply)).value,
};

export const PEERS: readonly Peer[] = [BAML, JSONREPAIR, PARTIAL_JSON, AI];

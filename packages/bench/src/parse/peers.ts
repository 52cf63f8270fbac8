import { BamlRuntime } from '@boundaryml/baml';
import { parsePartialJson } from 'ai';
import { jsonrepair } from 'jsonrepair';
import { parse as parsePartial } from 'partial-json';
import { Item, Items } from './items.js';

/** Another parser of replies. What it cannot read it throws at, or gives as undefined. */
export interface Peer {
  readonly name: string;
  /** One item, checked. */
  item(reply: string): unknown;
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
function ReadItem(reply: string) -> Item { client "openai/gpt-5-mini" prompt #"{{ reply }}"# }
function ReadItems(reply: string) -> Item[] { client "openai/gpt-5-mini" prompt #"{{ reply }}"# }`;

/** The parser of BAML 0.226, without its client. */
function baml(): Peer {
  const runtime = BamlRuntime.fromFiles('/baml_src', { 'main.baml': SOURCE }, {});
  const read = (name: string, reply: string, isPartial: boolean): unknown =>
    runtime.parseLlmResponse(
      name,
      reply,
      isPartial,
      runtime.createContextManager(),
      undefined,
      undefined,
      {},
    );
  return {
    name: 'BAML',
    item: (reply) => read('ReadItem', reply, false),
    items: (reply) => read('ReadItems', reply, false),
    partial: (reply) => read('ReadItems', reply, true),
  };
}

export const BAML = baml();

export const JSONREPAIR: Peer = {
  name: 'jsonrepair and zod',
  item: (reply) => Item.parse(JSON.parse(jsonrepair(reply))),
  items: (reply) => Items.parse(JSON.parse(jsonrepair(reply))),
  partial: (reply): unknown => JSON.parse(jsonrepair(reply)),
};

export const PARTIAL_JSON: Peer = {
  name: 'partial-json and zod',
  item: (reply) => Item.parse(parsePartial(reply)),
  items: (reply) => Items.parse(parsePartial(reply)),
  partial: (reply): unknown => parsePartial(reply),
};

export const AI: Peer = {
  name: "ai's parsePartialJson and zod",
  item: async (reply) => Item.parse((await parsePartialJson(reply)).value),
  items: async (reply) => Items.parse((await parsePartialJson(reply)).value),
  partial: async (reply) => (await parsePartialJson(reply)).value,
};

export const PEERS: readonly Peer[] = [BAML, JSONREPAIR, PARTIAL_JSON, AI];

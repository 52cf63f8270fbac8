import type { ValueType } from '@sigil/spec';
import { z } from 'zod';

const TEXT: ValueType = { kind: 'string' };

/** What is read in all figures of this room; the same for zod. */
export const ITEM: ValueType = {
  kind: 'object',
  properties: [
    { name: 'id', type: { kind: 'number', integer: true } },
    { name: 'name', type: TEXT },
    { name: 'tags', type: { kind: 'array', items: TEXT } },
    { name: 'note', type: TEXT, optional: true },
  ],
};
export const ITEMS: ValueType = { kind: 'array', items: ITEM };

export const Item = z.object({
  id: z.int(),
  name: z.string(),
  tags: z.array(z.string()),
  note: z.string().optional(),
});
export const Items = z.array(Item);

/** One item with the mistakes that models make, one or two in each, and what it says. */
export const SHORT: readonly (readonly [reply: string, item: z.output<typeof Item>])[] = [
  ['{"id": 1, "name": "Fern", "tags": ["a", "b"]}', { id: 1, name: 'Fern', tags: ['a', 'b'] }],
  ['```json\n{"id": 2, "name": "Moss", "tags": []}\n```', { id: 2, name: 'Moss', tags: [] }],
  ['Sure, here it is: {"id": 3, "name": "Oak", "tags": ["c"],}', { id: 3, name: 'Oak', tags: ['c'] }],
  ["{'id': 4, 'name': 'Elm', 'tags': ['d']}", { id: 4, name: 'Elm', tags: ['d'] }],
  ['{id: 5, name: "Ash", tags: ["e"] // done\n}', { id: 5, name: 'Ash', tags: ['e'] }],
  ['{"id":6,"name":"Yew","tags":["f"]', { id: 6, name: 'Yew', tags: ['f'] }],
  ['{"id": "7", "name": "Fir", "tags": "g"}', { id: 7, name: 'Fir', tags: ['g'] }],
  ['<think>{"id": 0}</think>{"id": 8, "name": "Box", "tags": []}', { id: 8, name: 'Box', tags: [] }],
  ['{“id”: 9, “name”: “Bay”, “tags”: []}', { id: 9, name: 'Bay', tags: [] }],
  [
    '{"id": 10, "name": "The "old" one", "tags": ["h"\n"i"]}',
    { id: 10, name: 'The "old" one', tags: ['h', 'i'] },
  ],
];

/** JSON of that many characters, or a few more. */
export function listOf(length: number): string {
  const items: string[] = [];
  for (let size = 2; size < length; size += (items.at(-1)?.length ?? 0) + 1) {
    const id = items.length;
    items.push(
      JSON.stringify({
        id,
        name: `Plant number ${id}`,
        tags: ['green', `row ${id}`],
        note: 'Says "grow"\nand more.',
      }),
    );
  }
  return `[${items.join(',')}]`;
}

import type { ValueType } from '@sigil/spec';
import { z } from 'zod';

const TEXT: ValueType = { kind: 'string' };

/** What is read in most figures of this room; the same for zod. */
const ITEM: ValueType = {
  kind: 'object',
  properties: [
    { name: 'id', type: { kind: 'number', integer: true } },
    { name: 'name', type: TEXT },
    { name: 'tags', type: { kind: 'array', items: TEXT } },
    { name: 'note', type: TEXT, optional: true },
  ],
};
export const ITEMS: ValueType = { kind: 'array', items: ITEM };

const Item = z.object({
  id: z.int(),
  name: z.string(),
  tags: z.array(z.string()),
  note: z.string().optional(),
});
export const Items = z.array(Item);

/** What is wanted of a short reply. */
export type Wanted = 'item' | 'team' | 'amount' | 'truth';

export const TYPES: Readonly<Record<Wanted, ValueType>> = {
  item: ITEM,
  team: { kind: 'enum', values: ['billing', 'technical', 'sales'] },
  amount: { kind: 'number' },
  truth: { kind: 'boolean' },
};

export const CHECKS = {
  item: Item,
  team: z.enum(['billing', 'technical', 'sales']),
  amount: z.number(),
  truth: z.boolean(),
} satisfies Record<Wanted, z.ZodType>;

/** Replies with the mistakes that models make, one or two in each, and what they say. */
export const SHORT: readonly (readonly [wanted: Wanted, reply: string, value: unknown])[] = [
  ['item', '{"id": 1, "name": "Fern", "tags": ["a", "b"]}', { id: 1, name: 'Fern', tags: ['a', 'b'] }],
  ['item', '```json\n{"id": 2, "name": "Moss", "tags": []}\n```', { id: 2, name: 'Moss', tags: [] }],
  ['item', 'Sure, here it is: {"id": 3, "name": "Oak", "tags": ["c"],}', { id: 3, name: 'Oak', tags: ['c'] }],
  ['item', "{'id': 4, 'name': 'Elm', 'tags': ['d']}", { id: 4, name: 'Elm', tags: ['d'] }],
  ['item', '{id: 5, name: "Ash", tags: ["e"] // done\n}', { id: 5, name: 'Ash', tags: ['e'] }],
  ['item', '{"id":6,"name":"Yew","tags":["f"]', { id: 6, name: 'Yew', tags: ['f'] }],
  ['item', '{"id": "7", "name": "Fir", "tags": "g"}', { id: 7, name: 'Fir', tags: ['g'] }],
  ['item', '<think>{"id": 0}</think>{"id": 8, "name": "Box", "tags": []}', { id: 8, name: 'Box', tags: [] }],
  ['item', '{“id”: 9, “name”: “Bay”, “tags”: []}', { id: 9, name: 'Bay', tags: [] }],
  [
    'item',
    '{"id": 10, "name": "The "old" one", "tags": ["h"\n"i"]}',
    { id: 10, name: 'The "old" one', tags: ['h', 'i'] },
  ],
  ['team', 'The team is **Billing**.', 'billing'],
  ['team', '"sales"', 'sales'],
  ['amount', 'about 3.5 kg', 3.5],
  ['amount', '$12,500.75', 12500.75],
  ['truth', 'Yes.', true],
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

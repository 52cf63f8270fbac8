import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ParseError, type FieldSpec, type SignatureSpec } from '@sigil/spec';
import { chatAdapter } from '../../adapter/chat-adapter.js';

const spec: SignatureSpec = {
  id: 'a.ts#A',
  instructions: 'Do it.',
  fields: [
    { name: 'message', direction: 'in', type: { kind: 'string' } },
    { name: 'team', direction: 'out', type: { kind: 'enum', values: ['billing', 'technical'] } },
    { name: 'dueDate', direction: 'out', type: { kind: 'string' }, alias: 'due' },
    { name: 'note', direction: 'out', type: { kind: 'nullable', inner: { kind: 'string' } } },
    { name: 'tags', direction: 'out', type: { kind: 'array', items: { kind: 'string' } }, optional: true },
  ],
};

const pieces = [
  'team,dueDate,due,Due,due_date,note,tags,message,billing,null,1.,**,:,: ,：,-, ,",\\,<,>,{,}',
  '[,],]],a,```,<team>,</team>,<|im_end|>,[[ ## completed ## ]],</think>,{"due": "x"},\n,\r,\u2028,\rdue: x,\u2028note: x',
].flatMap((some) => some.split(','));
const piece = fc.constantFrom(...pieces, ',');

const line = fc
  .tuple(fc.constantFrom('team: billing', 'due: today', 'due:', 'note: none', 'tags: a, b'), fc.option(piece))
  .map(([text, more]) => `${text}${more ?? ''}\n`);

/** What a reply says. A change is told by its kind: its text may be the whole reply. */
function read(reply: string): unknown {
  try {
    const { values, coercions } = chatAdapter.parse(spec, reply);
    return { values, coercions: coercions.map(({ path, kind, to }) => ({ path, kind, to })) };
  } catch (error) {
    if (!ParseError.isInstance(error)) throw error;
    return { path: error.path, expected: error.expected };
  }
}

it('reads a reply of plain lines as the search for every layout does', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof({ weight: 3, arbitrary: line }, piece), { maxLength: 10 })
        .map((parts) => parts.join('')),
      (reply) => {
        // A blank line before a reply says nothing, and such a reply is looked at in full.
        fc.pre(/^\w/u.test(reply));
        expect(read(reply)).toEqual(read(`\n${reply}`));
      },
    ),
    { numRuns: 3000 },
  );
});

it('has the names of a signature apart from one that goes on', () => {
  const fields: FieldSpec[] = ['note', 'notes'].map((name) => ({
    name,
    direction: 'out',
    type: { kind: 'string' },
  }));
  const reply = 'notes: a: b\nnote: c';
  expect(chatAdapter.parse({ ...spec, fields }, reply).values).toEqual({ note: 'c', notes: 'a: b' });
});

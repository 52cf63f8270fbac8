import { shows, type PartialGroup } from '../reply/partial-case.js';

/** Lists, maps, roots of other kinds, and what the tag `@stream` says. */
export const growingLists: readonly PartialGroup[] = [
  {
    type: 'type Numbers = int[];',
    cases: [
      shows('a bracket', '[', [], undefined),
      shows('a number in progress', '[1, 2', [1]),
      shows('a number that is over', '[1, 2,', [1, 2]),
      shows('minified', '[10,20,3', [10, 20]),
      shows('whole', '[10,20,30]', [10, 20, 30]),
    ],
  },
  {
    type: 'interface Bird { species: string; wings: int; }\ntype Flock = Bird[];',
    cases: [
      shows('the second object grows', '[{"species": "owl", "wings": 2}, {"species": "em', [
        { species: 'owl', wings: 2 },
        { species: 'em' },
      ]),
      shows('lines of JSON', '{"species":"jay","wings":2}\n{"species":"t', [
        { species: 'jay', wings: 2 },
        { species: 't' },
      ]),
      shows('in a fence', '```json\n[\n  {"species": "coot", "wings": 2', [{ species: 'coot' }]),
    ],
  },
  {
    type: 'type Prices = Record<string, number>;',
    cases: [
      shows('a value in progress', '{"tea": 2, "rum": 1', { tea: 2 }),
      shows('a key in progress', '{"tea": 2, "ru', { tea: 2 }),
      shows('a value that is over', '{"tea":2,"rum":14,"', { tea: 2, rum: 14 }),
    ],
  },
  { type: 'type Essay = string;', cases: [shows('a text', 'Rain fel', 'Rain fel')] },
  { type: 'type Amount = number;', cases: [shows('a number that may go on', '12', undefined)] },
  { type: 'type Sure = boolean;', cases: [shows('half a word', 'tru', undefined)] },
  {
    type: 'interface Quote {\n  /** @stream done */\n  author: string;\n  line: string;\n  /** @stream done */\n  sources: string[];\n}',
    cases: [
      shows('a text that waits', '{"author": "Rum', {}),
      shows('a text that waited', '{"author": "Rumi", "line": "The w', { author: 'Rumi', line: 'The w' }),
      shows('a list that waits', '{"author": "Rumi", "sources": ["a", "b', { author: 'Rumi' }),
      shows('a list that waited', '{"author": "Rumi", "sources": ["a", "b"]', {
        author: 'Rumi',
        sources: ['a', 'b'],
      }),
    ],
  },
  {
    type: 'interface Step {\n  /** @stream notNull */\n  id: int;\n  text: string;\n}\ninterface Steps { steps: Step[]; }',
    cases: [
      shows('a step without its id', '{"steps": [{"text": "mix', { steps: [] }),
      shows('a step with its id', '{"steps": [{"id": 1, "text": "mi', { steps: [{ id: 1, text: 'mi' }] }),
    ],
  },
  {
    type: 'interface Reply {\n  /** @stream state */\n  text: string;\n  /** @stream state */\n  tags: string[];\n  /** @stream state */\n  score?: int;\n}',
    cases: [
      shows('states before anything came', '{"text": "', undefined, {
        text: { value: '', state: 'incomplete' },
        tags: { value: [], state: 'pending' },
        score: { value: undefined, state: 'pending' },
      }),
      shows('a state that grows', '{"text": "Hel', {
        text: { value: 'Hel', state: 'incomplete' },
        tags: { value: [], state: 'pending' },
        score: { value: undefined, state: 'pending' },
      }),
      shows('a state that is over', '{"text": "Hello", "tags": ["a", "b', {
        text: { value: 'Hello', state: 'complete' },
        tags: { value: ['a', 'b'], state: 'incomplete' },
        score: { value: undefined, state: 'pending' },
      }),
      shows('the state of a number in progress', '{"text": "Hello", "tags": [], "score": 1', {
        text: { value: 'Hello', state: 'complete' },
        tags: { value: [], state: 'complete' },
        score: { value: undefined, state: 'incomplete' },
      }),
      shows('the state of a number that is over', '{"text": "Hello", "tags": [], "score": 12}', {
        text: { value: 'Hello', state: 'complete' },
        tags: { value: [], state: 'complete' },
        score: { value: 12, state: 'complete' },
      }),
    ],
  },
];

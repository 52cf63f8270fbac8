import { adapterContract } from '@sigil/testing/contracts';
import { describe, expect, it } from 'vitest';
import { adapterById } from './adapter-by-id.js';
import { adapters } from './adapters.js';

for (const adapter of adapters) {
  adapterContract({ name: adapter.id, adapter, others: adapters.filter((other) => other !== adapter) });
}

describe('adapterById', () => {
  it('has all of them, and names them where there is none of an id', () => {
    expect(adapters.map(({ id }) => adapterById(id))).toEqual(adapters);
    expect(() => adapterById('chat/9')).toThrow(
      "Cannot use adapter 'chat/9': this version of Sigil has 'chat/1', 'json/1', 'xml/1', 'compact/1', 'two-step/1'.",
    );
  });
});

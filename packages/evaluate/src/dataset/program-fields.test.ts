import type { FieldSpec, Program } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { Ticket } from '../fixtures/ticket.js';
import { program } from '../fixtures/tickets.js';
import { programFields } from '../index.js';

const names = (fields: readonly FieldSpec[] | undefined) => fields?.map(({ name }) => name);

/** A program of one predictor that has a path. */
const withPath: Program = {
  run: async () => ({}),
  namedPredictors: () => new Map([['triage', Ticket.artifact.spec]]),
};

describe('programFields', () => {
  it('are those of a lone signature', () => {
    const { inputs, outputs } = programFields(program);
    const named = (direction: 'in' | 'out') =>
      names(Ticket.artifact.spec.fields.filter((field) => field.direction === direction));
    expect([names(inputs), names(outputs)]).toEqual([named('in'), named('out')]);
  });

  it('are what the forward of a compiled program takes and gives, not what its predictors do', () => {
    const question: FieldSpec = { name: 'question', direction: 'in', type: { kind: 'string' } };
    const compiled = { ...withPath, '~compiled': { id: 'a.ts#A', predictors: {}, inputs: [question] } };
    expect(programFields(compiled)).toEqual({ inputs: [question], outputs: undefined });
  });

  it('are unknown for a program that was not compiled', () => {
    expect(programFields(withPath)).toEqual({ inputs: undefined, outputs: undefined });
  });
});

import { DecoratorError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { InputField, OutputField, Signature } from '../index.js';
import { recordedFields } from './metadata.js';

class Base {
  @InputField() question!: string;
  @OutputField() answer!: string;
}

class Extended extends Base {
  @InputField() context!: string;
}

describe('field decorators', () => {
  it('record names and directions in the order of the class', () => {
    expect([...recordedFields(Base)]).toEqual([
      ['question', 'in'],
      ['answer', 'out'],
    ]);
  });

  it('give a subclass its base fields and leave the base alone', () => {
    expect([...recordedFields(Extended).keys()]).toEqual(['question', 'answer', 'context']);
    expect([...recordedFields(Base).keys()]).toEqual(['question', 'answer']);
  });

  it('refuse a method, a static field, a second direction, and a use without parentheses', () => {
    const put = (decorator: unknown, ...call: unknown[]): unknown =>
      (decorator as (...a: unknown[]) => unknown)(...call);
    const method = { value: () => 1 };
    expect(() => put(InputField(), Base.prototype, 'run', method)).toThrow(
      /method or an accessor, wanted a plain field/u,
    );
    expect(() => put(InputField(), Base, 'version')).toThrow(/static field 'version'/u);
    expect(() => put(InputField(), Base.prototype, 'answer')).toThrow(/already an output/u);
    expect(() => put(InputField, Base.prototype, 'answer')).toThrow(/Write '@InputField\(\)'/u);
    expect(() => put(Signature, Base)).toThrow(/Write '@Signature\(\)'/u);
  });

  it('refuse a third shape of call with the compiler flag that fixes it', () => {
    const put = OutputField() as unknown as (target: unknown) => void;
    expect(() => put({ kind: 'field', key: 'answer' })).toThrow(DecoratorError);
    expect(() => put({ kind: 'field', key: 'answer' })).toThrow(/"experimentalDecorators": true/u);
  });

  it('records standard decorators by their context', () => {
    const metadata = {};
    const context = { kind: 'field', name: 'text', static: false, private: false, metadata };
    const put = InputField() as unknown as (value: undefined, context: object) => void;
    put(undefined, context);
    class Standard {}
    Object.defineProperty(Standard, Symbol.metadata, { value: metadata });
    expect([...recordedFields(Standard)]).toEqual([['text', 'in']]);
    expect(() => put(undefined, { ...context, static: true })).toThrow(/found a static field/u);
    expect(() => put(undefined, { ...context, kind: 'accessor' })).toThrow(/found a accessor|an accessor/u);
  });
});

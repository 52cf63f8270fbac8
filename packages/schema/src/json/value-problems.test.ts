import type { PropertySpec, ValueType } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { valueProblems } from './value-problems.js';

const item: PropertySpec = {
  name: 'item',
  type: {
    kind: 'object',
    properties: [
      { name: 'sku', type: { kind: 'string', constraints: { pattern: '^[A-Z]+$' } } },
      { name: 'size', type: { kind: 'nullable', inner: { kind: 'number', integer: true } }, optional: true },
    ],
  },
};

describe('valueProblems', () => {
  it('finds nothing where a value fits', () => {
    expect(valueProblems(item, { sku: 'AB' }, 'item')).toEqual([]);
    expect(valueProblems(item, { sku: 'AB', size: null }, 'item')).toEqual([]);
    expect(
      valueProblems({ name: 'list', type: { kind: 'array', items: { kind: 'boolean' } } }, [true], 'list'),
    ).toEqual([]);
  });

  it('names each place and what was wanted there', () => {
    expect(valueProblems(item, { sku: 'ab', size: 1.5, more: 1 }, 'items[2]')).toEqual([
      'items[2].more is not a property, wanted only: sku, size',
      'items[2].sku is "ab", wanted a match of ^[A-Z]+$',
      'items[2].size is 1.5, wanted a whole number',
    ]);
    expect(valueProblems(item, { size: 1 }, 'item')).toEqual(['item.sku is missing']);
    expect(valueProblems(item, [], 'item')).toEqual(['item is [], wanted an object']);
    const team: PropertySpec = { name: 'team', type: { kind: 'enum', values: ['a', 1] } };
    expect(valueProblems(team, '1', 'team')).toEqual(['team is "1", wanted one of: a, 1']);
  });

  it('speaks of the variant that a value says to be', () => {
    const variant = (kind: string, properties: readonly PropertySpec[]): ValueType => ({
      kind: 'object',
      properties: [{ name: 'kind', type: { kind: 'enum', values: [kind] } }, ...properties],
    });
    const shape: PropertySpec = {
      name: 'shape',
      type: {
        kind: 'union',
        discriminator: 'kind',
        variants: [variant('a', [{ name: 'x', type: { kind: 'number' } }]), variant('b', [])],
      },
    };
    expect(valueProblems(shape, { kind: 'b', x: 1 }, 'shape')).toEqual([
      'shape.x is not a property, wanted only: kind',
    ]);
    expect(valueProblems(shape, 5, 'shape')).toEqual(['shape is 5, wanted an object']);
  });
});

import { describe, expect, it } from 'vitest';
import { readSignature, readType } from '../src/index.js';

const LEVEL = `
enum Level {
  Low,
  /** @alias top */
  High = 'high',
}
`;

const BOTH = [
  { name: '0', alias: 'Low' },
  { name: 'high', alias: 'top' },
];

describe('properties that members of an enum name', () => {
  it.each<[string, readonly object[]]>([
    ['type T = Record<Level, string>;', BOTH],
    ['type T = Partial<Record<Level, string>>;', BOTH],
    ['type T = { [K in Level]: string };', BOTH],
    ['type T = { [K in Level as K]?: string };', BOTH],
    ['type M = Record<Level, string>; type T = { [K in keyof M]: M[K] };', BOTH],
    ['type M = { [K in Level]: 1 }; type T = Required<Omit<M, Level.High>>;', BOTH.slice(0, 1)],
    ["type T = { [K in Level.High | 'more']: string };", [...BOTH.slice(1), { name: 'more' }]],
    ['type T = { [K in Level as `is-${K}`]: string };', [{ name: 'is-0' }, { name: 'is-high' }]],
  ])('are shown by their names to a model: %s', (source, properties) => {
    const type = readType(LEVEL + source, 'T');
    const named = type.kind === 'object' ? type.properties : [];
    expect(named.map(({ name, alias }) => ({ name, ...(alias === undefined ? {} : { alias }) }))).toEqual(
      properties,
    );
  });

  it.each(['type T = keyof Record<Level, string>;', 'type T = keyof { [K in Level]: K };'])(
    'are the members again behind keyof: %s',
    (source) => {
      const members = [{ shown: 'Low' }, { shown: 'top', accepted: ['High'] }];
      expect(readType(LEVEL + source, 'T')).toEqual({ kind: 'enum', values: [0, 'high'], members });
    },
  );

  it('stand at the member itself where its type is the key', () => {
    expect(readType(`${LEVEL}type T = { [K in Level]: K };`, 'T')).toMatchObject({
      properties: [{ type: { values: [0], members: [{ shown: 'Low' }] } }, { type: { values: ['high'] } }],
    });
  });

  it('are refused beside a property of the same name', () => {
    const source = `import { OutputField, Signature } from 'sigil';
${LEVEL}
@Signature()
class A {
  @OutputField() a!: { [K in Level | 'low']: string };
}`;
    const message =
      "11:30 Cannot compile the property '0', which a member of an enum names: 'Low' is the name of the property 'low' too, and a model could not tell them apart. Hint: write another @alias in the comment of the member of the enum.";
    expect(() => readSignature(source, 'A')).toThrow(message);
  });
});

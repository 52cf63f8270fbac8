import fc from 'fast-check';

/** JSON values that are found in no type, or at the edge of one. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    1.5,
    0.1 + 0.2,
    1e21,
    -1e300,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    '0',
    'NaN',
    'null',
    '1',
    '5n',
    'id-5n/x',
    'a',
    '😀',
    '😀😀',
    '2026-02-30',
    '2026-01-31T24:00:00Z',
    '2026-01-31T10:00:00',
    '2026-01-31T10:00Z',
    '12:30',
    'a@b',
    'a@b-.co',
    '.a@b.co',
    'http://a/[b]',
    'http://a b',
    'a:#b#c',
    '//x',
    '1::2::3',
    '::ffff:1.2.3.4',
    '01.2.3.4',
    '-a.b',
    '{"__proto__":1}',
    '[1,',
    [],
    {},
    [[]],
    { key: 'a' },
    [{ key: 'a', value: 1 }],
  ),
  fc.string({ maxLength: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

type Path = readonly (string | number)[];

/** A value of JSON with one thing wrong, somewhere in it. */
export function nearMiss(value: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(value);
  return fc
    .tuple(fc.constantFrom(...paths), odd, fc.nat(5), fc.nat())
    .map(([path, other, kind, at]) => changed(value, path, (held) => broken(held, other, kind, at)));
}

function broken(held: unknown, other: unknown, kind: number, at: number): unknown {
  if (kind < 2) return other;
  if (Array.isArray(held)) {
    const list: readonly unknown[] = held;
    if (kind === 2) return list.slice(1);
    return kind === 3 ? [...list, ...list.slice(-1)] : [...list, other];
  }
  if (typeof held === 'object' && held !== null) {
    const entries = Object.entries(held);
    if (kind === 2) return fromEntries(entries.filter((_, index) => index !== at % entries.length));
    return fromEntries([
      ...entries,
      [['__proto__', 'constructor', 'extra', 'toString'][at % 4] ?? '', other],
    ]);
  }
  if (typeof held === 'number')
    return [String(held), held + 1, held - 1, held / 2, -held, held * 1e10][at % 6];
  if (typeof held === 'string')
    return [`${held}x`, ` ${held}`, held.slice(1), `${held}\n`, held.toUpperCase(), `${held}${held}`][at % 6];
  return other;
}

function changed(value: unknown, path: Path, change: (held: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (at === first ? changed(item, rest, change) : item));
  return fromEntries(
    Object.entries(value ?? {}).map(([name, held]) => [
      name,
      name === first ? changed(held, rest, change) : held,
    ]),
  );
}

function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, at) => [at, item])
    : Object.entries(value);
  return [[], ...entries.flatMap(([at, held]) => pathsIn(held).map((path) => [at, ...path]))];
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): unknown {
  const result = {};
  for (const [name, value] of entries)
    Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
  return result;
}

/**
 * JSON text that depends on the value only: keys sorted by code unit, no blanks, `undefined` members left out.
 * `JSON.parse` gives the value back (minus zero comes back as zero).
 *
 * @param value anything that JSON can hold: null, booleans, finite numbers, strings, arrays and plain objects of them
 * @throws TypeError for what JSON would lose or change, with the path to it: `undefined` (but for members of objects),
 *   holes, functions, symbols, bigint, NaN and infinities, dates, maps and other class instances, and cycles
 * @example
 * ```ts
 * canonicalJson({ b: 1, a: [true, null] }); // -> '{"a":[true,null],"b":1}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, undefined, '');
}

/** An array or object that is being written, and the one that holds it. */
interface Step {
  readonly value: object;
  readonly key: string | number;
  readonly above: Step | undefined;
}

function write(value: unknown, above: Step | undefined, key: string | number): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw refusal(nameOf(value), above, key);

  const step: Step = { value, key, above };
  for (let at = above; at !== undefined; at = at.above) {
    if (at.value === value) throw refusal('a value that contains itself', above, key);
  }
  // Array.from reads holes as undefined, which are then refused; map would skip them.
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => write(item, step, index)).join(',')}]`;
  if (!isPlain(value)) throw refusal(nameOf(value), above, key);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member, step, name)}`);
  return `{${members.join(',')}}`;
}

/** True for `{}` literals, also from another realm, and for objects without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return Object.getOwnPropertySymbols(value).every(
    (symbol) => !Object.prototype.propertyIsEnumerable.call(value, symbol),
  );
}

function refusal(found: string, above: Step | undefined, key: string | number): TypeError {
  const keys: (string | number)[] = [];
  if (above !== undefined) keys.push(key);
  for (let at = above; at?.above !== undefined; at = at.above) keys.push(at.key);
  const path = keys.reverse().map((each) => `[${JSON.stringify(each)}]`);
  return new TypeError(
    `Cannot write value${path.join('')} as JSON: got ${found}, expected null, a boolean, a finite number, a string, ` +
      `an array or a plain object. Convert it first.`,
  );
}

function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const { constructor } = value;
    return typeof constructor === 'function' && constructor !== Object
      ? `an instance of ${constructor.name}`
      : 'an object with symbol keys or an unusual prototype';
  }
  if (typeof value === 'number') return String(value);
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}

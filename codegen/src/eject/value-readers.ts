import type { ShippedFunction } from './shipped-function.js';

/** What reads single values. */
export const valueReaders = {
  optional: {
    text: `/** What may be absent, which a model writes as null. */
function optional(read: Read): Read {
  return (value, at) => (value === undefined || value === null ? undefined : read(value, at));
}`,
  },
  absent: {
    text: `/** What may be absent; null is a value of it. */
function absent(read: Read): Read {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}`,
  },
  withDefault: {
    text: `function withDefault(read: Read, make: () => unknown): Read {
  return (value, at) => (value === undefined || value === null ? make() : read(value, at));
}`,
  },
  nullable: {
    text: `function nullable(read: Read): Read {
  return (value, at) => (value === null ? null : read(value, at));
}`,
  },
  oneOf: {
    needs: ['fail'],
    text: `function oneOf(values: unknown[]): Read {
  return (value, at) => (values.includes(value) ? value : fail(at, value, \`one of: \${values.join(', ')}\`));
}`,
  },
  named: {
    needs: ['fail'],
    text: `/** One of several values, each with the text that a model writes for it. */
function named(values: [shown: unknown, value: unknown][]): Read {
  return (value, at) => {
    const found = values.find(([text]) => text === value || String(text) === value);
    return found === undefined ? fail(at, value, \`one of: \${values.map(([text]) => text).join(', ')}\`) : found[1];
  };
}`,
  },
  instant: {
    needs: ['fail', 'isDay'],
    text: `/** An ISO 8601 date and time. */
function instant(value: unknown, at: string): Date {
  const isTime = typeof value === 'string' && /^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$/u.test(value);
  const date = isTime && isDay(value.slice(0, 10)) ? new Date(value) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || !/^\\d/u.test(date.toISOString()))
    return fail(at, value, 'a date and time such as 2026-01-31T12:00:00Z');
  return date;
}`,
  },
  day: {
    needs: ['fail', 'isDay'],
    text: `/** An ISO 8601 date: midnight in UTC. */
function day(value: unknown, at: string): Date {
  return typeof value === 'string' && isDay(value) ? new Date(\`\${value}T00:00:00.000Z\`) : fail(at, value, 'a date such as 2026-01-31');
}`,
  },
  isDay: {
    text: `function isDay(text: string): boolean {
  const date = /^\\d{4}-\\d\\d-\\d\\d$/u.test(text) ? new Date(\`\${text}T00:00:00.000Z\`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}`,
  },
  integerText: {
    needs: ['fail'],
    text: `/** A whole number of any length, as digits. */
function integerText(value: unknown, at: string): bigint {
  return typeof value === 'string' && /^-?\\d+$/u.test(value) ? BigInt(value) : fail(at, value, 'digits');
}`,
  },
  truth: {
    needs: ['fail'],
    text: `function truth(value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : fail(at, value, 'true or false');
}`,
  },
  anything: {
    needs: ['fail'],
    text: `function anything(value: unknown, at: string): unknown {
  return value === undefined ? fail(at, value, 'JSON') : value;
}`,
  },
  jsonText: {
    needs: ['fail', 'fromJson'],
    text: `/** JSON inside of a text. */
function jsonText(value: unknown, at: string): unknown {
  return typeof value === 'string' ? fromJson(value, at) : fail(at, value, 'JSON as text');
}`,
  },
  text: {
    needs: ['fail'],
    text: `function text(limits: { minLength?: number; maxLength?: number; pattern?: RegExp } = {}): Read {
  return (value, at) => {
    if (typeof value !== 'string') return fail(at, value, 'text');
    const { minLength = 0, maxLength = Infinity, pattern } = limits;
    const length = [...value].length;
    if (length < minLength || length > maxLength) return fail(at, value, \`\${minLength} to \${maxLength} characters\`);
    return pattern?.test(value) === false ? fail(at, value, \`a match of \${pattern}\`) : value;
  };
}`,
  },
  number: {
    needs: ['fail'],
    text: `function number(wanted = 'a number', isFit: (value: number) => boolean = () => true): Read {
  return (value, at) => (typeof value === 'number' && Number.isFinite(value) && isFit(value) ? value : fail(at, value, wanted));
}`,
  },
  isMultiple: {
    text: `/** As they are written in decimals: 19.99 is a multiple of 0.01. */
function isMultiple(value: number, step: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const digits = (one: number): [bigint, number] => {
    const [mantissa = '0', exponent = '0'] = String(one).split('e');
    const [before = '0', after = ''] = mantissa.split('.');
    const places = after.length - Number(exponent);
    return places >= 0 ? [BigInt(before + after), places] : [BigInt(before + after) * BigInt(10) ** BigInt(-places), 0];
  };
  const [whole, places] = digits(value);
  const [stepWhole, stepPlaces] = digits(step);
  const scale = Math.max(places, stepPlaces);
  return (whole * BigInt(10) ** BigInt(scale - places)) % (stepWhole * BigInt(10) ** BigInt(scale - stepPlaces)) === BigInt(0);
}`,
  },
  fromJson: {
    needs: ['fail'],
    text: `function fromJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail(at, text, 'JSON');
  }
}`,
  },
  fail: {
    text: `function fail(at: string, value: unknown, wanted: string): never {
  const found = value === undefined ? 'nothing' : String(JSON.stringify(value)).slice(0, 200);
  throw new Error(\`Cannot read \${at === '' ? 'the reply' : \`'\${at}'\`}: got \${found}, expected \${wanted}.\`);
}`,
  },
} satisfies { readonly [name: string]: ShippedFunction };

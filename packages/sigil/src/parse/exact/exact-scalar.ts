import { hasFormat, isInstant, limitProblem, shownValues, templatePattern } from '@sigil/schema';
import type {
  BigIntType,
  BooleanType,
  DateType,
  EnumType,
  NumberType,
  StringType,
  TemplateType,
} from '@sigil/spec';
import { INEXACT, type ExactReader } from './exact-reader.js';

/** A text, a number, a boolean, or a value that stands as one of them in JSON. */
export function exactScalar(
  type: StringType | NumberType | BooleanType | BigIntType | DateType | EnumType | TemplateType,
): ExactReader {
  switch (type.kind) {
    case 'string': {
      const { constraints: limits } = type;
      return limits === undefined
        ? (value) => (typeof value === 'string' ? value : INEXACT)
        : matched((text) => limitProblem(limits, text) === undefined);
    }
    case 'number':
      return exactNumber(type);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : INEXACT);
    case 'bigint':
      return matched((text) => /^-?\d+$/u.test(text));
    case 'date':
      return matched(type.precision === 'day' ? (text) => hasFormat('date', text) : isInstant);
    case 'enum':
      return exactName(type);
    case 'template': {
      const pattern = new RegExp(templatePattern(type), 'u');
      return matched((text) => pattern.test(text));
    }
  }
}

function matched(matches: (text: string) => boolean): ExactReader {
  return (value) => (typeof value === 'string' && matches(value) ? value : INEXACT);
}

function exactNumber({ integer, constraints: limits }: NumberType): ExactReader {
  const isMeant = integer === true ? Number.isSafeInteger : Number.isFinite;
  return (value) => {
    const isKept = isMeant(value) && (limits === undefined || limitProblem(limits, value) === undefined);
    return isKept ? value : INEXACT;
  };
}

/** By what is shown of a value, else by the value, else by another text for it. */
function exactName(type: EnumType): ExactReader {
  const values = new Map<unknown, string | number | boolean>();
  const add = (name: unknown, at: number): void => {
    const value = type.values[at];
    if (value !== undefined && !values.has(name)) values.set(name, value);
  };
  shownValues(type).forEach(add);
  type.values.forEach(add);
  type.members?.forEach(({ accepted }, at) => accepted?.forEach((name) => add(name, at)));
  return (value) => values.get(value) ?? INEXACT;
}

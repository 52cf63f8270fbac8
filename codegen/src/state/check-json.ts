import { brief } from '../spec/brief.js';
import { isRecord } from '../spec/is-record.js';

/** Looks at a value and notes what is wrong with it. `at` names the value: `predictors[""].signature`. */
export type Check = (value: unknown, at: string, problems: string[]) => void;

/** A text, of a form when one is given. */
export function text(form?: RegExp, wanted = 'text'): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || form?.test(value) === false)
      problems.push(`${at} is ${brief(value)}, wanted ${wanted}`);
  };
}

/** A finite number between two bounds, both allowed. */
export function number(least = -Infinity, most = Infinity, whole = false): Check {
  const range =
    least === -Infinity ? '' : most === Infinity ? ` of ${least} or more` : ` from ${least} to ${most}`;
  return (value, at, problems) => {
    const fits = typeof value === 'number' && value >= least && value <= most && Number.isFinite(value);
    if (!fits || (whole && !Number.isInteger(value))) {
      problems.push(`${at} is ${brief(value)}, wanted a ${whole ? 'whole ' : ''}number${range}`);
    }
  };
}

/** Exactly this value. */
export function exactly(wanted: string | number): Check {
  return (value, at, problems) => {
    if (value !== wanted) problems.push(`${at} is ${brief(value)}, wanted ${JSON.stringify(wanted)}`);
  };
}

/** A list of things of one kind. */
export function listOf(item: Check): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) problems.push(`${at} is ${brief(value)}, wanted a list`);
    else value.forEach((one, index) => item(one, `${at}[${index}]`, problems));
  };
}

/** A list of a fixed length. */
export function tupleOf(items: readonly Check[], wanted: string): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value) || value.length !== items.length) {
      problems.push(`${at} is ${brief(value)}, wanted ${wanted}`);
    } else items.forEach((item, index) => item(value[index], `${at}[${index}]`, problems));
  };
}

/** An object whose keys are names of any kind. */
export function recordOf(member: Check): Check {
  return (value, at, problems) => {
    if (!isRecord(value)) {
      problems.push(`${at} is ${brief(value)}, wanted an object`);
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      const place = `${at}[${JSON.stringify(key)}]`;
      // As a key of an object literal it would not become a member.
      if (key === '__proto__') problems.push(`${place} is no name that can be used`);
      else member(one, place, problems);
    }
  };
}

/** An object with these keys and no others. */
export function objectOf(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at, problems) => {
    if (!isRecord(value)) {
      problems.push(`${at === '' ? 'the file' : at} is ${brief(value)}, wanted an object`);
      return;
    }
    const place = (key: string): string => (at === '' ? key : `${at}.${key}`);
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(required, key) || Object.hasOwn(optional, key)) continue;
      const known = [...Object.keys(required), ...Object.keys(optional)].join(', ');
      problems.push(`${place(key)} is not a key of the format, wanted only: ${known}`);
    }
    for (const [key, check] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) check(value[key], place(key), problems);
      else problems.push(`${place(key)} is missing`);
    }
    for (const [key, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) check(value[key], place(key), problems);
    }
  };
}

/** Anything that JSON can hold. */
export const anyJson: Check = (value, at, problems) => {
  if (Array.isArray(value)) value.forEach((one, index) => anyJson(one, `${at}[${index}]`, problems));
  else if (isRecord(value)) recordOf(anyJson)(value, at, problems);
};

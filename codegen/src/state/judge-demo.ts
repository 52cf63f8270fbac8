import type { Demo, FieldSpec, JsonValue, SignatureSpec } from '@sigil/spec';
import { valueProblems } from '@sigil/schema';
import type { BasisChanges } from './compare-basis.js';

/** What of a demo fits a class as it is now. */
export interface JudgedDemo {
  /** What is left of it. */
  readonly demo: Demo;
  /** Fields whose values were left out: they are gone, or not the fields that they were. */
  readonly leftOut: readonly string[];
  /** What does not fit the class as it is now: with one of these the demo is not used. */
  readonly misfits: readonly string[];
  /** What never fitted: somebody edited the file. */
  readonly mistakes: readonly string[];
}

/** Checks a demo against the class as it is now, field by field. */
export function judgeDemo(demo: Demo, spec: SignatureSpec, { fields }: BasisChanges): JudgedDemo {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const misfits: string[] = [];
  const mistakes: string[] = [];
  const leftOut: string[] = [];
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(demo)) {
    const field = spec.fields.find((one) => one.name === name);
    const kind = kinds.get(name);
    if (field === undefined && kind !== 'removed') mistakes.push(`'${name}' is no field of the signature`);
    else if (field === undefined || kind === 'moved' || kind === 'added') leftOut.push(name);
    else {
      (kind === 'retyped' ? misfits : mistakes).push(...problemsOf(field, value));
      kept.push([name, value]);
    }
  }
  const left = new Map(kept);
  const isNew = (name: string): boolean => ['added', 'moved', 'retyped'].includes(kinds.get(name) ?? '');
  for (const field of spec.fields) {
    const isMissing = field.direction === 'out' && isNew(field.name) && !left.has(field.name);
    if (isMissing && !mayBeAbsent(field)) misfits.push(`output '${field.name}' is missing`);
  }
  if (leftOut.length > 0 && misfits.length === 0 && !spec.fields.some(({ name }) => isAnswer(name))) {
    misfits.push('no output of it is left');
  }
  return { demo: Object.fromEntries(kept), leftOut, misfits, mistakes };

  /** A demo without an answer shows a model nothing. */
  function isAnswer(name: string): boolean {
    return left.has(name) && spec.fields.some((field) => field.name === name && field.direction === 'out');
  }
}

function problemsOf(field: FieldSpec, value: JsonValue): readonly string[] {
  // What a model may leave out it may answer with null.
  const isNothing = value === null && field.direction === 'out' && mayBeAbsent(field);
  return isNothing ? [] : valueProblems(field, value, field.name);
}

/** True for a field that may be absent. */
function mayBeAbsent(field: FieldSpec): boolean {
  return field.optional === true || field.default !== undefined;
}

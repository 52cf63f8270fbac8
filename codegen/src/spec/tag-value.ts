import type { Constraints, ValueType } from '@sigil/spec';
import type { DocTag } from '../declaration/doc-comment.js';
import { isConstraintTag } from '../declaration/tag-names.js';

/** What a tag says, or why it says nothing. */
export type TagValue =
  | { readonly kind: 'constraint'; readonly constraint: Constraints }
  | { readonly kind: 'integer' }
  | { readonly kind: 'wrong'; readonly wanted: string };

/** Reads the value of a tag that constrains; undefined for any other tag. Text after a number is ignored. */
export function tagValue(tag: DocTag): TagValue | undefined {
  if (!isConstraintTag(tag.name)) return undefined;
  switch (tag.name) {
    case 'minimum':
    case 'maximum': {
      const number = numberIn(tag.value);
      return number === undefined
        ? { kind: 'wrong', wanted: 'a number' }
        : { kind: 'constraint', constraint: { [tag.name]: number } };
    }
    case 'minLength':
    case 'maxLength': {
      const number = numberIn(tag.value);
      return number === undefined || !Number.isSafeInteger(number) || number < 0
        ? { kind: 'wrong', wanted: 'a whole number, 0 or more' }
        : { kind: 'constraint', constraint: { [tag.name]: number } };
    }
    case 'pattern':
      if (NEEDS_FLAG.test(tag.value)) {
        return { kind: 'wrong', wanted: "a pattern without \\p{..} and \\u{..}, which need the flag 'u'" };
      }
      return isPattern(tag.value)
        ? { kind: 'constraint', constraint: { pattern: tag.value } }
        : { kind: 'wrong', wanted: 'a regular expression without slashes around it' };
    case 'asType':
      return /^integer\b/u.test(tag.value) ? { kind: 'integer' } : { kind: 'wrong', wanted: 'integer' };
  }
}

/** The kinds of values that a tag can be put on. */
export function takesTag(type: ValueType, tag: string): boolean {
  if (type.kind === 'nullable') return takesTag(type.inner, tag);
  if (tag === 'minimum' || tag === 'maximum' || tag === 'asType') return type.kind === 'number';
  return type.kind === 'string';
}

function numberIn(text: string): number | undefined {
  const found = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?=\s|[.,;]?$)/u.exec(text)?.[0];
  return found === undefined || !Number.isFinite(Number(found)) ? undefined : Number(found);
}

/** Without the flag `u`, which JSON schemas and other readers of a pattern do not have, `\p{L}` means the text `p{L}`. */
const NEEDS_FLAG = /(?<!\\)(?:\\\\)*\\(?:[pP]|u)\{/u;

function isPattern(text: string): boolean {
  if (text === '' || /^\/.*\/[a-z]*$/u.test(text)) return false;
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

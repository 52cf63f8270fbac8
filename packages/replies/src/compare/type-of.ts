import { readType } from '@sigil/codegen';
import type { ValueType } from '@sigil/spec';

const known = new Map<string, ValueType>();

/** The type of that name in a text of TypeScript. It is read once: the compiler takes longer than all the replies. */
export function typeOf(source: string, typeName: string): ValueType {
  const key = `${typeName}\n${source}`;
  let type = known.get(key);
  if (type === undefined) {
    type = readType(source, typeName);
    known.set(key, type);
  }
  return type;
}

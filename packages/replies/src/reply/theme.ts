import type { ReplyCase } from './reply-case.js';

/** Replies that are wanted as one type. */
export interface Group {
  /** TypeScript; the last type that it declares is the wanted one. `int` is a whole number. */
  readonly type: string;
  /** The replies say something by the very names of the type: these cannot be renamed. */
  readonly fixedNames?: true;
  readonly cases: readonly ReplyCase[];
}

/** Replies with one kind of mistake, or one kind of type. */
export interface Theme {
  readonly name: string;
  readonly groups: readonly Group[];
}

/** The source of a group's type as a file of its own, and the name of the wanted type. */
export function sourceOf(type: string): { readonly source: string; readonly typeName: string } {
  const names = [...type.matchAll(/\b(?:interface|enum|type|class)\s+(\p{Lu}[\p{L}\d_]*)/gu)].map(
    ([, name]) => name,
  );
  const typeName = names.at(-1);
  if (typeName === undefined) throw new TypeError(`No type is declared in: ${type}`);
  return { source: /\bint\b/u.test(type) ? `type int = number;\n${type}` : type, typeName };
}

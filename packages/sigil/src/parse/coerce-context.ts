import type { Coercion, ValueType } from '@sigil/spec';

/** Where in a reply the parser is, and what it has changed so far. */
export interface CoerceContext {
  /** The whole reply, for errors. */
  readonly reply: string;
  readonly coercions: Coercion[];
  /** Set inside of an object that is the whole reply. */
  readonly isWhole?: true;
  /** The recursive types around, by name. */
  readonly references?: ReadonlyMap<string, ValueType>;
  /** Takes away the escape that keeps text from reading as a marker. */
  readonly unescape: (text: string) => string;
}

/** Fits one value, JSON or text, to a type: what the readers of collections and unions ask for what they hold. */
export type Fit = (value: unknown, type: ValueType, path: string, context: CoerceContext) => unknown;

/** The type behind a link, and the context in which its own links lead somewhere. */
export function followed(type: ValueType, context: CoerceContext): readonly [ValueType, CoerceContext] {
  if (type.kind === 'recursive') {
    const references = new Map([...(context.references ?? []), [type.name, type.type] as const]);
    return followed(type.type, { ...context, references });
  }
  const target = type.kind === 'reference' ? context.references?.get(type.name) : undefined;
  return target === undefined ? [type, context] : followed(target, context);
}

/** Notes a change. */
export function note(context: CoerceContext, path: string, kind: string, from: string, to: string): void {
  context.coercions.push({ path, kind, from, to });
}

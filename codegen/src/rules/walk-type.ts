import type { DocComment } from '../declaration/doc-comment.js';
import type { FieldDeclaration } from '../declaration/class-declaration.js';
import { innerTypes } from '../declaration/inner-types.js';
import type { PropertyTree, TypeTree } from '../declaration/type-tree.js';

/** A type inside of a field's type, and the way there: `items`, `each item`, `price`. */
export interface TypeStep {
  readonly type: TypeTree;
  readonly path: readonly string[];
}

/** A field or a property inside of its type. */
export interface PropertyStep {
  readonly property: Pick<PropertyTree, 'place' | 'optional' | 'type'> & { readonly doc?: DocComment };
  readonly path: readonly string[];
}

/** All types inside of a field's type, the type itself first. */
export function* typesIn(field: FieldDeclaration): Generator<TypeStep> {
  if (field.type !== undefined) yield* walk(field.type, [field.name ?? '[computed]']);
}

/** The field itself and all properties inside of its type. */
export function* propertiesIn(field: FieldDeclaration): Generator<PropertyStep> {
  const { type, ...rest } = field;
  if (type === undefined) return;
  yield { property: { ...rest, type }, path: [field.name ?? '[computed]'] };
  for (const { type: inner, path } of typesIn(field)) {
    if (inner.kind !== 'object') continue;
    for (const property of inner.properties) yield { property, path: [...path, property.name] };
  }
}

function* walk(type: TypeTree, path: readonly string[]): Generator<TypeStep> {
  yield { type, path };
  for (const { step, type: inner } of innerTypes(type))
    yield* walk(inner, step === undefined ? path : [...path, step]);
}

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
export function typesIn(field: FieldDeclaration): readonly TypeStep[] {
  return known(types, field, () =>
    field.type === undefined ? [] : [...walk(field.type, [field.name ?? '[computed]'])],
  );
}

/** The field itself and all properties inside of its type. */
export function propertiesIn(field: FieldDeclaration): readonly PropertyStep[] {
  return known(properties, field, () => {
    const { type, ...rest } = field;
    if (type === undefined) return [];
    const inside = typesIn(field).flatMap(({ type: inner, path }) =>
      inner.kind === 'object'
        ? inner.properties.map((property) => ({ property, path: [...path, property.name] }))
        : [],
    );
    return [{ property: { ...rest, type }, path: [field.name ?? '[computed]'] }, ...inside];
  });
}

// A dozen rules walk through each field.
const types = new WeakMap<FieldDeclaration, readonly TypeStep[]>();
const properties = new WeakMap<FieldDeclaration, readonly PropertyStep[]>();

function known<T>(
  steps: WeakMap<FieldDeclaration, readonly T[]>,
  field: FieldDeclaration,
  find: () => readonly T[],
): readonly T[] {
  const found = steps.get(field) ?? find();
  steps.set(field, found);
  return found;
}

function* walk(type: TypeTree, path: readonly string[]): Generator<TypeStep> {
  yield { type, path };
  for (const { step, type: inner } of innerTypes(type))
    yield* walk(inner, step === undefined ? path : [...path, step]);
}

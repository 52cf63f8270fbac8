import type { DocTag } from '../declaration/doc-comment.js';
import type { FieldDeclaration } from '../declaration/class-declaration.js';
import { innerTypes } from '../declaration/inner-types.js';
import type { JsonTree, TypeTree } from '../declaration/type-tree.js';
import type { Finding } from './diagnostic.js';
import { isOutput } from './is-output.js';
import { fieldRule } from './rule.js';

/** What a model answers has a shape, unless `@json` says that any JSON is meant. */
export const jsonOutput = fieldRule('SIGIL2105', 'error', (field, label) =>
  isOutput(field)
    ? openTypes(field).flatMap(({ type, path, tags }): Finding[] => {
        if (tags.some(({ name }) => name === 'json')) return [];
        return [
          {
            place: type.place,
            message: `Cannot compile field '${label}': its type ${path.length > 1 ? 'holds' : 'is'} '${type.text}', which says nothing about what a model should answer.`,
            hint: "write the type out, or put '@json' into the comment above it to take any JSON",
            ...(path.length > 1 ? { path: [...path, type.text] } : {}),
          },
        ];
      })
    : [],
);

/** In an input any JSON can stand; a model reads it better when it has a shape. */
export const jsonInput = fieldRule('SIGIL2304', 'warning', (field, label) =>
  isOutput(field)
    ? []
    : openTypes(field).flatMap(({ type, path, tags }): Finding[] => {
        if (tags.some(({ name }) => name === 'json')) return [];
        return [
          {
            place: type.place,
            message: `Field '${label}' takes any JSON: nothing checks what is given.`,
            hint: "write the type out, or put '@json' into the comment above it if any JSON is meant",
            ...(path.length > 1 ? { path: [...path, type.text] } : {}),
          },
        ];
      }),
);

interface OpenType {
  readonly type: JsonTree;
  readonly path: readonly string[];
  /** Of the field and the properties that have the type, and of the aliases that lead to it. */
  readonly tags: readonly DocTag[];
}

/** The types in a field that stand for any JSON. */
function openTypes(field: FieldDeclaration): readonly OpenType[] {
  const found: OpenType[] = [];
  const visit = (type: TypeTree, path: readonly string[], around: readonly DocTag[]): void => {
    const tags = [...around, ...(type.tags ?? [])];
    if (type.kind === 'json') found.push({ type, path, tags });
    if (type.kind === 'object') {
      for (const { name, type: inner, doc } of type.properties)
        visit(inner, [...path, name], [...tags, ...(doc?.tags ?? [])]);
      return;
    }
    for (const { step, type: inner } of innerTypes(type)) {
      visit(inner, step === undefined ? path : [...path, step], tags);
    }
  };
  if (field.type !== undefined) visit(field.type, [field.name ?? '[computed]'], field.doc?.tags ?? []);
  return found;
}

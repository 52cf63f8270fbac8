import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { DocTag } from '../declaration/doc-comment.js';
import type { TypeTree } from '../declaration/type-tree.js';
import { propertiesIn, typesIn } from './walk-type.js';

/** Tags of one comment, or of one chain of aliases, and what they stand on. */
export interface TaggedPlace {
  readonly on: 'class' | 'input' | 'output' | 'property' | 'type' | 'member';
  readonly tags: readonly DocTag[];
  /** The type that they speak of; absent on a class, and on a field that writes none. */
  readonly type?: TypeTree;
  /** The way from the field to the type. */
  readonly path?: readonly string[];
}

/** All tags that a signature class leads to: its own, those of fields, properties, aliases and members of enums. */
export function* tagsIn(declaration: ClassDeclaration): Generator<TaggedPlace> {
  if (declaration.doc !== undefined) yield { on: 'class', tags: declaration.doc.tags };
  for (const field of declaration.fields) yield* tagsOf(field);
}

function* tagsOf(field: FieldDeclaration): Generator<TaggedPlace> {
  const isOutput = field.decorators[0]?.name === 'OutputField';
  const on = isOutput ? 'output' : 'input';
  if (field.type === undefined) yield { on, tags: field.doc?.tags ?? [] };
  for (const { property, path } of propertiesIn(field)) {
    const { doc, type } = property;
    if (doc !== undefined && doc.tags.length > 0)
      yield { on: path.length === 1 ? on : 'property', tags: doc.tags, type, path };
  }
  for (const { type, path } of typesIn(field)) {
    if (type.tags !== undefined) yield { on: 'type', tags: type.tags, type, path };
    if (type.kind === 'enum' && type.memberTags !== undefined)
      yield { on: 'member', tags: type.memberTags, type, path };
  }
}

/** Where a finding about a tag stands, when that is deeper than the field itself. */
export function pathTo({ path = [] }: TaggedPlace): { readonly path?: readonly string[] } {
  return path.length > 1 ? { path } : {};
}

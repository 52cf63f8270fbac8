import type { StreamMode, ValueType } from '@sigil/spec';
import type { DocComment, DocTag } from '../declaration/doc-comment.js';
import type { TypeTree } from '../declaration/type-tree.js';
import { tagValue, type About } from './tag-value.js';
import { withTags } from './tagged-type.js';

/** The type of a field or a property with its limits, and what comments say about it. */
export interface PropertyParts {
  readonly type: ValueType;
  readonly about: About;
}

/**
 * Reads the comment of a field or a property. Where it has none, the comment of the alias or the interface that is its
 * type speaks for it; tags of that hold in any case.
 *
 * @param type of the tree, with the limits of its aliases
 */
export function propertyParts(
  name: string,
  tree: TypeTree | undefined,
  type: ValueType,
  doc: DocComment | undefined,
): PropertyParts {
  const own = withTags(type, doc?.tags ?? []);
  // A name for the model, or a value to start from, is no matter of a type.
  const {
    alias: _,
    default: __,
    ...inherited
  } = withTags(type, tree === undefined ? [] : aliasTags(tree)).about;
  const { alias, ...about } = { ...inherited, ...own.about };
  const description =
    own.about.description ??
    (doc?.text || undefined) ??
    inherited.description ??
    (tree === undefined ? undefined : descriptionOf(tree)) ??
    about.title;
  return {
    type: own.type,
    about: {
      ...(alias === undefined || alias === name ? {} : { alias }),
      ...about,
      ...(description === undefined ? {} : { description }),
    },
  };
}

/** When a stream shows a field or a property: as its own comment says, or that of its type. */
export function streamMode(tree: TypeTree, doc: DocComment | undefined): StreamMode | undefined {
  const modes = [...aliasTags(tree), ...(doc?.tags ?? [])].map((tag) => {
    const value = tagValue(tag);
    return value?.kind === 'about' ? value.about.stream : undefined;
  });
  return modes.findLast((mode) => mode !== undefined);
}

/** The tags of the aliases that are the type of a property, also with `| null`. */
export function aliasTags(tree: TypeTree): readonly DocTag[] {
  const inner = tree.kind === 'nullable' || tree.kind === 'undefinable' ? aliasTags(tree.inner) : [];
  return [...inner, ...(tree.tags ?? [])];
}

function descriptionOf(tree: TypeTree): string | undefined {
  if (tree.description !== undefined) return tree.description;
  return tree.kind === 'nullable' || tree.kind === 'undefinable' || tree.kind === 'recursive'
    ? descriptionOf(tree.kind === 'recursive' ? tree.type : tree.inner)
    : undefined;
}

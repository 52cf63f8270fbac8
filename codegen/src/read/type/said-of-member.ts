import type { EnumMember } from '@sigil/spec';
import type { DocComment, DocTag } from '../../declaration/doc-comment.js';
import { oneLine } from './type-context.js';

/** What the comment of a value of a choice says to a model: another text for it, and what it means. */
export function saidOfMember(doc: DocComment | undefined): Pick<EnumMember, 'shown' | 'description'> {
  const shown = tagOf(doc, 'alias')?.value;
  const description = oneLine(tagOf(doc, 'description')?.value ?? doc?.text ?? '');
  return {
    ...(shown === undefined ? {} : { shown }),
    ...(description === '' ? {} : { description }),
  };
}

/** The tag that gives a value of a choice another text for the model. */
export function aliasOf(doc: DocComment | undefined): { readonly alias?: DocTag } {
  const alias = tagOf(doc, 'alias');
  return alias === undefined ? {} : { alias };
}

function tagOf(doc: DocComment | undefined, name: string): DocTag | undefined {
  return doc?.tags.find((tag) => tag.name === name && tag.value !== '');
}

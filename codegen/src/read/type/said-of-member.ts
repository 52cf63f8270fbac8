import type { EnumMember } from '@sigil/spec';
import type { DocComment } from '../../declaration/doc-comment.js';
import { oneLine } from './type-context.js';

/** What the comment of a value of a choice says to a model: another text for it, and what it means. */
export function saidOfMember(doc: DocComment | undefined): Pick<EnumMember, 'shown' | 'description'> {
  const valueOf = (name: string): string | undefined =>
    doc?.tags.find((tag) => tag.name === name && tag.value !== '')?.value;
  const shown = valueOf('alias');
  const description = oneLine(valueOf('description') ?? doc?.text ?? '');
  return {
    ...(shown === undefined ? {} : { shown }),
    ...(description === '' ? {} : { description }),
  };
}

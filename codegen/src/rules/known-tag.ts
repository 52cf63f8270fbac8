import { foreignTagHint, meantTag } from '../declaration/tag-names.js';
import type { DocTag } from '../declaration/doc-comment.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';
import { tagsIn } from './tags-in.js';

/** A tag that is not read and looks like one that is: a slip of the pen, or the tag of another tool. */
export const knownTag = classRule('SIGIL2201', 'warning', (declaration) =>
  [...tagsIn(declaration)].flatMap(({ tags }) => tags.flatMap(judge)),
);

function judge(tag: DocTag): readonly Finding[] {
  const foreign = foreignTagHint(tag.name);
  if (foreign !== undefined) {
    return [
      {
        place: tag.place,
        message: `Tag @${tag.name} says nothing to Sigil, which does not read it.`,
        hint: foreign,
      },
    ];
  }
  const meant = meantTag(tag.name);
  if (meant === undefined) return [];
  return [
    {
      place: tag.place,
      message: `Tag @${tag.name} says nothing: there is no such tag. Did you mean '@${meant}'?`,
      hint: `write '@${meant}${meant === 'asType' ? ' integer' : ''}', or leave it out`,
    },
  ];
}

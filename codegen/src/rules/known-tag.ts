import { foreignTagHint, meantTag } from '../declaration/tag-names.js';
import type { DocTag } from '../declaration/doc-comment.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';
import { tagsIn } from './tags-in.js';

/** No tag looks like one that is read and is none: a slip of the pen, or another tool's tag. */
export const knownTag = classRule('SIGIL2201', 'error', (declaration) =>
  [...tagsIn(declaration)].flatMap(({ tags }) => tags.flatMap(judge)),
);

function judge(tag: DocTag): readonly Finding[] {
  const foreign = foreignTagHint(tag.name);
  if (foreign !== undefined) {
    return [
      {
        place: tag.place,
        message: `Cannot compile tag @${tag.name}: Sigil does not read it.`,
        hint: foreign,
      },
    ];
  }
  const meant = meantTag(tag.name);
  if (meant === undefined) return [];
  return [
    {
      place: tag.place,
      message: `Cannot compile tag @${tag.name}: there is no such tag.`,
      hint: `write '@${meant}${meant === 'asType' ? ' integer' : ''}'`,
    },
  ];
}

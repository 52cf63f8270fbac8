import type { DocTag } from '../declaration/doc-comment.js';
import { isConstraintTag } from '../declaration/tag-names.js';
import { takesTag } from '../spec/tag-value.js';
import { valueType } from '../spec/value-type.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';
import { propertiesIn } from './walk-type.js';

/** A limit stands on a value that has it: a length on text, a minimum on a number. */
export const applicableTag = classRule('SIGIL2202', 'error', (declaration) => {
  const onClass = (declaration.doc?.tags ?? [])
    .filter((tag) => isConstraintTag(tag.name))
    .map((tag) => refuse(tag, 'it stands on a class', 'put it on a field'));
  const onFields = declaration.fields.flatMap((field) =>
    [...propertiesIn(field)].flatMap(({ property }) => {
      const type = valueType(property.type);
      if (property.type.kind === 'refused') return [];
      return (property.doc?.tags ?? [])
        .filter((tag) => isConstraintTag(tag.name) && !takesTag(type, tag.name))
        .map((tag) => refuse(tag, `it stands on '${property.type.text}'`, `it is for ${subject(tag.name)}`));
    }),
  );
  return [...onClass, ...onFields];
});

function refuse(tag: DocTag, found: string, hint: string): Finding {
  return { place: tag.place, message: `Cannot compile tag @${tag.name}: ${found}.`, hint };
}

function subject(tag: string): string {
  return tag === 'minimum' || tag === 'maximum' || tag === 'asType'
    ? "a 'number', also with '| null'"
    : "a 'string', also with '| null'";
}

import type { RefusalReason } from '../declaration/type-tree.js';
import { fieldRule, type Rule } from './rule.js';
import { typesIn } from './walk-type.js';

/** A rule that reports the types which the reader refused for one reason. */
export function refusedType(code: string, reason: RefusalReason): Rule {
  return fieldRule(code, 'error', (field, label) =>
    [...typesIn(field)].flatMap(({ type, path }) => {
      if (type.kind !== 'refused' || type.reason !== reason) return [];
      const isNested = path.length > 1 || type.text !== field.type?.text;
      return [
        {
          place: type.place,
          message: `Cannot compile field '${label}': its type ${isNested ? 'holds' : 'is'} ${type.what}.`,
          hint: type.hint,
          ...(isNested ? { path: path.at(-1) === type.text ? path : [...path, type.text] } : {}),
          ...(type.place.file === field.place.file && type.place.line === field.place.line
            ? {}
            : { related: [{ ...field.place, message: `used by field '${label}'` }] }),
        },
      ];
    }),
  );
}

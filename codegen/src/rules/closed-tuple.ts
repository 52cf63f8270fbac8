import type { Finding } from './diagnostic.js';
import { isOutput } from './is-output.js';
import { fieldRule } from './rule.js';
import { typesIn } from './walk-type.js';

/** A tuple that a model answers has all of its elements: strict schemas have none that may be missing or be more. */
export const closedTuple = fieldRule('SIGIL2106', 'error', (field, label) =>
  isOutput(field)
    ? [...typesIn(field)].flatMap(({ type, path }): Finding[] => {
        if (type.kind !== 'tuple') return [];
        const isRest = type.rest !== undefined;
        if (!isRest && type.items.every((item) => !item.optional)) return [];
        const found = isRest ? 'a tuple of any length' : 'a tuple with an optional element';
        return [
          {
            place: type.place,
            message: `Cannot compile field '${label}': its type ${path.length > 1 ? 'holds' : 'is'} ${found}, which a model cannot be held to.`,
            hint: isRest
              ? 'write a list beside it: { first: A; rest: B[] }'
              : "write '| null' behind the element, or an object with an optional property",
            ...(path.length > 1 ? { path: [...path, type.text] } : {}),
          },
        ];
      })
    : [],
);

import type { Remark } from '../declaration/type-tree.js';
import type { Finding } from './diagnostic.js';
import { classRule, type Rule } from './rule.js';
import { typesIn } from './walk-type.js';

/** A rule that passes on one kind of remark, once for each declaration. */
function remarkRule(code: string, kind: Remark['kind']): Rule {
  return classRule(code, 'warning', (declaration) => {
    const found = new Map<string, Finding>();
    for (const field of declaration.fields) {
      for (const { type } of typesIn(field)) {
        for (const { kind: one, place, message, hint } of type.remarks ?? []) {
          if (one !== kind || found.has(message)) continue;
          found.set(message, { place, message: `${message}.`, ...(hint === undefined ? {} : { hint }) });
        }
      }
    }
    return [...found.values()];
  });
}

/** A literal beside `string` or `number` closes nothing. */
export const absorbedLiteral = remarkRule('SIGIL2306', 'absorbed');

/** Objects of a union tell themselves apart. */
export const ambiguousUnion = remarkRule('SIGIL2307', 'ambiguous');

/** A class as the type of a field is data, and no instance. */
export const classAsData = remarkRule('SIGIL2308', 'class');

/** A model sees names of numbers. */
export const numericEnum = remarkRule('SIGIL2309', 'numeric');

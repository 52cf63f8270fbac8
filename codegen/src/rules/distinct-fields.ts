import type { FieldDeclaration } from '../declaration/class-declaration.js';
import type { Finding } from './diagnostic.js';
import { classRule } from './rule.js';

/** Fields of one class differ by more than letter case, underscores and how accents are encoded: models do not keep to those. */
export const distinctFields = classRule('SIGIL2014', 'error', (declaration) => {
  const seen = new Map<string, FieldDeclaration>();
  return declaration.fields.flatMap((field): Finding[] => {
    if (field.name === undefined) return [];
    const key = field.name.replace(/[_$]/gu, '').normalize('NFKC').toLowerCase();
    const other = seen.get(key);
    seen.set(key, field);
    if (other === undefined) return [];
    const isEncoding = other.name?.normalize('NFKC') === field.name.normalize('NFKC');
    const detail = isEncoding ? 'how its characters are encoded' : 'letter case or underscores';
    const sentence =
      other.name === field.name
        ? `it is declared twice`
        : `it differs from '${other.name ?? ''}' only in ${detail}, which a model may change`;
    return [
      {
        place: field.place,
        message: `Cannot compile field '${declaration.name ?? ''}.${field.name}': ${sentence}.`,
        hint: 'rename one of them',
        related: [{ ...other.place, message: `'${other.name ?? ''}' is here` }],
      },
    ];
  });
});

import type { TemplateType } from '@sigil/spec';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const BIGINT = String.raw`-?\d+`;

/** The regular expression, anchored at both ends, that matches the texts of a template literal type. */
export function templatePattern(type: TemplateType): string {
  const parts = type.parts.map((part) => {
    if (typeof part === 'string') return escapePattern(part);
    if (part.kind === 'choice') return `(?:${part.values.map(escapePattern).join('|')})`;
    if (part.kind === 'number') return NUMBER;
    // A line break is text too.
    return part.kind === 'bigint' ? BIGINT : String.raw`[\s\S]*`;
  });
  return `^${parts.join('')}$`;
}

/** `id-<number>`: the same for people. */
export function templateWords(type: TemplateType): string {
  return type.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'choice') return `<${part.values.join('|')}>`;
      return part.kind === 'string' ? '<text>' : part.kind === 'number' ? '<number>' : '<integer>';
    })
    .join('');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, (character) => (character === '-' ? '-' : `\\${character}`));
}

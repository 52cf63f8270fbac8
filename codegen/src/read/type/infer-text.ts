import { ts } from '../ts-morph.js';
import { isNumberText } from './fits/fits-text.js';
import { matchTexts } from './fits/match-texts.js';
import type { UnionMember } from './type-context.js';

/** `` `${infer Language}-${string}` ``: each hole takes as little as it can, the last one the rest. */
export function matchTemplate(
  node: ts.TemplateLiteralTypeNode,
  part: UnionMember,
  bindings: Map<ts.Declaration, UnionMember>,
): boolean | undefined {
  if (part.kind !== 'enum') {
    return part.kind === 'string' || part.kind === 'template' || part.kind === 'refused' ? undefined : false;
  }
  const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  const found = new Map<ts.Declaration, string[]>();
  for (const value of part.values) {
    if (typeof value !== 'string') return false;
    const holes = matchTexts({ texts: [value], holes: [] }, texts);
    if (holes === undefined) return false;
    for (const [at, { type }] of node.templateSpans.entries()) {
      const text = holes[at]?.texts[0] ?? '';
      if (ts.isInferTypeNode(type)) {
        const { constraint } = type.typeParameter;
        if (constraint !== undefined && constraint.kind !== ts.SyntaxKind.StringKeyword) return undefined;
        const known = found.get(type.typeParameter) ?? [];
        found.set(type.typeParameter, [...known.filter((one) => one !== text), text]);
      } else if (type.kind === ts.SyntaxKind.NumberKeyword) {
        if (!isNumberText(text)) return false;
      } else if (type.kind !== ts.SyntaxKind.StringKeyword) return undefined;
    }
  }
  for (const [parameter, values] of found) {
    const text = values.map((value) => JSON.stringify(value)).join(' | ');
    bindings.set(parameter, { kind: 'enum', values, place: part.place, text });
  }
  return true;
}

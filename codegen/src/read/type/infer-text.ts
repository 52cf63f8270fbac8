import { ts } from '../ts-morph.js';
import type { UnionMember } from './type-context.js';

const HOLES: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.StringKeyword, '[^]*'],
  [ts.SyntaxKind.NumberKeyword, String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`],
]);

/** `` `${infer Language}-${string}` ``: each hole takes as little as it can, the last one the rest. */
export function matchTemplate(
  node: ts.TemplateLiteralTypeNode,
  part: UnionMember,
  bindings: Map<ts.Declaration, UnionMember>,
): boolean | undefined {
  if (part.kind !== 'enum') return part.kind === 'string' || part.kind === 'template' ? undefined : false;
  const inferred: ts.Declaration[] = [];
  let pattern = escape(node.head.text);
  for (const [at, { type, literal }] of node.templateSpans.entries()) {
    const isLast = at === node.templateSpans.length - 1 && literal.text === '';
    if (ts.isInferTypeNode(type) && type.typeParameter.constraint === undefined) {
      inferred.push(type.typeParameter);
      // Two holes side by side: the first takes one character.
      const isBeside = literal.text === '' && !isLast;
      pattern += isBeside ? '([^])' : isLast ? '([^]*)' : '([^]*?)';
    } else {
      const hole = HOLES.get(type.kind);
      if (hole === undefined) return undefined;
      pattern += isLast || hole !== '[^]*' ? hole : `${hole}?`;
    }
    pattern += escape(literal.text);
  }
  const shape = new RegExp(`^${pattern}$`, 'u');
  const found = part.values.map((value) => (typeof value === 'string' ? shape.exec(value) : null));
  if (found.includes(null)) return false;
  for (const [at, parameter] of inferred.entries()) {
    const values = [...new Set(found.map((one) => one?.[at + 1] ?? ''))];
    const text = values.map((value) => JSON.stringify(value)).join(' | ');
    bindings.set(parameter, { kind: 'enum', values, place: part.place, text });
  }
  return true;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

import { ts } from '../ts-morph.js';

/** The type between parentheses, however many. */
export function withoutParentheses(node: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(node) ? withoutParentheses(node.type) : node;
}

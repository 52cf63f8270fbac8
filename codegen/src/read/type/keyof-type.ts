import { ts } from '../ts-morph.js';
import type { PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
import { namesOfValue } from './typeof-type.js';
import { withoutParentheses } from './without-parentheses.js';

/** `keyof T`: the names of its properties, in their order. */
export function readKeyofType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeOperatorNode(node) || node.operator !== ts.SyntaxKind.KeyOfKeyword) return undefined;
  const subject = withoutParentheses(node.type);
  const names = ts.isTypeQueryNode(subject) ? namesOfValue(subject, context) : undefined;
  if (names !== undefined) return namesAsEnum(names, node, context);
  const type = unfold(standalone(subject, context.readMember(subject), context));
  if (type.kind === 'refused') return type;
  if (type.kind === 'object') return namesAsEnum(type.properties.map(keyOf), node, context);
  if (type.kind === 'map') return type.key;
  if (type.kind === 'union') {
    // What can be asked of every part.
    const common = commonKeys(type.variants.map((variant) => unfold(variant)));
    if (common !== undefined) return namesAsEnum(common, node, context);
  }
  return refuse(
    node,
    context,
    `'${written(node, context).text}', which names no properties`,
    'write the names out',
  );
}

/** The names that all parts have; undefined where a part has none of its own. */
function commonKeys(parts: readonly TypeTree[]): readonly (string | number)[] | undefined {
  const lists = parts.map((part) => {
    if (part.kind === 'object') return part.properties.map(keyOf);
    return part.kind === 'map' && part.form === 'record' && part.key.kind === 'string' ? 'any' : undefined;
  });
  if (lists.includes(undefined)) return undefined;
  const [first, ...others] = lists.filter((list) => Array.isArray(list));
  return first?.filter((name) => others.every((list) => list.includes(name)));
}

/** A name that is written as a number is one. */
function keyOf({ name, numeric }: PropertyTree): string | number {
  return numeric === true ? Number(name) : name;
}

function namesAsEnum(
  names: readonly (string | number)[],
  node: ts.TypeNode,
  context: TypeContext,
): UnionMember {
  const about = written(node, context);
  return names.length === 0 ? { kind: 'never', ...about } : { kind: 'enum', values: names, ...about };
}

import { ts } from '../ts-morph.js';
import type { EnumTree, PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { keyOf } from './key-property.js';
import { refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
import { namesOfValue } from './typeof-type.js';
import { combine } from './union-type.js';
import { withoutParentheses } from './without-parentheses.js';

/** `keyof T`: the names of its properties, in their order. */
export function readKeyofType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTypeOperatorNode(node) || node.operator !== ts.SyntaxKind.KeyOfKeyword) return undefined;
  const subject = withoutParentheses(node.type);
  const names = ts.isTypeQueryNode(subject) ? namesOfValue(subject, context) : undefined;
  if (names !== undefined) {
    const about = written(node, context);
    return names.length === 0 ? { kind: 'never', ...about } : { kind: 'enum', values: names, ...about };
  }
  const type = unfold(standalone(subject, context.readMember(subject), context));
  if (type.kind === 'refused') return type;
  if (type.kind === 'object') return combine(type.properties.map(keyOf), written(node, context));
  if (type.kind === 'map' && type.form === 'record') return type.key;
  if (type.kind === 'union') {
    // What can be asked of every part.
    const common = commonKeys(type.variants.map((variant) => unfold(variant)));
    if (common !== undefined) return combine(common, written(node, context));
  }
  const { text } = written(node, context);
  const of = text.endsWith(` ${type.text}`) ? '' : ` of '${type.text}'`;
  const isAlone = of !== '' && ['date', 'set', 'map'].includes(type.kind);
  const alone = `; a generic leaves it alone with '${subject.getText()} extends ${type.text} ? ..'`;
  return refuse(
    node,
    context,
    `'${text}'${of}, which names no properties`,
    `write the names out${isAlone ? alone : ''}`,
  );
}

/** The keys that all parts have; undefined where a part has none of its own. */
function commonKeys(parts: readonly TypeTree[]): readonly EnumTree[] | undefined {
  const lists: (readonly PropertyTree[])[] = [];
  for (const part of parts) {
    const isAny = part.kind === 'map' && part.form === 'record' && part.key.kind === 'string';
    if (part.kind === 'object') lists.push(part.properties);
    else if (!isAny) return undefined;
  }
  const [first, ...others] = lists;
  return first
    ?.filter((one) => others.every((list) => list.some(({ name }) => name === one.name)))
    .map(keyOf);
}

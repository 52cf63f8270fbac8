import { ts } from '../ts-morph.js';
import type { TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { itemName } from '../../declaration/tuple-names.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** `[A, B]`, also with labels, optional elements and a rest at the end. */
export function readTupleType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTupleTypeNode(node)) return undefined;
  const items: TupleItemTree[] = [];
  let rest: TypeTree | undefined;
  for (const [at, element] of node.elements.entries()) {
    const { type, name, isRest, optional } = elementOf(element);
    if (isRest) {
      const list = context.readMember(type);
      if (list.kind === 'array' && at === node.elements.length - 1) rest = list.items;
      else if (list.kind === 'tuple' && list.rest === undefined) items.push(...list.items);
      else return refuse(element, context, 'a rest element before the end of a tuple', 'put it at the end');
    } else
      items.push({
        ...(name === undefined ? {} : { name }),
        optional,
        type: withoutUndefined(context.read(type), optional),
      });
  }
  if (items.length === 0 && rest === undefined) {
    return refuse(node, context, 'an empty tuple', 'write the elements');
  }
  const names = items.map(({ name }, at) => name ?? itemName(at));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    const hint = `rename the label '${twice}'`;
    return refuse(node, context, `a tuple in which two elements are named '${twice}'`, hint);
  }
  return {
    kind: 'tuple',
    readonly: false,
    items,
    ...(rest === undefined ? {} : { rest }),
    ...written(node, context),
  };
}

function elementOf(element: ts.TypeNode | ts.NamedTupleMember): {
  readonly type: ts.TypeNode;
  readonly name?: string;
  readonly isRest: boolean;
  readonly optional: boolean;
} {
  if (ts.isNamedTupleMember(element)) {
    return {
      type: element.type,
      name: element.name.text,
      isRest: element.dotDotDotToken !== undefined,
      optional: element.questionToken !== undefined,
    };
  }
  if (ts.isRestTypeNode(element)) return { type: element.type, isRest: true, optional: false };
  if (ts.isOptionalTypeNode(element)) return { type: element.type, isRest: false, optional: true };
  return { type: element, isRest: false, optional: false };
}

function withoutUndefined(type: TypeTree, optional: boolean): TypeTree {
  return optional && type.kind === 'undefinable' ? type.inner : type;
}

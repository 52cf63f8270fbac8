import { ts } from '../ts-morph.js';
import type { TupleItemTree, TypeTree } from '../../declaration/type-tree.js';
import { awaited, constructorOf, functionOf, lastName, returnedBy } from './function-of.js';
import { declarationsOf } from './declarations-of.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { withoutParentheses } from './without-parentheses.js';

const WRITE_OUT = 'write the type out';

/** `ReturnType<typeof load>`, of a function that says what it returns. */
export function readReturnType(node: ts.Node, subject: ts.TypeNode, context: TypeContext): UnionMember {
  const found = returnedBy(subject, context);
  if (!('what' in found)) return found.context.readMember(found.node);
  return refuse(node, context, `'${written(node, context).text}', ${found.what}`, found.hint);
}

/** `Awaited<T>`: the type behind a promise, or the type itself. */
export function readAwaited(subject: ts.TypeNode, context: TypeContext): UnionMember {
  const found = awaited(subject, context);
  return found.context.readMember(found.node);
}

/** `Parameters<typeof load>`, as a tuple with their names. */
export function readParameters(
  node: ts.Node,
  subject: ts.TypeNode,
  ofConstructor: boolean,
  context: TypeContext,
): UnionMember {
  const text = `'${written(node, context).text}'`;
  const found = ofConstructor ? constructorOf(subject, context) : functionOf(subject, context);
  if ('what' in found) return refuse(node, context, `${text}, ${found.what}`, found.hint);
  const inside = found.context;
  const items: TupleItemTree[] = [];
  let rest: TypeTree | undefined;
  for (const parameter of found.node.parameters) {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === 'this') continue;
    if (parameter.type === undefined) {
      const what = `${text}, of which the parameter '${parameter.name.getText()}' has no written type`;
      return refuse(node, context, what, `write its type, or ${WRITE_OUT}`);
    }
    if (parameter.dotDotDotToken !== undefined) {
      const list = inside.readMember(parameter.type);
      if (list.kind === 'refused') return list;
      if (list.kind !== 'array')
        return refuse(node, context, `${text}, of which the last is '${list.text}'`, WRITE_OUT);
      rest = list.items;
      continue;
    }
    items.push({
      ...(ts.isIdentifier(parameter.name) ? { name: parameter.name.text } : {}),
      optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
      type: inside.read(parameter.type),
    });
  }
  if (items.length === 0 && rest === undefined) {
    return refuse(node, context, `${text}, which is an empty tuple`, WRITE_OUT);
  }
  const about = written(node, context);
  return { kind: 'tuple', readonly: false, items, ...(rest === undefined ? {} : { rest }), ...about };
}

/** `InstanceType<typeof Point>` */
export function readInstance(subject: ts.TypeNode, context: TypeContext): UnionMember {
  const query = withoutParentheses(subject);
  const name = ts.isTypeQueryNode(query) ? lastName(query) : undefined;
  if (name !== undefined && declarationsOf(name, context.checker)?.some(ts.isClassDeclaration) === true) {
    return context.readNamed(subject, name, []);
  }
  const what = `'InstanceType<${written(subject, context).text}>', which leads to no class`;
  return refuse(subject, context, what, 'write the name of the class, or an interface with its data');
}

import type { ts } from '../ts-morph.js';
import { oneLine, refuse, type TypeContext, type UnionMember } from './type-context.js';

/** A string enum as a whole, or one member of it (`Level.High`): the values in the order of the declaration. */
export function readEnum(
  node: ts.Node,
  name: string,
  members: readonly ts.EnumMember[],
  context: TypeContext,
): UnionMember {
  const values = members.map((member) => context.checker.getConstantValue(member));
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === 0 || texts.length < values.length) {
    const what = values.length === 0 ? `the enum '${name}', which is empty` : `the numeric enum '${name}'`;
    return refuse(node, context, what, `give every member a string: High = 'high'`);
  }
  return { kind: 'enum', values: texts, place: context.placeOf(node), text: oneLine(node.getText()) };
}

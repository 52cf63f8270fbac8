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
  const unknown = members[values.indexOf(undefined)]?.name.getText();
  if (unknown !== undefined) {
    const what = `the enum '${name}', whose member '${unknown}' is computed from what the compiler does not know`;
    return refuse(node, context, what, `give every member a string: ${unknown} = 'x'`);
  }
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === 0 || texts.length < values.length) {
    const what = values.length === 0 ? `the enum '${name}', which is empty` : `the numeric enum '${name}'`;
    return refuse(node, context, what, `give every member a string: High = 'high'`);
  }
  // Two members may have one value.
  return {
    kind: 'enum',
    values: [...new Set(texts)],
    place: context.placeOf(node),
    text: oneLine(node.getText()),
  };
}

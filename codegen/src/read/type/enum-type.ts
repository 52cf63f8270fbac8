import type { EnumMember } from '@sigil/spec';
import { ts } from '../ts-morph.js';
import type { EnumTree, Remark } from '../../declaration/type-tree.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/**
 * An enum as a whole, or one member of it (`Level.High`): the values in the order of the declaration. The model sees
 * the value of a member that is text, the name of any other, and an alias before both.
 */
export function readEnum(
  node: ts.Node,
  name: string,
  members: readonly ts.EnumMember[],
  context: TypeContext,
): UnionMember {
  const values: (string | number)[] = [];
  const shown: EnumMember[] = [];
  for (const member of members) {
    const value = context.checker.getConstantValue(member);
    if (value === undefined) {
      const what = `the enum '${name}', of which '${memberName(member)}' is computed`;
      return refuse(node, context, what, "give every member a literal: High = 'high'");
    }
    // Two names of one value are one choice.
    if (values.includes(value)) continue;
    values.push(value);
    shown.push(memberOf(member, value, context));
  }
  if (values.length === 0) {
    return refuse(node, context, `the enum '${name}', which is empty`, "give it members: High = 'high'");
  }
  const about = written(node, context);
  const isNumeric = values.some((value) => typeof value === 'number');
  const remark: Remark = {
    kind: 'numeric',
    place: about.place,
    message: `The model sees the names of the enum '${name}', not its numbers`,
  };
  const tree: EnumTree = { kind: 'enum', values, ...about, ...(isNumeric ? { remarks: [remark] } : {}) };
  return shown.every((member) => Object.keys(member).length === 0) ? tree : { ...tree, members: shown };
}

function memberOf(member: ts.EnumMember, value: string | number, context: TypeContext): EnumMember {
  const doc = context.docOf(member);
  const name = memberName(member);
  const alias = doc?.tags.find((tag) => tag.name === 'alias')?.value;
  const described = doc?.tags.find((tag) => tag.name === 'description')?.value;
  const description = described ?? (doc?.text === '' ? undefined : doc?.text);
  const shown = alias ?? (typeof value === 'number' ? name : undefined);
  const accepted = [name].filter((text) => text !== (shown ?? value));
  return {
    ...(shown === undefined ? {} : { shown }),
    ...(accepted.length === 0 ? {} : { accepted }),
    ...(description === undefined ? {} : { description }),
  };
}

function memberName(member: ts.EnumMember): string {
  const { name } = member;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

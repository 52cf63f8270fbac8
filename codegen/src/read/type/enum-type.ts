import type { EnumMember } from '@sigil/spec';
import { ts } from '../ts-morph.js';
import type { CalledValue, EnumTree, Remark } from '../../declaration/type-tree.js';
import { aliasOf, saidOfMember } from './said-of-member.js';
import { shownTwice, withoutClashes } from './shown-once.js';
import { refuse, remarkPlace, written, type TypeContext, type UnionMember } from './type-context.js';

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
  const called: CalledValue[] = [];
  for (const member of members) {
    const value = context.checker.getConstantValue(member);
    if (value === undefined) {
      const what = `the enum '${name}', of which '${memberName(member)}' is computed`;
      return refuse(node, context, what, "give every member a literal: High = 'high'");
    }
    called.push({ value, name: memberName(member), ...aliasOf(context.docOf(member)) });
    const at = values.indexOf(value);
    const one = memberOf(member, value, context);
    if (at < 0) {
      values.push(value);
      shown.push(one);
      continue;
    }
    // Two names of one value are one choice.
    const { accepted = [], ...first } = shown[at] ?? {};
    shown[at] = { ...first, accepted: [...new Set([...accepted, memberName(member)])] };
  }
  if (values.length === 0) {
    return refuse(node, context, `the enum '${name}', which is empty`, "give it members: High = 'high'");
  }
  const twice = shownTwice(values, shown);
  if (twice !== undefined) {
    const what = `the enum '${name}', of which the model would see two members as '${twice}'`;
    const refused = refuse(node, context, what, 'give one of them another @alias');
    const tag = called.find(({ alias }) => alias?.value === String(twice))?.alias;
    return tag === undefined ? refused : { ...refused, place: tag.place };
  }
  const about = written(node, context);
  const enumName = members[0]?.parent.name.text ?? name;
  const isNumeric = values.some((value) => typeof value === 'number');
  const remark: Remark = {
    kind: 'numeric',
    place: remarkPlace(members[0]?.parent.name ?? node, node, context),
    message: `The model sees the names of the enum '${enumName}', not its numbers`,
    hint: "nothing to do; write text values (High = 'high') to choose what it sees",
  };
  const memberTags = members.flatMap((member) => context.docOf(member)?.tags ?? []);
  const declaration = members[0]?.parent;
  const at =
    declaration === undefined ? '' : ` ${Object.values(context.placeOf(declaration.name)).join(':')}`;
  const tree: EnumTree = {
    kind: 'enum',
    values,
    declared: values.map((value) => ({ value, in: `${enumName}${at}` })),
    ...about,
    ...(memberTags.length === 0 ? {} : { memberTags }),
    called,
    ...(isNumeric ? { remarks: [remark] } : {}),
  };
  const kept = withoutClashes(values, shown);
  return kept.every((member) => Object.keys(member).length === 0) ? tree : { ...tree, members: kept };
}

function memberOf(member: ts.EnumMember, value: string | number, context: TypeContext): EnumMember {
  const { description, ...alias } = saidOfMember(context.docOf(member));
  const name = memberName(member);
  const shown = alias.shown ?? (typeof value === 'number' ? name : undefined);
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

import { ts } from './ts-morph.js';
import type { ClassDeclaration, DecoratorUse, FieldDeclaration } from '../declaration/class-declaration.js';
import { isFieldDecorator, type DecoratorFinder } from './decorators.js';
import { memberName, readField, type MemberReader } from './read-field.js';

/** The members of a class and of its bases. */
export type Members = Pick<ClassDeclaration, 'fields' | 'others' | 'plainProperties' | 'unnamed'>;

/** What reading members takes beside their types. */
export interface ClassReader extends MemberReader {
  readonly decoratorsOf: DecoratorFinder;
  /** Whether classes define their fields (TS2612): `useDefineForClassFields`, or what the target says. */
  readonly definesFields: boolean;
}

/** No members: what a class without a base goes on from. */
export const NO_MEMBERS: Members = { fields: [], others: [], plainProperties: [], unnamed: [] };

/**
 * The members of a class after those of its bases. A field that a base has too stands in the base's place, with the
 * base's documentation where it has none of its own.
 */
export function sortMembers(node: ts.ClassLikeDeclaration, bases: Members, reader: ClassReader): Members {
  const { decoratorsOf, placeOf } = reader;
  const at = (part: ts.Node) => placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const inherited = new Map(bases.fields.map((field) => [field.name, field]));
  const replaced = new Map<FieldDeclaration, FieldDeclaration>();
  const fields: FieldDeclaration[] = [];
  const others = new Set(bases.others);
  const plainProperties = [...bases.plainProperties];
  const unnamed = [...bases.unnamed];
  const add = (member: ts.ClassElement | ts.ParameterDeclaration, uses: readonly DecoratorUse[]): void => {
    const field = readField(member, uses, reader);
    const before = inherited.get(field.name);
    if (before === undefined || field.name === undefined || replaced.has(before)) fields.push(field);
    else replaced.set(before, override(before, field, member, reader.definesFields));
  };
  for (const member of node.members) {
    for (const parameter of ts.isConstructorDeclaration(member) ? member.parameters : []) {
      const uses = decoratorsOf(parameter);
      if (uses.length > 0) add(parameter, uses);
      else if (ts.isParameterPropertyDeclaration(parameter, member) && isPublic(parameter)) {
        others.add(parameter.name.getText());
      }
    }
    const uses = decoratorsOf(member).filter(isFieldDecorator);
    if (uses.length > 0) {
      add(member, uses);
      continue;
    }
    if (ts.isIndexSignatureDeclaration(member)) unnamed.push(at(member));
    if (member.name === undefined || isStatic(member) || !isPublic(member)) continue;
    const name = memberName(member.name);
    const before = inherited.get(name);
    if (name === undefined) unnamed.push(at(member.name));
    // `declare team: 'billing'`: the decorator of the base still holds.
    else if (before !== undefined && ts.isPropertyDeclaration(member)) add(member, before.decorators);
    else {
      others.add(name);
      if (ts.isPropertyDeclaration(member)) plainProperties.push({ name, place: at(member.name) });
    }
  }
  return {
    fields: [...bases.fields.map((field) => replaced.get(field) ?? field), ...fields],
    others: [...others],
    plainProperties: plainProperties.filter(({ name }) => !fields.some((field) => field.name === name)),
    unnamed,
  };
}

function override(
  before: FieldDeclaration,
  field: FieldDeclaration,
  member: ts.ClassElement | ts.ParameterDeclaration,
  definesFields: boolean,
): FieldDeclaration {
  const isRedefined = ts.isPropertyDeclaration(member) && member.initializer === undefined;
  const unsaid = ts.ModifierFlags.Ambient | ts.ModifierFlags.Abstract;
  const isSilent = (ts.getCombinedModifierFlags(member) & unsaid) !== 0 || before.isAbstract === true;
  const { doc = before.doc, ...own } = field;
  return {
    ...own,
    ...(doc === undefined ? {} : { doc }),
    overrides: {
      place: before.place,
      decorators: before.decorators,
      hasDefault: before.initializer !== undefined,
      needsInitializer: definesFields && isRedefined && !isSilent,
    },
  };
}

export function isStatic(node: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
}

export function isPublic(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isHashName = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return (ts.getCombinedModifierFlags(node) & hidden) === 0 && !isHashName;
}

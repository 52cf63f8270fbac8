import { ts } from '../ts-morph.js';
import type { ClassKinds } from './class-kind.js';

/** The name of a property that a walk of an instance sees; undefined for others. */
export function ownName(member: ts.PropertyDeclaration): string | undefined {
  const unseen =
    ts.ModifierFlags.Static |
    ts.ModifierFlags.Ambient |
    ts.ModifierFlags.Abstract |
    ts.ModifierFlags.Accessor;
  if ((ts.getCombinedModifierFlags(member) & unseen) !== 0 || ts.isPrivateIdentifier(member.name)) {
    return undefined;
  }
  const name = ts.isComputedPropertyName(member.name) ? literalName(member.name) : member.name.text;
  // Where fields are assigned instead of defined, this one sets the prototype.
  return name === '__proto__' ? undefined : name;
}

/** The name in `['a']`. */
export function literalName({ expression }: ts.ComputedPropertyName): string | undefined {
  return ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression) ? expression.text : undefined;
}

/** The properties of a class and of its bases, and whether others can see them. */
export function propertiesOf(
  node: ts.ClassLikeDeclaration,
  kinds: ClassKinds,
): readonly { readonly name: string; readonly isPublic: boolean }[] {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const names = new Map<string, boolean>();
  for (const type of kinds.chainOf(node).classes) {
    for (const member of type.members) {
      const name = ts.isPropertyDeclaration(member) ? ownName(member) : undefined;
      if (name !== undefined) names.set(name, (ts.getCombinedModifierFlags(member) & hidden) === 0);
    }
  }
  return [...names].map(([name, isPublic]) => ({ name, isPublic }));
}

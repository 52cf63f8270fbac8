import { ts } from './ts-morph.js';
import type { ArtifactMember } from '../declaration/artifact-member.js';
import type { Place } from '../declaration/place.js';
import { nameOf } from './type/object-type.js';
import { oneLine } from './type/type-context.js';

/** The static member `artifact` of a class, of whatever kind it is; undefined where there is none. */
export function readArtifactMember(
  node: ts.ClassLikeDeclaration,
  at: (part: ts.Node) => Place,
): ArtifactMember | undefined {
  const members = node.members.filter(isArtifact);
  const read = members.map((member) => readMember(member, at));
  return read.find(({ artifact }) => artifact === undefined) ?? read[0];
}

/** True for a static member `artifact`, also for one that only looks like it. */
export function isArtifact(member: ts.ClassElement): boolean {
  const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
  return isStatic && member.name !== undefined && nameOf(member.name) === 'artifact';
}

const HIDDEN = [
  [ts.ModifierFlags.Private, 'private'],
  [ts.ModifierFlags.Protected, 'protected'],
] as const;

function readMember(member: ts.ClassElement, at: (part: ts.Node) => Place): ArtifactMember {
  const place = at(member.name ?? member);
  const flags = ts.getCombinedModifierFlags(member);
  const hidden = HIDDEN.find(([flag]) => (flags & flag) !== 0);
  if (hidden !== undefined) return { place, found: hidden[1] };
  if (ts.isMethodDeclaration(member)) return { place, found: 'a method' };
  if (ts.isAccessor(member)) return { place, found: ts.isGetAccessor(member) ? 'a getter' : 'a setter' };
  if (!ts.isPropertyDeclaration(member) || (flags & ts.ModifierFlags.Accessor) !== 0) {
    return { place, found: 'an accessor' };
  }
  const { initializer } = member;
  if (initializer === undefined) return { place, found: 'a property without a value' };
  const artifact = artifactOf(initializer);
  const found = `'${oneLine(initializer.getText())}'`;
  return { place: at(initializer), found, ...(artifact === undefined ? {} : { artifact }) };
}

/** `gen.Ticket`, of a namespace that is imported, or `Ticket` where the import names it. */
function artifactOf(node: ts.Expression): ArtifactMember['artifact'] {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
    return artifactOf(node.expression);
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const module = importOf(node.expression, ts.isNamespaceImport)?.module;
    return module === undefined ? undefined : { module, name: node.name.text };
  }
  if (!ts.isIdentifier(node)) return undefined;
  const found = importOf(node, ts.isImportSpecifier);
  if (found === undefined) return undefined;
  const { module, binding } = found;
  return { module, name: (binding.propertyName ?? binding.name).text };
}

/** What an import binds to a name, as a value. */
function importOf<T extends ts.NamespaceImport | ts.ImportSpecifier>(
  name: ts.Identifier,
  isKind: (node: ts.Node) => node is T,
): { readonly module: string; readonly binding: T } | undefined {
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { importClause: clause } = statement;
    const named = clause?.namedBindings;
    if (named === undefined || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    const bindings: readonly ts.Node[] = ts.isNamespaceImport(named) ? [named] : named.elements;
    const binding = bindings.filter(isKind).find((one) => one.name.text === name.text);
    const isType = binding !== undefined && ts.isImportSpecifier(binding) && binding.isTypeOnly;
    if (binding !== undefined && !isType) return { module: statement.moduleSpecifier.text, binding };
  }
  return undefined;
}

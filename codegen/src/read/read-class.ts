import { ts } from './ts-morph.js';
import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import type { Place } from '../declaration/place.js';
import type { DecoratorFinder } from './decorators.js';
import { readDoc } from './read-doc.js';
import { memberName, readField, type MemberReader } from './read-field.js';

/** Reads a class that carries one of our decorators, on itself or on a member; undefined for any other class. */
export function readClass(
  node: ts.ClassLikeDeclaration,
  decoratorsOf: DecoratorFinder,
  reader: MemberReader,
): ClassDeclaration | undefined {
  const at = (part: ts.Node): Place => reader.placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const decorators = decoratorsOf(node).filter((use) => use.name === 'Signature');
  const members = sortMembers(node, decoratorsOf, reader);
  if (decorators.length === 0 && members.fields.length === 0) return undefined;

  const doc = readDoc(node, reader.placeOf);
  const base = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword);
  const typeParameter = node.typeParameters?.[0];
  return {
    ...(node.name === undefined ? {} : { name: node.name.text }),
    place: at(node.name ?? keywordOf(node)),
    isExpression: ts.isClassExpression(node),
    decorators,
    ...(doc === undefined ? {} : { doc }),
    ...(typeParameter === undefined ? {} : { typeParameters: at(typeParameter) }),
    ...(base === undefined ? {} : { extends: at(base) }),
    ...members,
    hasArtifact: hasArtifact(node),
  };
}

/** The word `class`. */
function keywordOf(node: ts.ClassLikeDeclaration): ts.Node {
  return node.getChildren().find((child) => child.kind === ts.SyntaxKind.ClassKeyword) ?? node;
}

/** True when the class has a static member `artifact`. */
export function hasArtifact(node: ts.ClassLikeDeclaration): boolean {
  return node.members.some(
    (member) => isStatic(member) && member.name !== undefined && memberName(member.name) === 'artifact',
  );
}

type Members = Pick<ClassDeclaration, 'fields' | 'others' | 'plainProperties' | 'unnamed'>;

function sortMembers(
  node: ts.ClassLikeDeclaration,
  decoratorsOf: DecoratorFinder,
  reader: MemberReader,
): Members {
  const at = (part: ts.Node): Place => reader.placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const fields: FieldDeclaration[] = [];
  const others = new Set<string>();
  const plainProperties: { name: string; place: Place }[] = [];
  const unnamed: Place[] = [];
  for (const member of node.members) {
    const parameters = ts.isConstructorDeclaration(member) ? [...member.parameters] : [];
    for (const parameter of parameters) {
      const uses = decoratorsOf(parameter);
      if (uses.length > 0) fields.push(readField(parameter, uses, reader));
      else if (ts.isParameterPropertyDeclaration(parameter, member) && isPublic(parameter)) {
        others.add(parameter.name.getText());
      }
    }
    const uses = decoratorsOf(member).filter((use) => use.name !== 'Signature');
    if (uses.length > 0) {
      fields.push(readField(member, uses, reader));
      continue;
    }
    if (ts.isIndexSignatureDeclaration(member)) unnamed.push(at(member));
    if (member.name === undefined || isStatic(member) || !isPublic(member)) continue;
    const name = memberName(member.name);
    if (name === undefined) unnamed.push(at(member.name));
    else {
      others.add(name);
      if (ts.isPropertyDeclaration(member)) plainProperties.push({ name, place: at(member.name) });
    }
  }
  return { fields, others: [...others], plainProperties, unnamed };
}

function isStatic(node: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
}

function isPublic(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isHashName = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return (ts.getCombinedModifierFlags(node) & hidden) === 0 && !isHashName;
}

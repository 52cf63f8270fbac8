import { ts } from './ts-morph.js';
import type { BaseClass, ClassDeclaration } from '../declaration/class-declaration.js';
import type { DocComment } from '../declaration/doc-comment.js';
import type { Place } from '../declaration/place.js';
import { isArtifact, readArtifactMember } from './artifact-member.js';
import { baseClasses, extendsClause, type BaseLink } from './base-classes.js';
import { declaredFields } from './declared-fields.js';
import { isFieldDecorator } from './decorators.js';
import { readDoc } from './read-doc.js';
import { isAbstract } from './read-field.js';
import { signatureIdOf } from './signature-id-of.js';
import { NO_MEMBERS, sortMembers, type ClassReader, type Members } from './sort-members.js';
import { oneLine } from './type/type-context.js';

/** Reads a class that carries one of our decorators, on itself or on a member; undefined for any other class. */
export function readClass(node: ts.ClassLikeDeclaration, reader: ClassReader): ClassDeclaration | undefined {
  const at = (part: ts.Node): Place => reader.placeOf(part.getSourceFile(), part.getStart(), part.getEnd());
  const decorators = reader.decoratorsOf(node).filter((use) => use.name === 'Signature');
  const hasFields = node.members.some((member) => isField(member, reader));
  if (decorators.length === 0 && !hasFields) return undefined;

  const { base, inherited } = readBases(node, reader, at);
  const doc = readDoc(node, reader.placeOf) ?? instructionsOf(node, reader);
  const typeParameter = node.typeParameters?.[0];
  const artifactMember = readArtifactMember(node, at);
  return {
    ...(node.name === undefined ? {} : { name: node.name.text }),
    place: at(node.name ?? keywordOf(node)),
    isExpression: ts.isClassExpression(node),
    ...(isAbstract(node) ? { isAbstract: true as const } : {}),
    decorators,
    ...(doc === undefined ? {} : { doc }),
    ...(typeParameter === undefined ? {} : { typeParameters: at(typeParameter) }),
    ...(base === undefined ? {} : { base }),
    ...sortMembers(node, inherited, reader),
    hasArtifact: artifactMember !== undefined,
    ...(artifactMember === undefined ? {} : { artifactMember }),
  };
}

function isField(member: ts.ClassElement, { decoratorsOf }: ClassReader): boolean {
  const parameters = ts.isConstructorDeclaration(member) ? [...member.parameters] : [];
  return [member, ...parameters].some((node) => decoratorsOf(node).some(isFieldDecorator));
}

/** What the nearest base that is a signature says. What another base says is not about the task. */
function instructionsOf(node: ts.ClassLikeDeclaration, reader: ClassReader): DocComment | undefined {
  const docOf = (part: ts.Node) => readDoc(part, reader.placeOf);
  const placeOf = (part: ts.Node) => reader.placeOf(part.getSourceFile(), part.pos, part.end);
  return baseClasses(node, { ...reader, placeOf, docOf })
    .links.filter((link) => hasArtifact(link.node) || reader.decoratorsOf(link.node).length > 0)
    .map((link) => docOf(link.node))
    .findLast((found) => found !== undefined);
}

/** The members of all bases, and what there is to say about them. */
function readBases(
  node: ts.ClassLikeDeclaration,
  reader: ClassReader,
  at: (part: ts.Node) => Place,
): { readonly base?: BaseClass; readonly inherited: Members } {
  const clause = extendsClause(node);
  if (clause === undefined) return { inherited: NO_MEMBERS };
  const found = baseClasses(node, { ...reader, placeOf: at, docOf: (part) => readDoc(part, reader.placeOf) });
  let { problem } = found;
  let inherited = NO_MEMBERS;
  for (const link of found.links) {
    const members = readBase(link, inherited, reader);
    if (typeof members === 'string') {
      problem ??= {
        what: `the declaration file of '${link.node.name?.text ?? 'class'}' does not say ${members}`,
        hint: 'import its source, or write its fields out in this class',
      };
    } else inherited = members;
  }
  return {
    base: {
      place: at(clause),
      text: oneLine(clause.getText()),
      classes: found.links.map((link) => at(link.node.name ?? link.node)),
      hasArtifact: found.links.some((link) => hasArtifact(link.node)),
      ids: found.links.flatMap((link) => signatureIdOf(link.node, at(link.node), reader.decoratorsOf) ?? []),
      ...(problem === undefined ? {} : { problem }),
    },
    inherited,
  };
}

/** @returns the members of a base after those of its own bases, or what cannot be told of them */
function readBase({ node, bindings }: BaseLink, inherited: Members, reader: ClassReader): Members | string {
  if (!node.getSourceFile().isDeclarationFile) return sortMembers(node, inherited, { ...reader, bindings });
  const declared = declaredFields(node, reader.checker, reader.placeOf);
  if (declared === undefined) return 'which of its properties are inputs and outputs';
  const [field] = declared.defaulted;
  if (field !== undefined) return `what the default of '${field}' is`;
  return sortMembers(node, inherited, { ...reader, bindings, decoratorsOf: declared.decoratorsOf });
}

/** The word `class`. */
export function keywordOf(node: ts.ClassLikeDeclaration): ts.Node {
  return node.getChildren().find((child) => child.kind === ts.SyntaxKind.ClassKeyword) ?? node;
}

/** True when the class has a static member `artifact`. */
export function hasArtifact(node: ts.ClassLikeDeclaration): boolean {
  return node.members.some(isArtifact);
}

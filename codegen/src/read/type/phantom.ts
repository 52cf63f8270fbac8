import { ts } from '../ts-morph.js';
import type { PropertyTree } from '../../declaration/type-tree.js';
import { propertyName, stringLiteral } from '../../emit/literal.js';
import type { TypeContext, UnionMember } from './type-context.js';

/** One part of an intersection; a member that was not read is a brand's. */
export interface BrandPart {
  readonly type: ts.TypeNode;
  readonly member: UnionMember | undefined;
}

/**
 * What people call a property that is there for the compiler only. A plain `brand`, `__typename` or `__v` is data.
 */
const PHANTOM = /^(?:_{1,2}brand|__(?:tag|opaque|nominal|flavou?r|unit|phantom)(?!\p{Ll}))/u;

/** Names of which a property is a phantom where it is optional, or of a type that no JSON has. */
const HIDDEN = /^__(?!proto__$|typename$)/u;

/** Whether a member of a type literal is there for the compiler only: it has a symbol for a name, or says so. */
export function isPhantom(member: ts.TypeElement): boolean {
  const { name } = member;
  if (name === undefined || !ts.isPropertySignature(member)) return false;
  if (ts.isComputedPropertyName(name)) return !ts.isStringLiteral(name.expression);
  const text = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
  if (PHANTOM.test(text)) return true;
  if (!HIDDEN.test(text)) return false;
  return (
    (member.questionToken !== undefined && member.type !== undefined && ts.isLiteralTypeNode(member.type)) ||
    /^(?:unique symbol|never|void)$/u.test(member.type?.getText() ?? '')
  );
}

/** A brand by a name: `Branded<'Sku'>`. */
export function isPhantomObject(member: UnionMember): boolean {
  return member.kind === 'object' && member.properties.every(isPhantomProperty);
}

function isPhantomProperty({ name, optional, type }: PropertyTree): boolean {
  if (name.startsWith('[') || PHANTOM.test(name)) return true;
  if (!HIDDEN.test(name)) return false;
  return (optional && type.kind === 'enum' && type.values.length === 1) || type.kind === 'refused';
}

/**
 * The objects of brands as TypeScript that stands anywhere; undefined where a symbol names a property. What has no text
 * here (a unique symbol, a type of the user) is `any`: that property then fits whatever it is.
 */
export function phantomText(brands: readonly BrandPart[], context: TypeContext): string | undefined {
  const texts = brands.map(({ type, member }) => {
    if (member === undefined || ts.isTypeLiteralNode(type)) return literalText(type, context);
    return member.kind === 'object' && member.nominal !== true ? objectText(member.properties) : 'any';
  });
  const printed = texts.filter((text) => text !== undefined);
  return printed.length < texts.length ? undefined : printed.join(' & ');
}

function literalText(type: ts.TypeNode, context: TypeContext): string | undefined {
  if (!ts.isTypeLiteralNode(type)) return 'any';
  const members = type.members.map((member): string | undefined => {
    if (member.name === undefined || !ts.isPropertySignature(member)) return 'any';
    const { name } = member;
    if (ts.isComputedPropertyName(name) && !ts.isStringLiteral(name.expression)) return undefined;
    const text = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
    const readonly = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
    const mark = member.questionToken === undefined ? '' : '?';
    return `${readonly ? 'readonly ' : ''}${propertyName(text)}${mark}: ${tagText(member.type, context)}`;
  });
  const printed = members.filter((member) => member !== undefined);
  if (printed.length < members.length) return undefined;
  return printed.includes('any') ? 'any' : `{ ${printed.join('; ')} }`;
}

function objectText(properties: readonly PropertyTree[]): string | undefined {
  if (properties.some(({ name }) => name.startsWith('['))) return undefined;
  const members = properties.map(
    ({ name, optional, type }) => `${propertyName(name)}${optional ? '?' : ''}: ${valueText(type)}`,
  );
  return `{ ${members.join('; ')} }`;
}

/** The type of a brand's property. */
function tagText(type: ts.TypeNode | undefined, context: TypeContext): string {
  if (type === undefined) return 'any';
  const text = type.getText();
  if (/^(?:true|void|never|string|undefined)$/u.test(text)) return text;
  const isReadable = ts.isLiteralTypeNode(type) || ts.isTypeReferenceNode(type);
  return isReadable ? valueText(context.readMember(type)) : 'any';
}

function valueText(type: UnionMember): string {
  // An enum is compared by its name, which is not known here.
  if (type.kind !== 'enum' || type.members !== undefined) return 'any';
  const texts = type.values.map((value) =>
    typeof value === 'string' ? stringLiteral(value) : String(value),
  );
  return texts.join(' | ');
}

/** What the schema calls a brand: its text, or the name of its property or its type. */
export function brandName(type: ts.TypeNode, context: TypeContext): string {
  const literal = /'([^']+)'|"([^"]+)"/u.exec(type.getText());
  const [member] = ts.isTypeLiteralNode(type) ? type.members : [];
  const value = member !== undefined && ts.isPropertySignature(member) ? member.type : undefined;
  const given = value !== undefined && ts.isTypeReferenceNode(value) ? context.readMember(value) : undefined;
  if (given?.kind === 'enum' && given.values.length === 1) return String(given.values[0]);
  return (
    literal?.[1] ??
    literal?.[2] ??
    (member?.name ?? type)
      .getText()
      .replace(/\W+/gu, '_')
      .replace(/^_+|_+$/gu, '')
  );
}

import { ts } from '../ts-morph.js';
import { unfold } from '../../declaration/inner-types.js';
import type { ArrayTree, TupleTree } from '../../declaration/type-tree.js';
import { fits } from './fits/fits.js';
import { partsOf } from './fits/parts-of.js';
import { matchTemplate } from './infer-text.js';
import { nameOf } from './object-type.js';
import { declarationsOf } from './declarations-of.js';
import { aloneOr, isLone, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/** Whether a type fits `extends U`; undefined where a look at their kinds does not tell. Binds what is inferred. */
export function matches(
  node: ts.TypeNode,
  part: UnionMember,
  bindings: Map<ts.Declaration, UnionMember>,
  context: TypeContext,
): boolean | undefined {
  if (ts.isParenthesizedTypeNode(node)) return matches(node.type, part, bindings, context);
  if (ts.isInferTypeNode(node)) {
    const { constraint } = node.typeParameter;
    const answer = constraint === undefined || matches(constraint, part, bindings, context);
    if (answer === true) bindings.set(node.typeParameter, part);
    return answer;
  }
  if (isFunction(node, context)) return isData(part) ? false : undefined;
  const items = itemsNode(node);
  if (items !== undefined && holdsInfer(items)) {
    const list = isLone(part) ? part : unfold(part);
    if (list.kind === 'refused' || list.kind === 'reference') return undefined;
    if (list.kind !== 'array' && list.kind !== 'tuple') return false;
    if (list.readonly && !isReadonly(node)) return false;
    return matches(items, itemsOf(list), bindings, context);
  }
  if (holdsInfer(node)) return inferInside(node, part, bindings, context);
  return fits(part, context.within(node, { bindings }).readMember(node));
}

/** A function, or the name `Function` of the standard library. */
function isFunction(node: ts.TypeNode, { checker }: TypeContext): boolean {
  if (ts.isFunctionTypeNode(node)) return true;
  const isNamed = ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Function';
  return isNamed && declarationsOf(node.typeName, checker) === undefined;
}

/** Whether no value of a type can be called. */
function isData(part: UnionMember): boolean {
  return partsOf(part).every((one) => {
    if (one.kind === 'object') return !one.properties.some(({ type }) => type.kind === 'refused');
    return one.kind !== 'refused' && one.kind !== 'reference' && one.kind !== 'recursive';
  });
}

/** What stands in a list or a tuple, as one type. */
function itemsOf(list: ArrayTree | TupleTree): UnionMember {
  if (list.kind === 'array') return aloneOr(list.items);
  const { place, text } = list;
  const items = list.items.map(({ type }) => aloneOr(type));
  const isShort = list.items.some(({ optional }) => optional);
  return combine(
    [
      ...items,
      ...(list.rest === undefined ? [] : [aloneOr(list.rest)]),
      ...(isShort ? [{ kind: 'undefined', place, text } as const] : []),
    ],
    { place, text },
  );
}

/** `readonly T[]` or `ReadonlyArray<T>` */
function isReadonly(node: ts.TypeNode): boolean {
  return ts.isTypeOperatorNode(node) || node.getText().startsWith('Readonly');
}

function itemsNode(node: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(node)) return node.elementType;
  if (ts.isTypeOperatorNode(node)) return itemsNode(node.type);
  const isArray = ts.isTypeReferenceNode(node) && /^(?:Readonly)?Array$/u.test(node.typeName.getText());
  return isArray ? node.typeArguments?.[0] : undefined;
}

function holdsInfer(node: ts.Node): boolean {
  return (
    ts.isInferTypeNode(node) || ts.forEachChild(node, (child) => holdsInfer(child) || undefined) === true
  );
}

/** As {@link matches}, where `infer` stands inside of an object, a tuple, a set, a map or a text. */
function inferInside(
  node: ts.TypeNode,
  part: UnionMember,
  bindings: Map<ts.Declaration, UnionMember>,
  context: TypeContext,
): boolean | undefined {
  const type = isLone(part) ? part : unfold(part);
  const each = (pairs: readonly (readonly [ts.TypeNode, UnionMember | undefined])[]): boolean | undefined => {
    const answers = new Set(
      pairs.map(([wanted, found]) =>
        found === undefined ? false : matches(wanted, found, bindings, context),
      ),
    );
    if (answers.has(false)) return false;
    return answers.has(undefined) ? undefined : true;
  };
  if (ts.isTypeLiteralNode(node)) {
    const members = node.members.filter(ts.isPropertySignature);
    if (members.length < node.members.length) return undefined;
    // Of a brand nothing was read that could be inferred.
    if (!isLone(type) && type.marks !== undefined) return undefined;
    if (type.kind !== 'object')
      return type.kind === 'refused' || type.kind === 'reference' ? undefined : false;
    const pairs: (readonly [ts.TypeNode, UnionMember | undefined])[] = [];
    for (const { name, type: wanted, questionToken } of members) {
      const property = type.properties.find((one) => one.name === nameOf(name));
      const isOptional = questionToken !== undefined;
      if (wanted === undefined) return undefined;
      // Nothing tells what an absent property is: TypeScript says unknown.
      if (property === undefined && isOptional) return undefined;
      if (property?.optional === true && !isOptional) return false;
      const found = property === undefined ? undefined : aloneOr(property.type);
      pairs.push([
        wanted,
        property?.optional === true && found?.kind === 'undefinable' ? aloneOr(found.inner) : found,
      ]);
    }
    return each(pairs);
  }
  if (ts.isTemplateLiteralTypeNode(node)) return matchTemplate(node, type, bindings);
  if (ts.isTypeOperatorNode(node)) return inferInside(node.type, part, bindings, context);
  if (ts.isTupleTypeNode(node)) {
    const isClosed = type.kind === 'tuple' && type.readonly && !ts.isTypeOperatorNode(node.parent);
    return isClosed ? false : inferTuple(node, type, each);
  }
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const name = node.typeName.getText().replace(/^Readonly/u, '');
  const [first, second] = node.typeArguments ?? [];
  // No value of ours is a promise.
  if (name === 'Promise' || name === 'PromiseLike') return type.kind === 'refused' ? undefined : false;
  if (name === 'Set' && first !== undefined) return type.kind === 'set' && each([[first, type.items]]);
  if (name !== 'Map' || first === undefined || second === undefined) return undefined;
  return (
    type.kind === 'map' &&
    type.form === 'map' &&
    each([
      [first, type.key],
      [second, type.value],
    ])
  );
}

/** `[infer First, ...unknown[]]` */
function inferTuple(
  node: ts.TupleTypeNode,
  type: UnionMember,
  each: (pairs: readonly (readonly [ts.TypeNode, UnionMember | undefined])[]) => boolean | undefined,
): boolean | undefined {
  if (type.kind !== 'tuple') return type.kind === 'array' || type.kind === 'refused' ? undefined : false;
  const isPlain = type.rest === undefined && !type.items.some(({ optional }) => optional);
  const rest = node.elements.findIndex(ts.isRestTypeNode);
  const isOpen = rest >= 0 && /^\.\.\.(?:unknown|any)\[\]$/u.test(node.elements[rest]?.getText() ?? '');
  const fixed = node.elements.filter((element) => !ts.isRestTypeNode(element));
  if (!isPlain || (rest >= 0 && !isOpen) || !fixed.every((one) => !ts.isNamedTupleMember(one)))
    return undefined;
  const found = type.items.map((item) => aloneOr(item.type));
  if (rest < 0 ? found.length !== fixed.length : found.length < fixed.length) return false;
  const behind = rest < 0 ? 0 : fixed.length - rest;
  return each(
    fixed.map((element, at) => {
      const isBehind = rest >= 0 && at >= rest;
      return [element, isBehind ? found[found.length - behind + (at - rest)] : found[at]] as const;
    }),
  );
}

import { ts } from '../ts-morph.js';
import { unfold } from '../../declaration/inner-types.js';
import { typeKey } from '../../declaration/type-key.js';
import { isLone, refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

/** `T extends U ? X : Y`, where what is given to `T` decides it. */
export function readConditionalType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isConditionalTypeNode(node)) return undefined;
  const parameter = parameterOf(node.checkType, context);
  const checked = context.readMember(node.checkType);
  if (checked.kind === 'refused') return checked;
  // A bare type parameter is decided for each part of a union.
  const parts = parameter === undefined ? [checked] : partsOf(checked);
  const results = parts.map((part) => decide(node, part, parameter, context));
  return results.length === 1 ? results[0] : combine(results, written(node, context));
}

function decide(
  node: ts.ConditionalTypeNode,
  part: UnionMember,
  parameter: ts.Declaration | undefined,
  context: TypeContext,
): UnionMember {
  const bindings = new Map(context.bindings);
  if (parameter !== undefined) bindings.set(parameter, part);
  const answer = matches(node.extendsType, part, bindings, context);
  if (answer === undefined) {
    const what = `the conditional type '${written(node, context).text}', which cannot be decided here`;
    return refuse(node, context, what, 'write the type out');
  }
  return context.within(node, { bindings }).readMember(answer ? node.trueType : node.falseType);
}

/** Whether a type fits `extends U`; undefined where a look at their kinds does not tell. Binds what is inferred. */
function matches(
  node: ts.TypeNode,
  part: UnionMember,
  bindings: Map<ts.Declaration, UnionMember>,
  context: TypeContext,
): boolean | undefined {
  if (ts.isParenthesizedTypeNode(node)) return matches(node.type, part, bindings, context);
  if (ts.isInferTypeNode(node)) {
    bindings.set(node.typeParameter, part);
    return true;
  }
  const items = itemsNode(node);
  if (items !== undefined && holdsInfer(items)) {
    return part.kind === 'array' ? matches(items, part.items, bindings, context) : false;
  }
  if (holdsInfer(node)) return undefined;
  return fits(part, context.within(node, { bindings }).readMember(node));
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

/** The type parameter that a type node is, if it is bound. */
function parameterOf(node: ts.TypeNode, context: TypeContext): ts.Declaration | undefined {
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const declarations = context.checker.getSymbolAtLocation(node.typeName)?.declarations ?? [];
  return declarations.find((declaration) => context.bindings.has(declaration));
}

function partsOf(type: UnionMember): readonly UnionMember[] {
  const { place, text } = type;
  switch (type.kind) {
    case 'union':
      return type.variants.flatMap(partsOf);
    case 'nullable':
      return [...partsOf(type.inner), { kind: 'null', place, text }];
    case 'undefinable':
      return [...partsOf(type.inner), { kind: 'undefined', place, text }];
    case 'never':
      return [];
    case 'boolean':
      return [true, false].map((value) => ({ kind: 'enum', values: [value], place, text }));
    case 'enum':
      if (type.values.length === 1) return [type];
      return type.values.map((value, at) => ({
        ...type,
        values: [value],
        ...(type.members === undefined ? {} : { members: type.members.slice(at, at + 1) }),
      }));
    default:
      return [type];
  }
}

/** `Exclude<T, U>` and `Extract<T, U>`. */
export function excludeFrom(
  node: ts.Node,
  type: UnionMember,
  other: UnionMember,
  isExtract: boolean,
  context: TypeContext,
): UnionMember {
  if (type.kind === 'refused') return type;
  if (other.kind === 'refused') return other;
  const kept: UnionMember[] = [];
  for (const part of partsOf(type)) {
    const answer = fits(part, other);
    if (answer === undefined) {
      return refuse(
        node,
        context,
        `'${written(node, context).text}', which cannot be decided here`,
        'write the type out',
      );
    }
    if (answer === isExtract) kept.push(part);
  }
  return combine(kept, written(node, context));
}

/** Whether every value of one type is a value of another; undefined where their kinds do not tell. */
function fits(type: UnionMember, other: UnionMember): boolean | undefined {
  if (other.kind === 'json' || type.kind === 'never') return true;
  if (other.kind === 'never') return false;
  const targets = partsOf(other);
  if (targets.length !== 1 || targets[0] !== other) {
    const answers = new Set(targets.map((target) => fits(type, target)));
    if (answers.has(true)) return true;
    return answers.has(undefined) ? undefined : false;
  }
  const parts = partsOf(type);
  if (parts.length !== 1 || parts[0] !== type) {
    return all(parts.map((part) => fits(part, other)));
  }
  return onePartFits(unfoldMember(type), unfoldMember(other));
}

function onePartFits(type: UnionMember, other: UnionMember): boolean | undefined {
  if (type.kind === 'enum' && other.kind === 'enum') return type.values[0] === other.values[0];
  if (type.kind === 'enum') return typeof type.values[0] === other.kind;
  if (type.kind === 'template' && other.kind === 'string') return true;
  if (type.kind === 'array' && other.kind === 'array') return fits(type.items, other.items);
  if (type.kind === 'object' && other.kind === 'object') {
    const answers = other.properties.map((wanted): boolean | undefined => {
      const found = type.properties.find((property) => property.name === wanted.name);
      if (found === undefined) return wanted.optional;
      return found.optional && !wanted.optional ? false : fits(found.type, wanted.type);
    });
    return all(answers);
  }
  if (type.kind !== other.kind) return isOpenKind(type) || isOpenKind(other) ? undefined : false;
  if (['string', 'number', 'bigint', 'date', 'null', 'undefined'].includes(type.kind)) return true;
  return !isLone(type) && !isLone(other) && typeKey(type) === typeKey(other) ? true : undefined;
}

/** True where all are, false where one is, undefined where nobody knows. */
function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const given = new Set(answers);
  if (given.has(false)) return false;
  return given.has(undefined) ? undefined : true;
}

function isOpenKind({ kind }: UnionMember): boolean {
  return kind === 'reference' || kind === 'recursive' || kind === 'refused' || kind === 'json';
}

function unfoldMember(member: UnionMember): UnionMember {
  return isLone(member) ? member : unfold(member);
}

import { ts } from '../ts-morph.js';
import { partsOf } from './fits/parts-of.js';
import { matches } from './infer-type.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';
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

/** The type parameter that a type node is, if it is bound. */
function parameterOf(node: ts.TypeNode, context: TypeContext): ts.Declaration | undefined {
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const declarations = context.checker.getSymbolAtLocation(node.typeName)?.declarations ?? [];
  return declarations.find((declaration) => context.bindings.has(declaration));
}

import { ts } from '../ts-morph.js';
import type { ForwardSide, GivenMember, NamedMember } from '../../declaration/program-declaration.js';
import { bare } from './named-class.js';
import { ownPath } from './own-path.js';
import { literalName } from './properties.js';
import { returnedValues } from './returned-values.js';

/** What the `return` statements of a function give, where each of them tells it. */
export function givenBy(forward: ts.SignatureDeclaration, checker: ts.TypeChecker): ForwardSide | undefined {
  const body = 'body' in forward ? forward.body : undefined;
  if (body === undefined) return undefined;
  const given = (ts.isBlock(body) ? returnedValues(body) : [body]).map((value) =>
    sideOfValue(value, checker),
  );
  const [first, ...others] = given;
  const isSame = others.every((side) => JSON.stringify(side) === JSON.stringify(first));
  if (isSame) return first;
  const members = given.map((side) => (side?.kind === 'members' ? side.members : undefined));
  if (!members.every((each) => each !== undefined)) return undefined;
  // What one of them takes from elsewhere has no type that holds for all.
  const named = members.flat().map((member) => ('name' in member ? member.name : undefined));
  if (!named.every((name) => name !== undefined)) return undefined;
  const names = [...new Set(named)];
  return { kind: 'members', members: names.map((name) => ({ name })) };
}

/** Of `{ team, verdict: ... }`, and of `this.triage.run(..)` or its answer. */
function sideOfValue(value: ts.Expression, checker: ts.TypeChecker): ForwardSide | undefined {
  const node = bare(value);
  if (ts.isObjectLiteralExpression(node)) {
    const members = node.properties.map((property) => memberOf(property, checker));
    return members.every((member) => member !== undefined) ? { kind: 'members', members } : undefined;
  }
  const path = runPath(node) ?? answerPath(node, checker);
  return path === undefined ? undefined : { kind: 'predictor', path };
}

function memberOf(property: ts.ObjectLiteralElementLike, checker: ts.TypeChecker): GivenMember | undefined {
  if (ts.isSpreadAssignment(property)) {
    const allOf = answerPath(bare(property.expression), checker);
    return allOf === undefined ? undefined : { allOf };
  }
  const name =
    property.name === undefined
      ? undefined
      : ts.isComputedPropertyName(property.name)
        ? literalName(property.name)
        : property.name.text;
  if (name === undefined) return undefined;
  const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : undefined;
  const symbol = ts.isShorthandPropertyAssignment(property)
    ? checker.getShorthandAssignmentValueSymbol(property)
    : value !== undefined && ts.isIdentifier(value)
      ? checker.getSymbolAtLocation(value)
      : undefined;
  const of =
    value === undefined || ts.isIdentifier(value)
      ? answerOf(symbol?.valueDeclaration)
      : partOf(value, checker);
  return of === undefined ? { name } : { name, of };
}

/** `answer.team`. */
function partOf(value: ts.Expression, checker: ts.TypeChecker): NamedMember['of'] {
  if (!ts.isPropertyAccessExpression(value)) return undefined;
  const path = answerPath(bare(value.expression), checker);
  return path === undefined ? undefined : { path, output: value.name.text };
}

/** The path of the predictor in `const answer = await this.triage.run(..)`, or of the one that is awaited here. */
function answerPath(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (ts.isAwaitExpression(node)) return runPath(node);
  const variable = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (variable === undefined || !ts.isVariableDeclaration(variable) || !isConst(variable)) return undefined;
  const value = variable.initializer && bare(variable.initializer);
  return value !== undefined && ts.isAwaitExpression(value) ? runPath(value) : undefined;
}

function isConst(variable: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) !== 0;
}

/** `const { team } = await this.triage.run(..)`. */
function answerOf(declaration: ts.Declaration | undefined): NamedMember['of'] {
  if (declaration === undefined || !ts.isBindingElement(declaration)) return undefined;
  const { initializer, dotDotDotToken, name, propertyName = name } = declaration;
  const { parent: variable } = declaration.parent;
  if (initializer !== undefined || dotDotDotToken !== undefined || !ts.isIdentifier(propertyName))
    return undefined;
  if (!ts.isVariableDeclaration(variable) || variable.initializer === undefined) return undefined;
  const path = isConst(variable) ? runPath(bare(variable.initializer)) : undefined;
  return path === undefined ? undefined : { path, output: propertyName.text };
}

/** The path of the predictor in `await this.triage.run(..)`. */
function runPath(node: ts.Expression): string | undefined {
  if (ts.isAwaitExpression(node)) return runPath(bare(node.expression));
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return node.expression.name.text === 'run' ? ownPath(node.expression.expression) : undefined;
}

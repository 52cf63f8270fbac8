import { ts } from '../ts-morph.js';
import { namePath } from '../../program/predictor-path.js';
import { noteUnseen, type ProgramWalk } from './program-walk.js';
import { ownName } from './properties.js';

const AS_PROPERTY = "make it a property with an initializer: 'triage = new Predict(Ticket)'";

/** Notes the predictors of a class that stand where no walk of an instance, or no compiler, finds them. */
export function noteHidden(type: ts.ClassLikeDeclaration, walk: ProgramWalk): void {
  const { reader, path } = walk;
  const note = (node: ts.Node, at: string, found: string, hint: string): void =>
    noteUnseen(walk, node, found, hint, at);
  for (const member of type.members) {
    if (ts.isPropertyDeclaration(member)) {
      if (ownName(member) !== undefined) continue;
      const { initializer, name } = member;
      const holds =
        (initializer !== undefined && reader.mentions.inValue(initializer)) ||
        (member.type !== undefined && !isDeclared(member) && reader.mentions.inType(member.type));
      if (holds) note(name, `${path === '' ? '' : `${path}.`}${textOf(name)}`, ...hiddenProperty(member));
      continue;
    }
    if (ts.isConstructorDeclaration(member)) {
      for (const parameter of member.parameters) {
        const isProperty = ts.isParameterPropertyDeclaration(parameter, member);
        const holds = parameter.type !== undefined && reader.mentions.inType(parameter.type);
        if (isProperty && holds) {
          const found = 'a predictor that is given to the constructor';
          note(parameter, namePath(path, parameter.name.getText()), found, AS_PROPERTY);
        }
      }
    }
    for (const built of reader.mentions.builtIn(member)) {
      const target = assigned(built);
      const at = target === undefined ? path : namePath(path, target);
      const where = ts.isConstructorDeclaration(member) ? 'the constructor' : placeName(member);
      const loop = isInLoop(built, member) ? ', in a loop' : '';
      const hint =
        target === undefined ? AS_PROPERTY : `write '${target} = ${oneLine(built)}' among the properties`;
      note(built, at, `a predictor that is built in ${where}${loop}`, hint);
    }
  }
}

function hiddenProperty(member: ts.PropertyDeclaration): readonly [found: string, hint: string] {
  const { name } = member;
  const flags = ts.getCombinedModifierFlags(member);
  const plain = textOf(name).replace(/^#/u, '');
  if (ts.isPrivateIdentifier(name)) {
    return [`a predictor in the private name ${name.text}`, `write 'private ${plain} = ..' without #`];
  }
  if ((flags & ts.ModifierFlags.Static) !== 0) {
    return ['a predictor in a static property', "remove 'static': every program has predictors of its own"];
  }
  if ((flags & ts.ModifierFlags.Accessor) !== 0) {
    return ["a predictor in an 'accessor' property", "remove 'accessor'"];
  }
  if (plain === '__proto__') return ["a predictor under the name '__proto__'", 'give it another name'];
  return ['a predictor under a computed name', 'write the name out'];
}

/** `declare` and `abstract` properties bring nothing about. */
function isDeclared(member: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Ambient | ts.ModifierFlags.Abstract)) !== 0;
}

/** `triage` of `this.triage = new Predict(Ticket)`. */
function assigned(node: ts.NewExpression): string | undefined {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const { left } = parent;
  if (!ts.isPropertyAccessExpression(left) || left.expression.kind !== ts.SyntaxKind.ThisKeyword)
    return undefined;
  return left.name.text;
}

function isInLoop(node: ts.Node, end: ts.Node): boolean {
  for (let at = node.parent; at !== end; at = at.parent) {
    if (ts.isIterationStatement(at, false)) return true;
  }
  return false;
}

function placeName(member: ts.ClassElement): string {
  return member.name === undefined ? 'a static block' : `'${textOf(member.name)}'`;
}

function textOf(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}

function oneLine(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/gu, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

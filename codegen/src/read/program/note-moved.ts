import { ts } from '../ts-morph.js';
import { namePath } from '../../program/predictor-path.js';
import { isAssignment } from './mentions-predictor.js';
import { bare } from './named-class.js';
import { isOwnProperty, ownPath, ownRoots } from './own-path.js';
import { noteUnseen, type ProgramWalk } from './program-walk.js';

const BUILD = "build it among the properties: 'triage = new Predict(Ticket)'";
const MUTATES = /^(?:copyWithin|fill|pop|push|reverse|shift|sort|splice|unshift)$/u;

/** Whether the predictors that were found stand at a path or below it. */
type Holds = (path: string) => boolean;

/**
 * Notes what makes a walk of an instance find predictors elsewhere than their initializers say: another name that comes
 * first, and what constructors put, replace and remove.
 *
 * @param walk at the path of the module, whose properties have been read
 * @param properties in the order in which an instance has them
 */
export function noteMoved(
  classes: readonly ts.ClassLikeDeclaration[],
  properties: readonly (readonly [name: string, property: ts.PropertyDeclaration])[],
  walk: ProgramWalk,
): void {
  const holds: Holds = (path) => {
    const start = joined(walk.path, path);
    return walk.findings.predictors.some(
      (found) =>
        found.path === start ||
        (found.path.startsWith(start) && /^[.[]/u.test(found.path.slice(start.length))),
    );
  };
  properties.forEach(([name, { initializer }], at) => {
    if (initializer === undefined) return;
    const later = new Set(properties.slice(at + 1).map(([other]) => other));
    const first = ownRoots(initializer).find((root) => later.has(root) && holds(namePath('', root)));
    if (first === undefined) return;
    const found = `another name for what '${first}' holds, which comes before it in an instance`;
    noteUnseen(
      walk,
      initializer,
      found,
      `leave '${name}' out, or give it a name that comes after '${first}'`,
      namePath(walk.path, name),
    );
  });
  for (const type of classes) {
    for (const code of constructorCode(type)) noteIn(code, holds, walk);
  }
}

/** The constructor of a class, and the methods that it calls. */
function constructorCode(type: ts.ClassLikeDeclaration): readonly ts.Node[] {
  const code = new Set<ts.ClassElement>(type.members.filter(ts.isConstructorDeclaration));
  for (const member of code) {
    const called = new Set(ownRoots(member));
    for (const method of type.members) {
      if (ts.isMethodDeclaration(method) && called.has(method.name.getText())) code.add(method);
    }
  }
  return [...code];
}

function noteIn(code: ts.Node, holds: Holds, walk: ProgramWalk): void {
  const { mentions } = walk.reader;
  const isHeld = (value: ts.Expression): boolean => {
    const path = ownPath(value);
    return path !== undefined && path !== '' && holds(path);
  };
  const isPut = (value: ts.Expression): boolean =>
    mentions.builtIn(value).length === 0 && (isHeld(value) || mentions.inValue(value));
  const note = (node: ts.Node, found: string, hint = BUILD): void => {
    const path = ts.isExpression(node) ? ownPath(node) : undefined;
    const at = joined(walk.path, path ?? '');
    noteUnseen(walk, node, found, hint, at);
  };
  const replaced = (target: ts.Expression, word: string): void => {
    if (!isHeld(target)) return;
    note(target, `a predictor that the constructor ${word}`, 'leave it as its initializer says');
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) return;
    if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
      if (node.initializer !== undefined && isPut(node.initializer))
        note(node, 'a predictor that is given to the constructor');
    } else if (ts.isBinaryExpression(node) && isAssignment(node) && ownRoots(node.left).length > 0) {
      if (isHeld(node.right)) {
        const hint = `leave it out, and use '${node.right.getText()}' itself`;
        note(node.left, 'another name for a predictor, which the constructor gives', hint);
      } else if (isPut(node.right)) note(node.left, 'a predictor that the constructor puts there');
      else if (mentions.builtIn(node.right).length === 0) replaced(node.left, 'replaces');
    } else if (ts.isDeleteExpression(node)) replaced(bare(node.expression), 'removes');
    else if (ts.isCallExpression(node) && isAboutThis(node)) {
      const { expression } = node;
      if (node.arguments.some(isPut)) note(node, 'a predictor that the constructor puts there');
      else if (ts.isPropertyAccessExpression(expression) && MUTATES.test(expression.name.text))
        replaced(bare(expression.expression), 'moves');
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(code, visit);
}

/** `Object.assign(this, ..)`, `this.steps.push(..)`. */
function isAboutThis(node: ts.CallExpression): boolean {
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression) && isOwnProperty(expression.expression)) return true;
  return node.arguments.some(({ kind }) => kind === ts.SyntaxKind.ThisKeyword);
}

/** Two paths, one behind the other. */
function joined(path: string, more: string): string {
  return path === '' || more === '' || more.startsWith('[') ? `${path}${more}` : `${path}.${more}`;
}

import { ts } from '../ts-morph.js';
import type { ClassKinds } from './class-kind.js';
import { bare, namedBy } from './named-class.js';

/** Finds out whether code that is not understood brings predictors about, so that nothing is missed in silence. */
export class PredictorMentions {
  readonly #checker: ts.TypeChecker;
  readonly #kinds: ClassKinds;

  constructor(checker: ts.TypeChecker, kinds: ClassKinds) {
    this.#checker = checker;
    this.#kinds = kinds;
  }

  /** Every `new` of a predictor or a module in a piece of code. */
  builtIn(node: ts.Node): readonly ts.NewExpression[] {
    const found: ts.NewExpression[] = [];
    const visit = (part: ts.Node): void => {
      if (ts.isNewExpression(part) && this.#isOurs(part)) found.push(part);
      else ts.forEachChild(part, visit);
    };
    visit(node);
    return found;
  }

  /** True when an expression may give predictors: it builds some, or names or calls what does. */
  inValue(node: ts.Node, met = new Set<ts.Node>()): boolean {
    if (met.has(node)) return false;
    met.add(node);
    if (ts.isFunctionLike(node)) return this.builtIn(node).length > 0;
    if (ts.isNewExpression(node)) {
      if (this.#isOurs(node)) return true;
      const named = namedBy(bare(node.expression), this.#checker);
      if (named?.kind === 'class' && this.#builds(named.node)) return true;
      return node.arguments?.some((argument) => this.inValue(argument, met)) === true;
    }
    // What another property holds is found there.
    if (isOwnProperty(node)) return false;
    if (ts.isPropertyAccessExpression(node) || ts.isIdentifier(node)) {
      const named = namedBy(node, this.#checker);
      const isNamed = named?.kind === 'other' && this.#inDeclaration(named.declaration, met);
      return isNamed || (ts.isPropertyAccessExpression(node) && this.inValue(node.expression, met));
    }
    if (ts.isTypeNode(node)) return false;
    return ts.forEachChild(node, (part) => this.inValue(part, met) || undefined) === true;
  }

  /** True when a type names a predictor or a module: `Predict<typeof Ticket>[]`. */
  inType(node: ts.Node): boolean {
    if (ts.isTypeReferenceNode(node)) {
      const named = namedBy(node.typeName, this.#checker);
      if (named?.kind === 'class' && isOurKind(this.#kinds.chainOf(named.node).kind)) return true;
    }
    return ts.forEachChild(node, (part) => this.inType(part) || undefined) === true;
  }

  #isOurs(node: ts.NewExpression): boolean {
    return isOurKind(this.#kinds.kindOfNew(node));
  }

  /** A class that is no module and has predictors of its own. */
  #builds(node: ts.ClassLikeDeclaration): boolean {
    return node.members.some((member) => this.builtIn(member).length > 0);
  }

  #inDeclaration(declaration: ts.Declaration, met: Set<ts.Node>): boolean {
    if (ts.isParameter(declaration) || ts.isVariableDeclaration(declaration)) {
      if (declaration.type !== undefined && this.inType(declaration.type)) return true;
      return declaration.initializer !== undefined && this.inValue(declaration.initializer, met);
    }
    if (ts.isBindingElement(declaration)) return this.#inPattern(declaration, met);
    if (!ts.isFunctionLike(declaration)) return false;
    if (declaration.type !== undefined && this.inType(declaration.type)) return true;
    return this.builtIn(declaration).length > 0;
  }

  /** `const { triage } = build();` */
  #inPattern(element: ts.BindingElement, met: Set<ts.Node>): boolean {
    const owner = element.parent.parent;
    if (ts.isBindingElement(owner)) return this.#inPattern(owner, met);
    return this.#inDeclaration(owner, met);
  }
}

function isOurKind(kind: string): boolean {
  return kind === 'predictor' || kind === 'module';
}

/** `this.triage`, `this.steps[0]`. */
export function isOwnProperty(node: ts.Node): boolean {
  if (ts.isNonNullExpression(node)) return isOwnProperty(node.expression);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  return node.expression.kind === ts.SyntaxKind.ThisKeyword || isOwnProperty(node.expression);
}

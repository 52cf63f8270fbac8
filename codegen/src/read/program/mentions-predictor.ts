import { ts } from '../ts-morph.js';
import type { ClassKinds } from './class-kind.js';
import { bare, namedBy } from './named-class.js';
import { isOwnProperty } from './own-path.js';
import { returnedValues } from './returned-values.js';

/** Finds out whether code that is not understood brings predictors about, so that nothing is missed in silence. */
export class PredictorMentions {
  readonly #checker: ts.TypeChecker;
  readonly #kinds: ClassKinds;
  readonly #isSignature: (node: ts.Expression) => boolean;

  /** @param isSignature tells whether an expression names a signature class */
  constructor(checker: ts.TypeChecker, kinds: ClassKinds, isSignature: (node: ts.Expression) => boolean) {
    this.#checker = checker;
    this.#kinds = kinds;
    this.#isSignature = isSignature;
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
    if (ts.isFunctionLike(node)) return this.#inFunction(node, met);
    if (ts.isNewExpression(node)) {
      if (this.#isOurs(node) || this.isBuiltByOtherName(node)) return true;
      const named = namedBy(bare(node.expression), this.#checker);
      if (named?.kind === 'class' && this.#builds(named.node)) return true;
      return node.arguments?.some((argument) => this.inValue(argument, met)) === true;
    }
    if (ts.isCallExpression(node) && this.#givesOurs(node)) return true;
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

  /** True for `new` of a class that is no class by its name, and may be ours: `new kit.Ask(Ticket)`. */
  isBuiltByOtherName(node: ts.NewExpression): boolean {
    const callee = bare(node.expression);
    if (namedBy(callee, this.#checker)?.kind === 'class') return false;
    if (this.#isOurType(this.#checker.getTypeAtLocation(callee))) return true;
    // What a class of a package does with a signature, nobody knows.
    if (namedBy(leftmost(callee), this.#checker)?.kind === 'unknown') return false;
    return node.arguments?.some((argument) => this.#isSignature(argument)) === true;
  }

  #isOurs(node: ts.NewExpression): boolean {
    return isOurKind(this.#kinds.kindOfNew(node));
  }

  /** By the type that a call gives, or a class of ours that it is given. */
  #givesOurs(node: ts.CallExpression): boolean {
    const isGiven = node.arguments.some((argument) => this.#isOurClass(argument));
    return isGiven || this.#isOurType(this.#checker.getTypeAtLocation(node));
  }

  #isOurClass(node: ts.Expression): boolean {
    const named = namedBy(bare(node), this.#checker);
    return named?.kind === 'class' && isOurKind(this.#kinds.chainOf(named.node).kind);
  }

  /** The type of the class, or of what it builds. */
  #isOurType(type: ts.Type): boolean {
    const found = type.getSymbol()?.declarations?.find(ts.isClassLike);
    return found !== undefined && isOurKind(this.#kinds.chainOf(found).kind);
  }

  /** What a function builds or returns, functions that it calls for that included. */
  #inFunction(node: ts.SignatureDeclaration, met: Set<ts.Node>): boolean {
    if (this.builtIn(node).length > 0) return true;
    const body = 'body' in node ? node.body : undefined;
    if (body === undefined) return false;
    if (!ts.isBlock(body)) return this.inValue(body, met);
    return returnedValues(body).some((value) => this.inValue(value, met));
  }

  /** A class that is no module and has predictors of its own. */
  #builds(node: ts.ClassLikeDeclaration): boolean {
    return node.members.some((member) => this.builtIn(member).length > 0);
  }

  #inDeclaration(declaration: ts.Declaration, met: Set<ts.Node>): boolean {
    if (
      ts.isParameter(declaration) ||
      ts.isVariableDeclaration(declaration) ||
      ts.isPropertyDeclaration(declaration)
    ) {
      if (declaration.type !== undefined && this.inType(declaration.type)) return true;
      if (declaration.initializer !== undefined && this.inValue(declaration.initializer, met)) return true;
      return ts.isVariableDeclaration(declaration) && this.#isFilledLater(declaration, met);
    }
    if (ts.isPropertyAssignment(declaration)) return this.inValue(declaration.initializer, met);
    if (ts.isBindingElement(declaration)) return this.#inPattern(declaration, met);
    if (!ts.isFunctionLike(declaration)) return false;
    if (declaration.type !== undefined && this.inType(declaration.type)) return true;
    return this.#inFunction(declaration, met);
  }

  /** `let triage; triage = ..`, `const steps = []; steps.push(..)`. */
  #isFilledLater({ name }: ts.VariableDeclaration, met: Set<ts.Node>): boolean {
    if (!ts.isIdentifier(name)) return false;
    const isIt = (node: ts.Node): boolean =>
      ts.isIdentifier(node)
        ? node.text === name.text
        : (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
          isIt(node.expression);
    const visit = (node: ts.Node): boolean => {
      if (
        ts.isBinaryExpression(node) &&
        isAssignment(node) &&
        isIt(node.left) &&
        this.inValue(node.right, met)
      )
        return true;
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        isIt(node.expression)
      ) {
        if (node.arguments.some((argument) => this.inValue(argument, met))) return true;
      }
      return ts.forEachChild(node, (part) => visit(part) || undefined) === true;
    };
    return visit(name.getSourceFile());
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

function leftmost(node: ts.Expression): ts.Expression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? leftmost(bare(node.expression))
    : node;
}

/** `=`, `??=`, `||=`, `&&=`. */
export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.EqualsToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken
  );
}

import { ts } from '../ts-morph.js';
import { bare, namedBy } from './named-class.js';

/** What a class is to a program. `unknown`: its base classes cannot be followed to their end. */
export type ClassKind = 'predictor' | 'module' | 'other' | 'unknown';

/** A class and its bases. */
export interface ClassChain {
  readonly kind: ClassKind;
  /** The class and its bases up to ours, the farthest first. */
  readonly classes: readonly ts.ClassLikeDeclaration[];
  /** The base that cannot be followed. */
  readonly broken?: ts.Expression;
}

/** Follows the bases of classes to `Predict` and `Module`. */
export class ClassKinds {
  readonly #checker: ts.TypeChecker;
  readonly #standIn: ts.SourceFile;
  readonly #known = new Map<ts.ClassLikeDeclaration, ClassChain>();

  /** @param standIn the declarations that stand for the package `sigil` */
  constructor(checker: ts.TypeChecker, standIn: ts.SourceFile) {
    this.#checker = checker;
    this.#standIn = standIn;
  }

  /** What the class is that `new` is said of. */
  kindOfNew(node: ts.NewExpression): ClassKind {
    const named = namedBy(bare(node.expression), this.#checker);
    return named?.kind === 'class' ? this.chainOf(named.node).kind : 'other';
  }

  chainOf(node: ts.ClassLikeDeclaration): ClassChain {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const chain = this.#follow(node);
    this.#known.set(node, chain);
    return chain;
  }

  #follow(node: ts.ClassLikeDeclaration): ClassChain {
    const classes: ts.ClassLikeDeclaration[] = [];
    let current = node;
    for (;;) {
      if (current.getSourceFile() === this.#standIn) {
        const name = current.name?.text;
        return { kind: name === 'Predict' ? 'predictor' : name === 'Module' ? 'module' : 'other', classes };
      }
      if (classes.includes(current)) return { kind: 'unknown', classes };
      classes.unshift(current);
      const base = baseOf(current);
      if (base === undefined) return { kind: 'other', classes };
      const named = namedBy(bare(base), this.#checker);
      if (named?.kind !== 'class') return { kind: 'unknown', classes, broken: base };
      current = named.node;
    }
  }
}

/** What stands after `extends`. */
function baseOf(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
    ?.expression;
}

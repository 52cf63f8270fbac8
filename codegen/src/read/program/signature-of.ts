import type { ts } from '../ts-morph.js';
import type { Place } from '../../declaration/place.js';
import type { DecoratorFinder } from '../decorators.js';
import { bare, namedBy } from './named-class.js';
import { notFoundHint } from './not-exported.js';
import { isElsewhere, signatureIdOf } from '../signature-id-of.js';
import type { ClassKinds } from './class-kind.js';

/** The signature of a predictor, or why it cannot be told. */
export type FoundSignature =
  | { readonly id: string; readonly bases: readonly string[] }
  | { readonly found: string; readonly hint: string };

/** Finds the signature that is given to a predictor. */
export type SignatureFinder = (argument: ts.Expression | undefined) => FoundSignature;

/** @param onVisit is told about classes and files that the answer depends on */
export function signatureFinder(
  checker: ts.TypeChecker,
  kinds: ClassKinds,
  decoratorsOf: DecoratorFinder,
  at: (node: ts.Node) => Place,
  onVisit: (node: ts.Node) => void,
): SignatureFinder {
  const idOf = (node: ts.ClassLikeDeclaration) => signatureIdOf(node, at(node), decoratorsOf);
  return (argument) => {
    if (argument === undefined) {
      return { found: 'no signature', hint: "give it a class with @Signature(): 'new Predict(Ticket)'" };
    }
    const given = bare(argument);
    const text = argument.getText();
    const named = namedBy(given, checker);
    if (named?.kind === 'unknown') {
      return {
        found: `'${text}', whose declaration was not found`,
        hint: notFoundHint(given, checker),
      };
    }
    if (named?.kind !== 'class') {
      return {
        found: `'${text}', which is no class by its name`,
        hint: "name the signature class itself: 'new Predict(Ticket)'",
      };
    }
    onVisit(named.node);
    const id = idOf(named.node);
    if (id === undefined) {
      const elsewhere = isElsewhere(named.node, at(named.node));
      return {
        found: `'${text}', which ${elsewhere ? 'has no generated file beside it' : 'is no class with @Signature()'}`,
        hint: elsewhere
          ? "run 'sigil generate' where it comes from, and build that package"
          : "put '@Signature()' above it",
      };
    }
    const bases = kinds.chainOf(named.node).classes.slice(0, -1).toReversed();
    return { id, bases: bases.map(idOf).filter((base) => base !== undefined) };
  };
}

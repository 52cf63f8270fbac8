import { existsSync, readFileSync } from 'node:fs';
import { ts } from '../ts-morph.js';
import type { Place } from '../../declaration/place.js';
import { signatureId, stem } from '../../sources/source-paths.js';
import type { DecoratorFinder } from '../decorators.js';
import { bare, namedBy } from './named-class.js';
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
  const idOf = (node: ts.ClassLikeDeclaration): string | undefined => {
    const name = node.name?.text;
    if (name === undefined) return undefined;
    const { file } = at(node);
    const isElsewhere = node.getSourceFile().isDeclarationFile || file.startsWith('..');
    if (isElsewhere) return idInGeneratedFile(node.getSourceFile().fileName, name);
    return isSignature(node, decoratorsOf) ? signatureId(file, name) : undefined;
  };
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
        hint: 'check the import and its path; if it comes from a package, is it built?',
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
      const isElsewhere =
        named.node.getSourceFile().isDeclarationFile || at(named.node).file.startsWith('..');
      return {
        found: `'${text}', which ${isElsewhere ? 'has no generated file beside it' : 'is no class with @Signature()'}`,
        hint: isElsewhere
          ? "run 'sigil generate' where it comes from, and build that package"
          : "put '@Signature()' above it",
      };
    }
    const bases = kinds.chainOf(named.node).classes.slice(0, -1).toReversed();
    return { id, bases: bases.map(idOf).filter((base) => base !== undefined) };
  };
}

function isSignature(node: ts.ClassLikeDeclaration, decoratorsOf: DecoratorFinder): boolean {
  return decoratorsOf(node).some(({ name }) => name === 'Signature');
}

/** A class of another project has the id that it was generated with there. */
function idInGeneratedFile(path: string, name: string): string | undefined {
  const base = stem(path.replace(/\.d\.([cm]?)ts$/u, '.$1ts'));
  const extension = /\.([cm]?)tsx?$/u.exec(path)?.[1] ?? '';
  for (const end of [`.gen.${extension}ts`, `.gen.${extension}js`]) {
    const file = `${base}${end}`;
    if (!existsSync(file)) continue;
    const ids = readFileSync(file, 'utf8').matchAll(/\bid: (['"])((?:(?!\1).)+)\1/gu);
    for (const [, , id] of ids) if (id?.endsWith(`#${name}`) === true) return id;
  }
  return undefined;
}

import { existsSync, readFileSync } from 'node:fs';
import type { ts } from './ts-morph.js';
import type { Place } from '../declaration/place.js';
import { signatureId, stem } from '../sources/source-paths.js';
import type { DecoratorFinder } from './decorators.js';

/** The id of a signature class; undefined for a class that is none. */
export function signatureIdOf(
  node: ts.ClassLikeDeclaration,
  place: Place,
  decoratorsOf: DecoratorFinder,
): string | undefined {
  const name = node.name?.text;
  if (name === undefined) return undefined;
  if (isElsewhere(node, place)) return idInGeneratedFile(node.getSourceFile().fileName, name);
  const isSignature = decoratorsOf(node).some((use) => use.name === 'Signature');
  return isSignature ? signatureId(place.file, name) : undefined;
}

/** True for a class of another project: it has the id that it was generated with there. */
export function isElsewhere(node: ts.Node, { file }: Place): boolean {
  return node.getSourceFile().isDeclarationFile || file.startsWith('..');
}

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

import { ts } from './ts-morph.js';
import type { Wiring } from '../declaration/source-declaration.js';
import { generatedPath } from '../sources/source-paths.js';
import { hasArtifact } from './read-class.js';

/**
 * Finds where the two lines of `--wire` go, and how this file writes its imports.
 *
 * @param classes the signature classes of the file
 */
export function readWiring(source: ts.SourceFile, classes: readonly ts.ClassLikeDeclaration[]): Wiring {
  const imports = source.statements.filter(ts.isImportDeclaration);
  const last = imports.at(-1);
  const specifiers = imports
    .map((statement) => statement.moduleSpecifier)
    .filter((specifier) => ts.isStringLiteral(specifier));
  const quoted = specifiers[0]?.getText(source);
  const unwired = classes.filter((node) => node.name !== undefined && !hasArtifact(node));
  return {
    ...namespaceOf(source, imports),
    freeName: unwired.length === 0 ? 'gen' : freeName(source),
    importsEnd: lineEndAfter(source, last?.getEnd() ?? 0),
    lineEnd: source.text.includes('\r\n') ? '\r\n' : '\n',
    quote: quoted?.startsWith('"') === true ? '"' : "'",
    semicolon: last === undefined || last.getText(source).endsWith(';') ? ';' : '',
    extension: extensionOf(
      source,
      specifiers.map((specifier) => specifier.text),
    ),
    classes: unwired.map((node) => bodyOf(node, source)),
  };
}

function namespaceOf(
  source: ts.SourceFile,
  imports: readonly ts.ImportDeclaration[],
): { namespace?: string } {
  const file = generatedPath(source.fileName).split('/').at(-1) ?? '';
  const wanted = `./${file.replace(/\.[cm]?ts$/u, '')}`;
  for (const statement of imports) {
    const { moduleSpecifier: specifier, importClause: clause } = statement;
    if (!ts.isStringLiteral(specifier) || specifier.text.replace(/\.[cm]?[jt]s$/u, '') !== wanted) continue;
    const named = clause?.namedBindings;
    if (
      named !== undefined &&
      ts.isNamespaceImport(named) &&
      clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    ) {
      return { namespace: named.name.text };
    }
  }
  return {};
}

function lineEndAfter(source: ts.SourceFile, position: number): number {
  // A comment that begins on this line may go on over others.
  const start = ts.getTrailingCommentRanges(source.text, position)?.at(-1)?.end ?? position;
  const rest = source.text.slice(start).search(/\r?\n/u);
  const end = rest < 0 ? source.text.length : start + rest;
  // Behind other code of the same line could be the middle of a comment.
  return position > 0 && source.text.slice(start, end).trim() !== '' ? start : end;
}

/** `gen`, or `gen2` and so on where the file already has that word. */
function freeName(source: ts.SourceFile): string {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  let name = 'gen';
  for (let at = 2; words.has(name); at += 1) name = `gen${at}`;
  return name;
}

/** As in the file's other relative imports; `.js`, which every compiler setting takes, where it has none. */
function extensionOf(source: ts.SourceFile, specifiers: readonly string[]): Wiring['extension'] {
  if (source.fileName.endsWith('.mts')) return '.mjs';
  if (source.fileName.endsWith('.cts')) return '.cjs';
  const relative = specifiers.find((text) => /^\.{1,2}\//u.test(text) && !/\.(?:json|css)$/u.test(text));
  if (relative === undefined || relative.endsWith('.js')) return '.js';
  return /\.tsx?$/u.test(relative) ? '.ts' : '';
}

function bodyOf(node: ts.ClassLikeDeclaration, source: ts.SourceFile): Wiring['classes'][number] {
  const brace = node.getChildren(source).find((child) => child.kind === ts.SyntaxKind.OpenBraceToken);
  const bodyStart = brace?.getEnd() ?? node.members.pos;
  const lineStart = /^[^\S\r\n]*\r?\n/u.exec(source.text.slice(bodyStart));
  const first = source.text.slice(bodyStart).search(/\S/u) + bodyStart;
  const indent = /[^\S\r\n]*$/u.exec(source.text.slice(0, first))?.[0] ?? '';
  return { name: node.name?.text ?? '', bodyStart, ...(lineStart === null ? {} : { indent }) };
}

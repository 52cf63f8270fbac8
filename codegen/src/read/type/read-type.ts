import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { Place } from '../../declaration/place.js';
import type { TypeTree } from '../../declaration/type-tree.js';
import { readArrayType } from './array-type.js';
import { readKeywordType } from './keyword-type.js';
import { readLiteralType } from './literal-type.js';
import { readTypeLiteral } from './object-type.js';
import { readOtherType } from './other-type.js';
import { readTypeReference } from './reference-type.js';
import { refuse, type LoneMember, type TypeContext, type UnionMember } from './type-context.js';
import { readUnionType } from './union-type.js';

/** What the reader of types takes from its surroundings. */
export interface TypeReaderOptions {
  readonly checker: ts.TypeChecker;
  placeOf(node: ts.Node): Place;
  docOf(node: ts.Node): DocComment | undefined;
  /** Called with every declaration that a type leads to. */
  onVisit(declaration: ts.Node): void;
}

/** One reader for each kind of type; the first that knows the node reads it. */
const READERS: readonly ((node: ts.TypeNode, context: TypeContext) => UnionMember | undefined)[] = [
  readKeywordType,
  readLiteralType,
  readUnionType,
  readArrayType,
  readTypeLiteral,
  readTypeReference,
];

/** Reads the type of a field, through aliases and interfaces in whatever file they stand. */
export function readType(node: ts.TypeNode, options: TypeReaderOptions): TypeTree {
  return contextWith(options, new Set()).read(node);
}

function contextWith(options: TypeReaderOptions, open: ReadonlySet<ts.Node>): TypeContext {
  const context: TypeContext = {
    checker: options.checker,
    open,
    placeOf: (node) => options.placeOf(node),
    docOf: (node) => options.docOf(node),
    read: (node) => standalone(node, context.readMember(node), context),
    readMember: (node) => {
      if (ts.isParenthesizedTypeNode(node)) return context.readMember(node.type);
      for (const reader of READERS) {
        const read = reader(node, context);
        if (read !== undefined) return read;
      }
      return readOtherType(node, context);
    },
    within: (declaration) => {
      options.onVisit(declaration);
      return contextWith(options, new Set([...open, declaration]));
    },
  };
  return context;
}

/** A type that stands by itself must have more than one value. */
function standalone(node: ts.TypeNode, member: UnionMember, context: TypeContext): TypeTree {
  if (!isLone(member)) return member;
  const hint =
    member.kind === 'true' || member.kind === 'false' ? "write 'boolean'" : 'write a type that has values';
  return refuse(node, context, `'${member.kind}' alone`, hint);
}

function isLone(member: UnionMember): member is LoneMember {
  return (
    member.kind === 'null' || member.kind === 'undefined' || member.kind === 'true' || member.kind === 'false'
  );
}

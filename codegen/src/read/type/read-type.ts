import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { Place } from '../../declaration/place.js';
import type { TypeTree } from '../../declaration/type-tree.js';
import { readArrayType } from './array-type.js';
import { readConditionalType } from './conditional-type.js';
import { readIndexedType } from './indexed-type.js';
import { readIntersectionType } from './intersection-type.js';
import { readKeyofType } from './keyof-type.js';
import { readKeywordType } from './keyword-type.js';
import { readLiteralType } from './literal-type.js';
import { readMappedType } from './mapped-type.js';
import { readTypeLiteral } from './object-type.js';
import { readOtherType } from './other-type.js';
import { readImportType, readNamed, readTypeReference } from './reference-type.js';
import { settleUnions } from './settle-unions.js';
import { readTemplateType } from './template-type.js';
import { readTupleType } from './tuple-type.js';
import { readTypeofType } from './typeof-type.js';
import { standalone, type TypeContext, type UnionMember } from './type-context.js';
import { readUnionType } from './union-type.js';

/** What the reader of types takes from its surroundings. */
export interface TypeReaderOptions {
  readonly checker: ts.TypeChecker;
  placeOf(node: ts.Node): Place;
  docOf(node: ts.Node): DocComment | undefined;
  /** Called with every declaration that a type leads to. */
  onVisit(declaration: ts.Node): void;
  /** What the type parameters of the class around stand for. */
  readonly bindings?: TypeBindings;
}

/** What type parameters stand for, by their declarations. */
export type TypeBindings = TypeContext['bindings'];

/** One reader for each kind of type; the first that knows the node reads it. */
const READERS: readonly ((node: ts.TypeNode, context: TypeContext) => UnionMember | undefined)[] = [
  readKeywordType,
  readLiteralType,
  readUnionType,
  readArrayType,
  readTypeLiteral,
  readTypeReference,
  readTupleType,
  readIntersectionType,
  readTemplateType,
  readKeyofType,
  readIndexedType,
  readMappedType,
  readConditionalType,
  readTypeofType,
  readImportType,
];

/** Reads the type of a field, through aliases and interfaces in whatever file they stand. */
export function readType(node: ts.TypeNode, options: TypeReaderOptions): TypeTree {
  return settleUnions(outermost(options).read(node));
}

/** Reads the type that a declaration makes: an alias, an interface, an enum, a class with data. */
export function readDeclaredType(name: ts.Identifier, options: TypeReaderOptions): TypeTree {
  const context = outermost(options);
  return settleUnions(standalone(name, context.readNamed(name, name, []), context));
}

/** What the type parameters of a base class stand for where a class extends it. */
export function bindTypeParameters(
  base: ts.ClassLikeDeclaration,
  given: readonly ts.TypeNode[],
  options: TypeReaderOptions,
): TypeBindings {
  const bindings = new Map(options.bindings);
  for (const [at, parameter] of (base.typeParameters ?? []).entries()) {
    const argument = given[at];
    if (argument !== undefined) bindings.set(parameter, outermost(options).readMember(argument));
    else if (parameter.default !== undefined) {
      bindings.set(parameter, outermost({ ...options, bindings }).readMember(parameter.default));
    }
  }
  return bindings;
}

function outermost(options: TypeReaderOptions): TypeContext {
  return contextWith(options, { open: [], bindings: options.bindings ?? new Map(), depth: 0 });
}

type Surroundings = Pick<TypeContext, 'open' | 'bindings' | 'depth'>;

function contextWith(options: TypeReaderOptions, around: Surroundings): TypeContext {
  const context: TypeContext = {
    checker: options.checker,
    ...around,
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
    readNamed: (node, name, typeArguments) => readNamed(node, name, typeArguments, context),
    within: (declaration, { open, bindings } = {}) => {
      options.onVisit(declaration);
      return contextWith(options, {
        open: open === undefined ? around.open : [...around.open, open],
        bindings: bindings ?? around.bindings,
        depth: bindings === undefined ? around.depth : around.depth + 1,
      });
    },
  };
  return context;
}

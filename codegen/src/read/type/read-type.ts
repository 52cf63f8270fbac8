import { ts } from '../ts-morph.js';
import type { DocComment } from '../../declaration/doc-comment.js';
import type { Place } from '../../declaration/place.js';
import { innerTypes } from '../../declaration/inner-types.js';
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
import { isLone, refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';
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

/** How many types one type may be made of. */
const MAX_TYPES = 20_000;

/** How many types were read for one field. */
interface Count {
  read: number;
}

const sizes = new WeakMap<UnionMember, number>();

/** How many types a type is made of. One object may stand in many places of it. */
function sizeOf(type: UnionMember): number {
  const known = sizes.get(type);
  if (known !== undefined) return known;
  const inner = isLone(type) ? [] : innerTypes(type);
  const size = inner.reduce((sum, { type: one }) => sum + sizeOf(one), 1);
  sizes.set(type, size);
  return size;
}

/** Reads the type of a field, through aliases and interfaces in whatever file they stand. */
export function readType(node: ts.TypeNode, options: TypeReaderOptions): TypeTree {
  return settled(node, options, (context) => context.readMember(node));
}

/** Reads the type that a declaration makes: an alias, an interface, an enum, a class with data. */
export function readDeclaredType(name: ts.Identifier, options: TypeReaderOptions): TypeTree {
  return settled(name, options, (context) => context.readNamed(name, name, []));
}

function settled(
  node: ts.Node,
  options: TypeReaderOptions,
  read: (context: TypeContext) => UnionMember,
): TypeTree {
  const count = { read: 0 };
  const context = outermost(options, count);
  const type = standalone(node, read(context), context);
  if (count.read <= MAX_TYPES) return settleUnions(type);
  const what = `made of more than ${MAX_TYPES} types, with all that its names stand for`;
  return refuse(node, context, what, 'write a smaller type', 'recursive');
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

function outermost(options: TypeReaderOptions, count: Count = { read: 0 }): TypeContext {
  const around = { open: [], bindings: options.bindings ?? new Map(), depth: 0 };
  return contextWith(options, around, count);
}

type Surroundings = Pick<TypeContext, 'open' | 'bindings' | 'depth'>;

function contextWith(options: TypeReaderOptions, around: Surroundings, count: Count): TypeContext {
  const context: TypeContext = {
    checker: options.checker,
    ...around,
    placeOf: (node) => options.placeOf(node),
    docOf: (node) => options.docOf(node),
    repeat: (type) => {
      count.read += sizeOf(type);
    },
    read: (node) => standalone(node, context.readMember(node), context),
    readMember: (node) => {
      if (ts.isParenthesizedTypeNode(node)) return context.readMember(node.type);
      count.read += 1;
      // What is read from here on will be thrown away.
      if (count.read > MAX_TYPES) return { kind: 'boolean', ...written(node, context) };
      for (const reader of READERS) {
        const read = reader(node, context);
        if (read !== undefined) return read;
      }
      return readOtherType(node, context);
    },
    readNamed: (node, name, typeArguments) => readNamed(node, name, typeArguments, context),
    within: (declaration, { open, bindings } = {}) => {
      options.onVisit(declaration);
      const inside = {
        open: open === undefined ? around.open : [...around.open, open],
        bindings: bindings ?? around.bindings,
        depth: bindings === undefined ? around.depth : around.depth + 1,
      };
      return contextWith(options, inside, count);
    },
  };
  return context;
}

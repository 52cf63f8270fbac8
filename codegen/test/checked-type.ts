import type { ValueType } from '@sigil/spec';
import { Project, ts } from 'ts-morph';

/** How deep two types are compared: below, a recursive one says nothing new. */
const DEPTH = 6;

/** What the TypeScript checker finds for a type of a text, with the standard library, in a form of its own. */
export function checkedType(source: string, name: string): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'] },
  });
  const file = project.createSourceFile('source.ts', source);
  const [problem] = file.getPreEmitDiagnostics();
  if (problem !== undefined) throw new Error(String(problem.getMessageText()));
  const statement =
    file.getTypeAlias(name) ?? file.getInterface(name) ?? file.getEnum(name) ?? file.getClass(name);
  if (statement === undefined) throw new Error(`The text has no type ${name}.`);
  return ofChecker(statement.getType().compilerType, project.getTypeChecker().compilerObject, 0);
}

const PRIMITIVE =
  ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.BigIntLike;

function ofChecker(type: ts.Type, checker: ts.TypeChecker, depth: number): string {
  const inner = (one: ts.Type): string => ofChecker(one, checker, depth + 1);
  if (type.isUnion()) return union(type.types.map((part) => ofChecker(part, checker, depth)));
  if ((type.flags & ts.TypeFlags.Null) !== 0) return 'null';
  if ((type.flags & ts.TypeFlags.Undefined) !== 0) return 'undefined';
  if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) return checker.typeToString(type);
  if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
  if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return 'json';
  if (type.isIntersection()) {
    const primitive = type.types.find((part) => (part.flags & PRIMITIVE) !== 0);
    if (primitive !== undefined) return inner(primitive);
  }
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0)
    return checker.typeToString(type);
  if (depth > DEPTH) return '..';
  const [first, second] = checker.getTypeArguments(type as ts.TypeReference);
  if (checker.isArrayType(type) && first !== undefined) return `list(${inner(first)})`;
  if (checker.isTupleType(type)) return tuple(type as ts.TupleTypeReference, checker, depth);
  const standard = /^(?:Readonly)?(Date|Set|Map)$/u.exec(type.symbol?.name ?? '')?.[1];
  if (standard === 'Date') return 'date';
  if (standard === 'Set' && first !== undefined) return `set(${inner(first)})`;
  if (standard === 'Map' && first !== undefined && second !== undefined)
    return `map(${inner(first)}: ${inner(second)})`;
  const properties = checker.getPropertiesOfType(type).filter(({ name }) => !name.startsWith('__'));
  const [index] = checker.getIndexInfosOfType(type);
  if (properties.length === 0 && index !== undefined)
    return `record(${inner(index.keyType)}: ${inner(index.type)})`;
  if (properties.length === 0) return 'json';
  return object(
    properties.map((property) => ({
      name: property.name,
      optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
      type: inner(checker.getTypeOfSymbol(property)),
    })),
  );
}

function tuple(type: ts.TupleTypeReference, checker: ts.TypeChecker, depth: number): string {
  const items = checker.getTypeArguments(type).map((item, at) => {
    const flags = type.target.elementFlags[at] ?? 0;
    const text = ofChecker(item, checker, depth + 1);
    if ((flags & ts.ElementFlags.Rest) !== 0) return `...${text}`;
    return (flags & ts.ElementFlags.Optional) !== 0 ? `${withoutUndefined(text)}?` : text;
  });
  return `tuple(${items.join(', ')})`;
}

interface Property {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
}

/** `T | undefined` is a property that may be absent. One that is always absent is none. */
function object(properties: readonly Property[]): string {
  const texts = properties
    .filter(({ type }) => type !== 'undefined' && type !== 'never')
    .map(({ name, optional, type }) => {
      const isOptional = optional || withoutUndefined(type) !== type;
      return `${name}${isOptional ? '?' : ''}: ${withoutUndefined(type)}`;
    });
  return `{${texts.toSorted().join(', ')}}`;
}

function withoutUndefined(type: string): string {
  return type.replace(/^undefined \| | \| undefined(?= \||$)/gu, '');
}

/** Parts in one order, without literals that another part takes in. */
function union(parts: readonly string[]): string {
  const flat = new Set(parts);
  if (flat.has('true') && flat.has('false')) {
    flat.delete('true');
    flat.delete('false');
    flat.add('boolean');
  }
  const kept = [...flat].filter(
    (part) => !(flat.has('string') && part.startsWith('"')) && !(flat.has('number') && /^-?\d/u.test(part)),
  );
  return kept.toSorted().join(' | ');
}

/** The parts of a type that is a union itself. */
function partsOf(type: ValueType, known: Known, depth: number): readonly string[] {
  switch (type.kind) {
    case 'union':
      return type.variants.flatMap((variant) => partsOf(variant, known, depth));
    case 'nullable':
      return [...partsOf(type.inner, known, depth), 'null'];
    case 'enum':
      return type.values.map((value) => JSON.stringify(value));
    case 'recursive':
      return partsOf(type.type, new Map([...known, [type.name, type]]), depth);
    case 'reference': {
      const target = known.get(type.name);
      return target === undefined ? [`?${type.name}`] : partsOf(target, known, depth);
    }
    default:
      return [readForm(type, known, depth)];
  }
}

type Known = ReadonlyMap<string, ValueType>;

/** The same form of a type that was read. */
export function readForm(type: ValueType, known: Known = new Map(), depth = 0): string {
  const inner = (one: ValueType): string => readForm(one, known, depth + 1);
  switch (type.kind) {
    case 'enum':
      return union(type.values.map((value) => JSON.stringify(value)));
    case 'template':
      return `\`${type.parts
        .map((part) => {
          if (typeof part === 'string') return part;
          return `\${${part.kind === 'choice' ? part.values.map((one) => JSON.stringify(one)).join(' | ') : part.kind}}`;
        })
        .join('')}\``;
    case 'nullable':
      return union([...partsOf(type.inner, known, depth), 'null']);
    case 'union':
      return union(partsOf(type, known, depth));
    case 'recursive':
      return readForm(type.type, new Map([...known, [type.name, type]]), depth);
    case 'reference': {
      const target = known.get(type.name);
      return target === undefined ? `?${type.name}` : readForm(target, known, depth);
    }
    case 'array':
      return depth > DEPTH ? '..' : `list(${inner(type.items)})`;
    case 'set':
      return depth > DEPTH ? '..' : `set(${inner(type.items)})`;
    case 'map':
      if (depth > DEPTH) return '..';
      return `${type.form === 'map' ? 'map' : 'record'}(${inner(type.key)}: ${inner(type.value)})`;
    case 'tuple': {
      if (depth > DEPTH) return '..';
      const items = type.items.map((item) => `${inner(item.type)}${item.optional === true ? '?' : ''}`);
      return `tuple(${[...items, ...(type.rest === undefined ? [] : [`...${inner(type.rest)}`])].join(', ')})`;
    }
    case 'object':
      if (depth > DEPTH) return '..';
      return object(
        type.properties.map(({ name, optional, type: one }) => ({
          name,
          optional: optional === true,
          type: inner(one),
        })),
      );
    case 'date':
      return depth > DEPTH ? '..' : 'date';
    default:
      return type.kind;
  }
}

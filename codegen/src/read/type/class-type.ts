import { ts } from '../ts-morph.js';
import type { PropertyTree, Remark, TypeTree } from '../../declaration/type-tree.js';
import { literalValue } from './literal-type.js';
import { nameOf, readBase } from './object-type.js';
import { refuse, remarkPlace, written, type TypeContext, type UnionMember } from './type-context.js';

/** A class with nothing but data, as an object: its public properties. One with methods is refused. */
export function readClassType(
  node: ts.Node,
  declaration: ts.ClassDeclaration,
  identity: string,
  context: TypeContext,
): UnionMember {
  const name = declaration.name?.text ?? 'class';
  const method = declaration.members.find((member) => ts.isMethodDeclaration(member) && !isStatic(member));
  if (method !== undefined) {
    const found = `the class '${name}', which has the method '${method.name?.getText() ?? ''}'`;
    return refuse(node, context, found, 'write an interface with its data');
  }
  const properties = new Map<string, PropertyTree>();
  const base = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0];
  if (base !== undefined) {
    const read = readBase(base, context);
    if (typeof read === 'string') return refuse(base, context, read, 'write its properties out');
    for (const property of read) properties.set(property.name, property);
  }
  const skipped: string[] = [];
  for (const member of dataMembers(declaration)) {
    const property = readMember(member, context);
    if (property === undefined) skipped.push(member.name.getText());
    else properties.set(property.name, property);
  }
  if (properties.size === 0) {
    return refuse(
      node,
      context,
      `the class '${name}', which has no public properties`,
      'write an interface with its data',
    );
  }
  const about = written(node, context);
  const left = skipped.length === 0 ? '' : `; left out: ${skipped.join(', ')}`;
  const remark: Remark = {
    kind: 'class',
    place: remarkPlace(declaration.name ?? node, node, context),
    message: `Values of the class '${name}' are plain objects with its public properties, not instances${left}`,
    hint: 'nothing to do; an interface says the same',
  };
  const nominal = skipped.length === 0 ? {} : { nominal: true as const };
  return {
    kind: 'object',
    name,
    identity,
    properties: [...properties.values()],
    open: false,
    ...about,
    ...nominal,
    remarks: [remark],
  };
}

type DataMember = (ts.PropertyDeclaration | ts.ParameterDeclaration | ts.AccessorDeclaration) & {
  readonly name: ts.PropertyName;
};

function dataMembers(declaration: ts.ClassDeclaration): readonly DataMember[] {
  const members = declaration.members.flatMap((member): readonly ts.Node[] => {
    if (isStatic(member)) return [];
    if (!ts.isConstructorDeclaration(member)) return [member];
    return member.parameters.filter((parameter) => ts.isParameterPropertyDeclaration(parameter, member));
  });
  return members.filter(
    (member): member is DataMember =>
      ts.isPropertyDeclaration(member) || ts.isParameter(member) || ts.isAccessor(member),
  );
}

function readMember(member: DataMember, context: TypeContext): PropertyTree | undefined {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isHidden =
    (ts.getCombinedModifierFlags(member) & hidden) !== 0 || ts.isPrivateIdentifier(member.name);
  if (isHidden || ts.isAccessor(member)) return undefined;
  const doc = context.docOf(member);
  // `undefined` can be given for a parameter that may be left out.
  const isParameter = ts.isParameter(member);
  const type: TypeTree =
    member.type === undefined
      ? (inferred(member, context) ?? refuse(member, context, 'no written type', 'write a type', 'any'))
      : context.read(member.type);
  return {
    name: nameOf(member.name),
    place: context.placeOf(member.name),
    optional: member.questionToken !== undefined,
    type: isParameter && member.questionToken !== undefined ? orUndefined(type) : type,
    ...(doc === undefined ? {} : { doc }),
  };
}

function orUndefined(type: TypeTree): TypeTree {
  if (type.kind === 'undefinable' || type.kind === 'refused') return type;
  return { kind: 'undefinable', inner: type, place: type.place, text: `${type.text} | undefined` };
}

/** What TypeScript takes from a literal behind `=`. */
function inferred(
  member: Exclude<DataMember, ts.AccessorDeclaration>,
  context: TypeContext,
): TypeTree | undefined {
  const value = member.initializer === undefined ? undefined : literalValue(member.initializer);
  if (value === undefined) return undefined;
  // A parameter is wide, also a read-only one.
  const isConstant =
    ts.isPropertyDeclaration(member) &&
    (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly) !== 0;
  const about = written(member, context);
  if (isConstant) return { kind: 'enum', values: [value], ...about };
  if (typeof value === 'string') return { kind: 'string', ...about };
  return { kind: typeof value === 'number' ? 'number' : 'boolean', ...about };
}

function isStatic(member: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

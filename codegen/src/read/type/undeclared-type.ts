import type { ts } from '../ts-morph.js';
import { importedFrom } from './imported-from.js';
import { readStandardType } from './standard-type.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** A type by a name that the project does not declare: one of the standard library, or one that is not there. */
export function readUndeclared(
  node: ts.Node,
  name: ts.Identifier | ts.MemberName,
  typeArguments: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember {
  const standard = readStandardType(node, name.text, typeArguments, context);
  if (standard !== undefined) return standard;
  const { text } = written(node, context);
  const module = importedFrom(name);
  if (module === undefined) {
    const hint =
      'check its spelling, or write the type in this project; a global type is read where the tsconfig includes its file; if it comes from a package, is it built?';
    return refuse(node, context, `'${text}', of which no declaration was found`, hint, 'unresolved');
  }
  if (/^(?:zod|sigil\/zod)(?:$|\/)/u.test(module) && /^(?:infer|input|output|TypeOf)$/u.test(name.text)) {
    const hint =
      'write an interface, and let it check the schema: const schema: z.ZodType<Item> = z.object(..)';
    return refuse(node, context, `'${text}', which zod infers from a value`, hint);
  }
  const isFile = /^[./]/u.test(module);
  const hint = isFile
    ? `check the path '${module}' and the name, or write the type in this project; if it is generated, is it built?`
    : `check that '${module}' is installed and declares the name: is it built? Or write the type in this project`;
  return refuse(
    node,
    context,
    `'${text}', of which no declaration was found in '${module}'`,
    hint,
    'unresolved',
  );
}

import type { ts } from '../ts-morph.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

const CHANGES: ReadonlyMap<string, (text: string) => string> = new Map([
  ['Uppercase', (text: string) => text.toUpperCase()],
  ['Lowercase', (text: string) => text.toLowerCase()],
  ['Capitalize', (text: string) => text.charAt(0).toUpperCase() + text.slice(1)],
  ['Uncapitalize', (text: string) => text.charAt(0).toLowerCase() + text.slice(1)],
]);

/** `Uppercase<'a' | 'b'>`: of literals, their texts. Of any other text no schema can say it. */
export function readIntrinsicType(
  node: ts.Node,
  name: string,
  args: readonly ts.TypeNode[],
  context: TypeContext,
): UnionMember | undefined {
  const change = CHANGES.get(name);
  const [subject] = args;
  if (change === undefined || subject === undefined) return undefined;
  const read = context.readMember(subject);
  if (read.kind === 'refused' || read.kind === 'never') return read;
  const about = written(node, context);
  if (read.kind === 'enum' && read.values.every((value) => typeof value === 'string')) {
    return { kind: 'enum', values: [...new Set(read.values.map(change))], ...about };
  }
  return refuse(node, context, `'${about.text}'`, "write 'string' with @pattern, or the values: 'A' | 'B'");
}

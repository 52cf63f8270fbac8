import { ts } from '../ts-morph.js';
import type { PropertyTree, TypeTree } from '../../declaration/type-tree.js';
import { unfold } from '../../declaration/inner-types.js';
import { identityOf } from './identity.js';
import { refuse, standalone, written, type TypeContext, type UnionMember } from './type-context.js';

/** `{ [K in Keys]: T }`: an object where the keys are a closed list, a map for any others. */
export function readMappedType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isMappedTypeNode(node)) return undefined;
  const { constraint } = node.typeParameter;
  if (constraint === undefined || node.type === undefined) {
    return refuse(node, context, 'a mapped type without types', 'write an interface with the properties');
  }
  const keys = context.readMember(constraint);
  if (keys.kind === 'refused') return keys;
  const about = written(node, context);
  if (keys.kind === 'string' || keys.kind === 'number' || keys.kind === 'template') {
    const value = bound(node, keys, context).read(node.type);
    return { kind: 'map', form: 'record', readonly: false, key: keys, value, ...about };
  }
  if (keys.kind !== 'enum') {
    return refuse(constraint, context, `keys of the type '${keys.text}'`, "write the names: 'a' | 'b'");
  }
  const originals = originalsOf(constraint, context);
  const properties: PropertyTree[] = [];
  for (const key of keys.values) {
    const one: TypeTree = { kind: 'enum', values: [key], place: keys.place, text: JSON.stringify(key) };
    const inside = bound(node, one, context);
    const name = node.nameType === undefined ? String(key) : nameOf(inside.readMember(node.nameType));
    if (name === undefined) continue;
    const original = originals?.properties.find((property) => property.name === String(key));
    const read = inside.read(node.type);
    const optional = isOptional(node, original, read);
    const type =
      read.kind === 'undefinable' && (optional || node.questionToken?.kind === ts.SyntaxKind.MinusToken)
        ? read.inner
        : read;
    const doc = original?.doc;
    properties.push({
      name,
      place: original?.place ?? keys.place,
      optional,
      type,
      ...(doc === undefined ? {} : { doc }),
    });
  }
  if (properties.length === 0) return { kind: 'json', form: '{}', ...about };
  const identity = identityOf(node, context, [keys, ...context.bindings.values()]);
  return { kind: 'object', identity, properties, ...about };
}

function bound(node: ts.MappedTypeNode, key: UnionMember, context: TypeContext): TypeContext {
  return context.within(node, { bindings: new Map([...context.bindings, [node.typeParameter, key]]) });
}

/** The object that `[K in keyof T]` goes through: its properties stay optional and keep their comments. */
function originalsOf(
  constraint: ts.TypeNode,
  context: TypeContext,
): Extract<TypeTree, { kind: 'object' }> | undefined {
  if (!ts.isTypeOperatorNode(constraint) || constraint.operator !== ts.SyntaxKind.KeyOfKeyword)
    return undefined;
  const type = unfold(standalone(constraint.type, context.readMember(constraint.type), context));
  return type.kind === 'object' ? type : undefined;
}

function isOptional(node: ts.MappedTypeNode, original: PropertyTree | undefined, type: TypeTree): boolean {
  if (node.questionToken?.kind === ts.SyntaxKind.MinusToken) return false;
  return node.questionToken !== undefined || (original?.optional ?? type.kind === 'undefinable');
}

/** The name that `as` gives to a key; undefined where it leaves the key out. */
function nameOf(name: UnionMember): string | undefined {
  return name.kind === 'enum' && name.values.length === 1 ? String(name.values[0]) : undefined;
}

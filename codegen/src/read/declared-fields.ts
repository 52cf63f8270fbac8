import { ts } from './ts-morph.js';
import type { DecoratorName, DecoratorUse } from '../declaration/class-declaration.js';
import type { DecoratorFinder } from './decorators.js';
import type { PlaceOf } from './place-of.js';
import { memberName } from './read-field.js';
import { isPublic, isStatic } from './sort-members.js';
import { declarationsOf } from './type/declarations-of.js';

/** What the declaration file of a class says of its fields. */
export interface DeclaredFields {
  /** For members of the class, in the place of the decorators that a declaration file leaves out. */
  readonly decoratorsOf: DecoratorFinder;
  /** Names of fields with a default, whose value a declaration file leaves out. */
  readonly defaulted: readonly string[];
}

/**
 * The directions of the fields of a class in a declaration file, from the type of its artifact.
 *
 * @returns undefined where properties may be fields and no artifact says which
 */
export function declaredFields(
  node: ts.ClassLikeDeclaration,
  checker: ts.TypeChecker,
  placeOf: PlaceOf,
): DeclaredFields | undefined {
  const groups = artifactGroups(node, checker);
  if (groups === undefined) {
    const mayBeField = node.members.some(
      (member) => ts.isPropertyDeclaration(member) && !isStatic(member) && isPublic(member),
    );
    return mayBeField ? undefined : { decoratorsOf: () => [], defaulted: [] };
  }
  const directions: readonly (readonly [DecoratorName, string])[] = [
    ['InputField', 'inputs'],
    ['OutputField', 'outputs'],
  ];
  return {
    decoratorsOf: (member) => {
      if (!ts.isPropertyDeclaration(member)) return [];
      const name = memberName(member.name) ?? '';
      const place = placeOf(member.getSourceFile(), member.getStart(), member.getEnd());
      return directions
        .filter(([, group]) => groups.get(group)?.includes(name) === true)
        .map(([decorator]): DecoratorUse => ({ name: decorator, place, called: true, argumentCount: 0 }));
    },
    defaulted: groups.get('defaulted') ?? [],
  };
}

/** `Artifact<{ inputs: { message: 1 }; .. }>` as names by group. */
function artifactGroups(
  node: ts.ClassLikeDeclaration,
  checker: ts.TypeChecker,
): ReadonlyMap<string, readonly string[]> | undefined {
  const artifact = node.members.find(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) && isStatic(member) && memberName(member.name) === 'artifact',
  );
  const type = artifact?.type;
  if (type === undefined || !ts.isTypeReferenceNode(type)) return undefined;
  const name = ts.isIdentifier(type.typeName) ? type.typeName : type.typeName.right;
  const declared = declarationsOf(name, checker)?.find(ts.isInterfaceDeclaration);
  const types = declared?.heritageClauses?.[0]?.types[0]?.typeArguments?.[0];
  if (types === undefined || !ts.isTypeLiteralNode(types)) return undefined;
  return new Map(
    types.members
      .filter(ts.isPropertySignature)
      .map((group) => [
        memberName(group.name) ?? '',
        group.type !== undefined && ts.isTypeLiteralNode(group.type)
          ? group.type.members.map((member) =>
              member.name === undefined ? '' : (memberName(member.name) ?? ''),
            )
          : [],
      ]),
  );
}

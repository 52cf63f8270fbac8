import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import { holdsObjects } from './holds-objects.js';
import { propertyName, stringLiteral, WIDTH } from './literal.js';
import { printPartials } from './print-partials.js';
import { memberType, ShapeNames, typeText, type NamedTree } from './shape-types.js';

/**
 * The interfaces of a signature: its shape, the object types that the shape holds, what a stream shows of the outputs,
 * and the type of its artifact, by which the class is compared with what was compiled.
 */
export function printInterfaces(declaration: ClassDeclaration, id: string): readonly string[] {
  const name = declaration.name ?? '';
  const names = new ShapeNames(name);
  const shape = declaration.fields.map((field) => {
    const { type } = field;
    return type === undefined
      ? ''
      : memberType({ name: field.name ?? '', optional: field.optional, type }, names, 1);
  });
  const blocks = [printInterface(`${name}Shape`, shape)];
  // Printing an interface may name further ones, which the loop then meets.
  for (const [nested, tree] of names.named) blocks.push(printNested(nested, tree, names));
  blocks.push(...printPartials(declaration, names), printArtifactType(declaration, id));
  return blocks;
}

function printNested(name: string, tree: NamedTree, names: ShapeNames): string {
  if (tree.kind === 'recursive') return `export type ${name} = ${typeText(tree.type, names, 0)};`;
  return printInterface(
    name,
    tree.properties.map((property) => memberType(property, names, 1)),
  );
}

function printInterface(name: string, members: readonly string[]): string {
  return `export interface ${name} {\n${members.map((member) => `  ${member};\n`).join('')}}`;
}

function printArtifactType(declaration: ClassDeclaration, id: string): string {
  const name = declaration.name ?? '';
  const named = (direction: 'InputField' | 'OutputField') =>
    declaration.fields.filter((field) => field.decorators.some((use) => use.name === direction));
  const inputs = named('InputField');
  const groups: readonly (readonly [string, readonly string[]])[] = [
    // Those of the bases too, so that the type can be assigned to theirs.
    ['id', [id, ...(declaration.base?.ids ?? []).toReversed()]],
    ['inputs', inputs.map((field) => field.name ?? '')],
    ['defaulted', inputs.filter(hasDefault).map((field) => field.name ?? '')],
    ['outputs', named('OutputField').map((field) => field.name ?? '')],
    ['others', declaration.others],
  ];
  const lines = groups.map(([group, members]) => `  ${group}: ${flags(members, group.length + 5)};\n`);
  return `export interface ${name}Artifact extends Artifact<{\n  shape: ${shapeText(declaration)};\n  partial: ${name}Partial;\n${lines.join('')}}> {}`;
}

/** The shape; fields that hold objects are named beside it. */
function shapeText({ name = '', fields }: ClassDeclaration): string {
  const held = heldNames(fields).map(stringLiteral);
  if (held.length === 0) return `${name}Shape`;
  const line = `WithObjects<${name}Shape, ${held.join(' | ')}>`;
  if (line.length + 10 <= WIDTH) return line;
  return `WithObjects<\n    ${name}Shape,\n${held.map((one) => `    | ${one}\n`).join('')}  >`;
}

/** Names of the fields that hold objects. */
export function heldNames(fields: readonly FieldDeclaration[]): readonly string[] {
  return fields.flatMap(({ name, type }) =>
    name !== undefined && type !== undefined && holdsObjects(type) ? [name] : [],
  );
}

function hasDefault({ initializer, doc }: FieldDeclaration): boolean {
  return initializer !== undefined || doc?.tags.some((tag) => tag.name === 'default') === true;
}

/** `{ message: 1; tags: 1 }`, on one line where it fits. */
function flags(names: readonly string[], around: number): string {
  const members = names.map((name) => `${propertyName(name)}: 1`);
  const line = names.length === 0 ? '{}' : `{ ${members.join('; ')} }`;
  if (line.length + around <= WIDTH) return line;
  return `{\n${members.map((member) => `    ${member};\n`).join('')}  }`;
}

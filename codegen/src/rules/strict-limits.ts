import type { ClassDeclaration, FieldDeclaration } from '../declaration/class-declaration.js';
import { innerTypes } from '../declaration/inner-types.js';
import type { TypeTree } from '../declaration/type-tree.js';
import type { Finding } from './diagnostic.js';
import { isOutput } from './is-output.js';
import { classRule } from './rule.js';

/**
 * What a strict schema may have: objects in each other, the reply itself the first; values of all choices; properties
 * of all objects. https://platform.openai.com/docs/guides/structured-outputs
 */
const LIMITS = { levels: 10, values: 1000, properties: 5000 } as const;

/** The outputs of a signature fit into one strict schema. */
export const strictLimits = classRule('SIGIL2019', 'error', (declaration) => {
  const outputs = declaration.fields.filter(isOutput);
  return [...outputs.flatMap((field) => tooDeep(declaration, field)), ...tooMany(declaration, outputs)];
});

function tooDeep(declaration: ClassDeclaration, field: FieldDeclaration): readonly Finding[] {
  if (field.type === undefined) return [];
  const deepest = deepestIn(field.type, [field.name ?? '[computed]'], 1);
  if (deepest.level <= LIMITS.levels) return [];
  return [
    {
      place: field.place,
      message: `Cannot compile field '${declaration.name ?? ''}.${field.name ?? ''}': its objects stand ${deepest.level} levels deep in a reply, of which strict schemas allow ${LIMITS.levels}.`,
      hint: 'move what stands deep into lists or fields of their own',
      path: deepest.path,
    },
  ];
}

interface Depth {
  readonly level: number;
  readonly path: readonly string[];
}

function deepestIn(type: TypeTree, path: readonly string[], around: number): Depth {
  // Tuples, and the entries of a map, are objects in a reply.
  const level = type.kind === 'object' || type.kind === 'tuple' || type.kind === 'map' ? around + 1 : around;
  let deepest: Depth = { level, path };
  for (const { step, type: inner } of innerTypes(type)) {
    const found = deepestIn(inner, step === undefined ? path : [...path, step], level);
    if (found.level > deepest.level) deepest = found;
  }
  return deepest;
}

function tooMany(declaration: ClassDeclaration, outputs: readonly FieldDeclaration[]): readonly Finding[] {
  const seen = new Set<string>();
  let values = 0;
  let properties = 0;
  const count = (type: TypeTree): void => {
    if (type.kind === 'enum') values += type.values.length;
    if (type.kind === 'object') {
      // A named type is written once, however often it is used.
      if (type.name !== undefined && seen.has(type.identity)) return;
      seen.add(type.identity);
      properties += type.properties.length;
    }
    if (type.kind === 'tuple') properties += type.items.length;
    if (type.kind === 'map') properties += 2;
    for (const { type: inner } of innerTypes(type)) count(inner);
  };
  const findings: Finding[] = [];
  const said = new Set<string>();
  for (const field of outputs) {
    properties += 1;
    if (field.type !== undefined) count(field.type);
    for (const [what, found, most] of [
      ['values of choices', values, LIMITS.values],
      ['properties', properties, LIMITS.properties],
    ] as const) {
      if (found <= most || said.has(what)) continue;
      said.add(what);
      findings.push({
        place: field.place,
        message: `Cannot compile signature '${declaration.name ?? ''}': up to the field '${field.name ?? ''}' its outputs have ${found} ${what}, of which strict schemas allow ${most}.`,
        hint: 'write fewer, or divide the signature into several',
      });
    }
  }
  return findings;
}

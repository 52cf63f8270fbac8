import type { FieldSpec, ObjectType, SignatureSpec } from '@sigil/spec';
import { markerSyntax, type MarkerSyntax } from '../template/field-marker.js';
import { shownName } from '../template/shown-name.js';
import { tagSyntax, type TagSyntax } from '../template/field-tag.js';

/** What adapters need of a signature again and again. */
export interface SignatureParts {
  readonly inputs: readonly FieldSpec[];
  readonly outputs: readonly FieldSpec[];
  /** All outputs as one object. */
  readonly object: ObjectType;
  /** The lines, headings and tags that read as a field. */
  readonly lines: MarkerSyntax;
  /** The tags alone, wherever they stand. */
  readonly tags: TagSyntax;
}

const memory = new WeakMap<SignatureSpec, SignatureParts>();

/** The parts of a signature; made once, since a syntax is a large pattern. */
export function partsOf(spec: SignatureSpec): SignatureParts {
  const known = memory.get(spec);
  if (known !== undefined) return known;
  const outputs = spec.fields.filter((field) => field.direction === 'out');
  const names = spec.fields.map((field) => field.name);
  const aliases = new Map(spec.fields.map((field) => [shownName(field), field.name]));
  const made = {
    inputs: spec.fields.filter((field) => field.direction === 'in'),
    outputs,
    object: { kind: 'object', properties: outputs } as const,
    lines: markerSyntax(names, aliases),
    tags: tagSyntax(names, aliases),
  };
  memory.set(spec, made);
  return made;
}

import type { Direction, FieldSpec, SignatureSpec } from '@sigil/spec';
import type { FieldDeclaration } from './declaration/class-declaration.js';
import type { ForwardSide, GivenMember, ProgramDeclaration } from './declaration/program-declaration.js';
import { checkType } from './rules/check-type.js';
import { fieldSpec } from './spec/signature-spec.js';

/** What a program takes and gives, as fields: rows of a dataset are checked against them. */
export interface ForwardFields {
  readonly inputs?: readonly FieldSpec[];
  readonly outputs?: readonly FieldSpec[];
}

/**
 * The fields of a program. A program may take and give anything: a side whose type is no object of data is left out,
 * and is no error.
 *
 * @param signatures all of the project, by id
 */
export function forwardFields(
  { takes, gives, predictors }: ProgramDeclaration,
  signatures: ReadonlyMap<string, SignatureSpec>,
): ForwardFields {
  const signatureAt = (path: string | undefined): SignatureSpec | undefined =>
    signatures.get(predictors.find((one) => one.path === path)?.signature ?? '');
  const answersOf = (path: string | undefined): readonly FieldSpec[] =>
    fieldsOf(signatureAt(path), 'out', 'out') ?? [];
  const given = (members: readonly GivenMember[]): readonly FieldSpec[] | undefined => {
    const fields = new Map<string, FieldSpec>();
    for (const member of members) {
      if ('allOf' in member) {
        const all = fieldsOf(signatureAt(member.allOf), 'out', 'out');
        if (all === undefined) return undefined;
        for (const field of all) fields.set(field.name, field);
        continue;
      }
      const { name, of } = member;
      const answer = answersOf(of?.path).find((field) => field.name === of?.output);
      fields.set(name, {
        name,
        direction: 'out',
        type: { kind: 'json' },
        ...(answer && { ...answer, name }),
      });
    }
    return [...fields.values()];
  };
  const sideOf = (side: ForwardSide | undefined, direction: Direction): readonly FieldSpec[] | undefined => {
    switch (side?.kind) {
      case undefined:
        return undefined;
      case 'nothing':
        return [];
      case 'members':
        return given(side.members);
      case 'signature':
        return fieldsOf(signatures.get(side.signature), side.direction, direction);
      case 'predictor':
        return fieldsOf(signatureAt(side.path), 'out', direction);
      case 'type':
        return membersOf(side, direction);
    }
  };
  const [inputs, outputs] = [sideOf(takes, 'in'), sideOf(gives, 'out')];
  return { ...(inputs === undefined ? {} : { inputs }), ...(outputs === undefined ? {} : { outputs }) };
}

function fieldsOf(
  spec: SignatureSpec | undefined,
  from: Direction,
  direction: Direction,
): readonly FieldSpec[] | undefined {
  return spec?.fields.filter((field) => field.direction === from).map((field) => plain(field, direction));
}

function membersOf(
  { type }: Extract<ForwardSide, { kind: 'type' }>,
  direction: Direction,
): readonly FieldSpec[] | undefined {
  const field: FieldDeclaration = {
    name: 'forward',
    place: type.place,
    member: 'property',
    decorators: [],
    optional: false,
    type,
  };
  if (checkType(field, []).length > 0) return undefined;
  const members = fieldSpec(field).type;
  return members.kind === 'object' ? members.properties.map((one) => plain(one, direction)) : undefined;
}

/** What no prompt shows needs no words. */
function plain(property: Omit<FieldSpec, 'direction'>, direction: Direction): FieldSpec {
  const { name, type, optional, default: fallback } = property;
  return {
    name,
    direction,
    type,
    ...(optional === undefined ? {} : { optional }),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

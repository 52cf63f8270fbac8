import type { JsonValue } from '@sigil/spec';
import type { ArtifactMember } from './artifact-member.js';
import type { DocComment } from './doc-comment.js';
import type { Place } from './place.js';
import type { TypeTree } from './type-tree.js';

/** The decorators that the compiler knows, by their names in `sigil`. */
export type DecoratorName = 'Signature' | 'Program' | 'InputField' | 'OutputField';

/** One of our decorators where it is applied. */
export interface DecoratorUse {
  readonly name: DecoratorName;
  readonly place: Place;
  /** False for `@Signature` without parentheses. */
  readonly called: boolean;
  readonly argumentCount: number;
}

/** A class that carries one of our decorators, as it is written. Nothing is judged yet. */
export interface ClassDeclaration {
  /** Absent for a class without a name. */
  readonly name?: string;
  /** Of the name, or of the word `class`. */
  readonly place: Place;
  /** `const A = class {}`. */
  readonly isExpression: boolean;
  /** Uses of `@Signature`. */
  readonly decorators: readonly DecoratorUse[];
  readonly doc?: DocComment;
  readonly typeParameters?: Place;
  readonly isAbstract?: boolean;
  readonly base?: BaseClass;
  /** Fields of the bases first, then those of the class itself, each in the order of its class. */
  readonly fields: readonly FieldDeclaration[];
  /** Names of the other public members. */
  readonly others: readonly string[];
  /** Properties without one of our decorators. */
  readonly plainProperties: readonly { readonly name: string; readonly place: Place }[];
  /** Members whose names cannot be told from the source: computed names, index signatures. */
  readonly unnamed: readonly Place[];
  /** True when the class has a static member `artifact`. */
  readonly hasArtifact: boolean;
  readonly artifactMember?: ArtifactMember;
}

/** What a class extends. */
export interface BaseClass {
  /** Of the expression after `extends`. */
  readonly place: Place;
  readonly text: string;
  /** Of the names of all bases, the nearest last. */
  readonly classes: readonly Place[];
  /** True when one of them points at an artifact, to whose type that of the class must be assignable. */
  readonly hasArtifact: boolean;
  /** Ids of those that are signatures, the nearest last. */
  readonly ids: readonly string[];
  /** Why its fields cannot be told. */
  readonly problem?: { readonly what: string; readonly hint: string };
}

/** What a field decorator can be put on. Only a property is right. */
export type MemberKind =
  | 'property'
  | 'method'
  | 'getter'
  | 'setter'
  | 'accessor property'
  | 'static member'
  | 'private member'
  | 'protected member'
  | 'parameter';

/** A class member with a field decorator. */
export interface FieldDeclaration {
  /** Absent when the name is computed. */
  readonly name?: string;
  /** Of the name. */
  readonly place: Place;
  readonly member: MemberKind;
  /** At least one. */
  readonly decorators: readonly DecoratorUse[];
  readonly optional: boolean;
  readonly isAbstract?: boolean;
  /** Absent when the class does not write one. */
  readonly type?: TypeTree;
  readonly initializer?: Initializer;
  readonly doc?: DocComment;
  /** What the field replaces in a base. */
  readonly overrides?: OverriddenField;
}

/** A field of a base that a subclass declares again. */
export interface OverriddenField {
  readonly place: Place;
  readonly decorators: readonly DecoratorUse[];
  readonly hasDefault: boolean;
  /** True where the compiler asks for `declare` or an initializer (TS2612). */
  readonly needsInitializer: boolean;
}

/** What stands after `=`. */
export interface Initializer {
  readonly place: Place;
  readonly text: string;
  /** Absent when the text is not a literal. */
  readonly value?: JsonValue;
  /** Of the first part that is no literal. */
  readonly computed?: Place;
}

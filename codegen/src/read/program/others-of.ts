import { ts } from '../ts-morph.js';
import { bare } from './named-class.js';
import { isOwnProperty } from './own-path.js';
import type { ProgramReader } from './program-reader.js';
import { literalName } from './properties.js';

/**
 * Names of the public members of a program, also of its bases, whose types may name predictors while no walk finds
 * any there: getters, members that are only declared, properties that begin empty or stand for another one.
 */
export function othersOf(node: ts.ClassLikeDeclaration, reader: ProgramReader): readonly string[] {
  const names = new Set<string>();
  for (const type of reader.kinds.chainOf(node).classes) {
    for (const member of type.members) {
      const name = publicName(member);
      if (name !== undefined && mayLookLikePredictor(member, reader)) names.add(name);
    }
  }
  return [...names];
}

function publicName(member: ts.ClassElement): string | undefined {
  const unseen = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  const { name } = member;
  if (name === undefined || (ts.getCombinedModifierFlags(member) & unseen) !== 0) return undefined;
  if (ts.isPrivateIdentifier(name)) return undefined;
  return ts.isComputedPropertyName(name) ? literalName(name) : name.text;
}

function mayLookLikePredictor(member: ts.ClassElement, { mentions }: ProgramReader): boolean {
  if (ts.isGetAccessor(member)) return true;
  if (!ts.isPropertyDeclaration(member)) return false;
  const { initializer, type } = member;
  if (initializer !== undefined && isOwnProperty(bare(initializer))) return true;
  if (type === undefined || !mentions.inType(type)) return false;
  return initializer === undefined || mentions.builtIn(initializer).length === 0;
}

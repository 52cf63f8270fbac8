import type { Coercion, ValueType } from '@sigil/spec';
import { describe, show } from '../describe.js';
import type { Node } from '../tree/node.js';

/** What a node is that does not fit a type. */
export const MISFIT = Symbol('misfit');

/** Where in the outputs a value stands; undefined for the whole. */
export interface Place {
  readonly around: Place | undefined;
  readonly key: string | number;
}

/** `items[2].price`. */
export function pathOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const around = pathOf(place.around);
  if (typeof place.key === 'number') return `${around}[${place.key}]`;
  return around === '' ? place.key : `${around}.${place.key}`;
}

/** The same as keys and indexes. */
function keysOf(place: Place | undefined): readonly (string | number)[] {
  return place === undefined ? [] : [...keysOf(place.around), place.key];
}

/** Why a node does not fit, for the error. */
export interface Misfit {
  readonly path: string;
  readonly keys: readonly (string | number)[];
  readonly found: string;
  readonly expected: string;
}

/** What to do where a part of a reply would be in no value: refuse the reply, or go on and say so. */
export type OnLoss = 'error' | 'report';

interface Mark {
  readonly cost: number;
  readonly notes: number;
}

/**
 * One try to read a node as a type: what was changed on the way, and how far the reply is from what was asked for. Of
 * several readings the one with the least cost is meant.
 */
export class Fitting {
  readonly notes: Coercion[] = [];
  cost = 0;
  /** The first reason why something did not fit. */
  misfit: Misfit | undefined;
  /** The first limit that a value breaks; the value fits apart from it. */
  broken: Misfit | undefined;
  /** The recursive types around, by name. */
  readonly references = new Map<string, ValueType>();
  readonly onLoss: OnLoss;
  /** True in an object that a wire schema asked for: any JSON stands in a text there. */
  jsonInText = false;
  /** True where any JSON is asked for as a text that holds it: `"3"` is the number there, `"\\"3\\""` the text. */
  jsonIsText = false;
  /** How deep the value is nested. */
  depth = 0;

  constructor(onLoss: OnLoss) {
    this.onLoss = onLoss;
  }

  note(place: Place | undefined, kind: string, from: string, to: string, cost: number): void {
    this.notes.push({ path: pathOf(place), kind, from, to });
    this.cost += cost;
  }

  /** Says why a node does not fit. */
  refuse(place: Place | undefined, found: string, expected: string): typeof MISFIT {
    this.misfit ??= { path: pathOf(place), keys: keysOf(place), found, expected };
    return MISFIT;
  }

  /** As {@link refuse}, with the words for a node and a type. */
  mismatch(place: Place | undefined, found: Node | undefined, type: ValueType): typeof MISFIT {
    return this.refuse(place, found === undefined ? 'nothing' : shown(found), describe(type));
  }

  /**
   * Leaves something out.
   *
   * @returns false where nothing may be lost
   */
  lose(place: Place | undefined, kind: string, from: string, cost: number): boolean {
    if (this.onLoss === 'error') {
      this.refuse(place, from === '' ? kind : from, 'a reply of which nothing has to be left out');
      return false;
    }
    this.misfit = undefined;
    this.note(place, kind, from, '', cost);
    return true;
  }

  /** A value that breaks a limit is a bad one, and may be the only one there is. */
  breaks(place: Place | undefined, found: unknown, expected: string): void {
    this.broken ??= { path: pathOf(place), keys: keysOf(place), found: show(found), expected };
    this.cost += 50;
  }

  mark(): Mark & { readonly broken: Misfit | undefined; readonly misfit: Misfit | undefined } {
    return { cost: this.cost, notes: this.notes.length, broken: this.broken, misfit: this.misfit };
  }

  /** Forgets what has happened since. */
  reset(mark: ReturnType<Fitting['mark']>): void {
    this.cost = mark.cost;
    this.notes.length = mark.notes;
    this.broken = mark.broken;
    this.misfit = mark.misfit;
  }
}

/** A node as text, for errors and notes. */
export function shown(node: Node, levels = 3): string {
  if (levels === 0 && node.kind !== 'text') return '...';
  if (node.kind === 'text') return node.quoted || node.text === '' ? show(node.text) : short(node.text);
  const inner =
    node.kind === 'list'
      ? node.items
          .slice(0, 5)
          .map((item) => shown(item, levels - 1))
          .join(', ')
      : node.members
          .slice(0, 5)
          .map(({ key, value }) => `${JSON.stringify(key)}: ${shown(value, levels - 1)}`)
          .join(', ');
  return short(node.kind === 'list' ? `[${inner}]` : `{${inner}}`);
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

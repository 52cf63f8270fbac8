import type { PropertySpec, ValueType } from '@sigil/spec';
import { hasOpenReference, innerTypes } from '../type/inner-types.js';

/**
 * The named types of a schema, by first use: those that are used more than once, and recursive ones.
 *
 * @typeParam Written what a type is written as
 */
export class Definitions<Written> {
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #written = new Map<string, Written | undefined>();

  constructor(fields: readonly PropertySpec[]) {
    for (const field of fields) this.#count(field.type);
  }

  isShared(type: ValueType): boolean {
    return (this.#uses.get(JSON.stringify(type)) ?? 0) > 1;
  }

  /** The name of a definition; writes it on its first use, after its name is known to what it holds. */
  name(wanted: string, key: string, write: () => Written): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const base = wanted.replace(/[^A-Za-z0-9_]+/gu, '_');
    let name = base;
    for (let at = 2; this.#written.has(name); at += 1) name = `${base}${at}`;
    this.#names.set(key, name);
    this.#written.set(name, undefined);
    this.#written.set(name, write());
    return name;
  }

  /** The name of a definition that is being written. */
  nameOf(key: string): string {
    const name = this.#names.get(key);
    if (name === undefined) throw new TypeError('A reference stands outside of its recursive type.');
    return name;
  }

  all(): readonly (readonly [name: string, written: Written])[] {
    return [...this.#written].flatMap(([name, written]) => (written === undefined ? [] : [[name, written]]));
  }

  #count(type: ValueType): void {
    if (type.kind === 'object' && type.name !== undefined && !hasOpenReference(type)) {
      const key = JSON.stringify(type);
      const uses = this.#uses.get(key) ?? 0;
      this.#uses.set(key, uses + 1);
      // What stands inside of a definition is written once.
      if (uses > 0) return;
    }
    for (const inner of innerTypes(type)) this.#count(inner);
  }
}

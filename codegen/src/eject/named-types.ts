import type { RecursiveType } from '@sigil/spec';

/** The types that hold themselves: each has a name in the ejected file. */
export class NamedTypes {
  readonly #prefix: string;
  readonly #byText = new Map<string, string>();
  readonly #declared: { readonly name: string; readonly type: RecursiveType }[] = [];
  /** What references lead to while a type is printed. */
  readonly #open = new Map<string, string>();

  /** @param prefix name of the signature */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** All so far. Printing one may declare more. */
  get declared(): readonly { readonly name: string; readonly type: RecursiveType }[] {
    return this.#declared;
  }

  /** The name of a type, the same for one that is the same. */
  declare(type: RecursiveType): string {
    const text = JSON.stringify(type);
    const known = this.#byText.get(text);
    const name = known ?? this.#free(`${this.#prefix}${type.name.replace(/\W/gu, '')}`);
    this.#open.set(type.name, name);
    if (known === undefined) {
      this.#byText.set(text, name);
      this.#declared.push({ name, type });
    }
    return name;
  }

  /** What a reference leads to. */
  nameOf(reference: string): string {
    return this.#open.get(reference) ?? reference;
  }

  #free(wish: string): string {
    const taken = new Set([...this.#byText.values(), `${this.#prefix}Inputs`, `${this.#prefix}Outputs`]);
    let name = wish;
    for (let n = 2; taken.has(name); n++) name = `${wish}${n}`;
    return name;
  }
}

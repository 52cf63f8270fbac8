import type { EnumType, ObjectType, ValueType } from '@sigil/spec';

/** A type in the language of BAML, and what its names mean. */
export interface BamlSource {
  readonly source: string;
  /** By the name of a member that BAML made up for it. */
  readonly values: ReadonlyMap<string, string | number | boolean>;
}

/** @returns undefined for a type that BAML has no words for, or whose limits it would need code for */
export function bamlSource(type: ValueType): BamlSource | undefined {
  const writer = new BamlWriter();
  const root = writer.write(type);
  if (root === undefined) return undefined;
  const call = `function Read(reply: string) -> ${root} { client "openai/gpt-5-mini" prompt #"{{ reply }}"# }`;
  return { source: [...writer.declarations, call].join('\n'), values: writer.values };
}

class BamlWriter {
  readonly declarations: string[] = [];
  readonly values = new Map<string, string | number | boolean>();
  readonly #recursive = new Map<string, string>();
  #count = 0;

  write(type: ValueType): string | undefined {
    if ('constraints' in type && type.constraints !== undefined) return undefined;
    switch (type.kind) {
      case 'string':
        return 'string';
      case 'number':
        return type.integer === true ? 'int' : 'float';
      case 'boolean':
        return 'bool';
      case 'enum':
        return this.#enum(type);
      case 'array':
      case 'set':
        return after(this.write(type.items), (items) => `(${items})[]`);
      case 'map':
        return type.key.kind === 'string'
          ? after(this.write(type.value), (value) => `map<string, ${value}>`)
          : undefined;
      case 'object':
        return this.#class(type, `C${this.#count++}`);
      case 'union': {
        const variants = type.variants.map((variant) => this.write(variant));
        return variants.includes(undefined) ? undefined : `(${variants.join(' | ')})`;
      }
      case 'nullable':
        return after(this.write(type.inner), (inner) => `(${inner})?`);
      case 'recursive': {
        if (type.type.kind !== 'object') return undefined;
        const name = `C${this.#count++}`;
        this.#recursive.set(type.name, name);
        return this.#class(type.type, name);
      }
      case 'reference':
        return this.#recursive.get(type.name);
      default:
        return undefined;
    }
  }

  #class(type: ObjectType, name: string): string | undefined {
    const lines: string[] = [];
    for (const property of type.properties) {
      if (!/^[a-z]\w*$/iu.test(property.name)) return undefined;
      const written = this.write(property.type);
      if (written === undefined) return undefined;
      const alias = property.alias === undefined ? '' : ` @alias("${property.alias}")`;
      lines.push(`  ${property.name} ${property.optional === true ? `(${written})?` : written}${alias}`);
    }
    this.declarations.push(`class ${name} {\n${lines.join('\n')}\n}`);
    return name;
  }

  /** Texts become an enum, with what the model sees as aliases; numbers and booleans a union of literals. */
  #enum(type: EnumType): string {
    const isText = type.values.every((value, index) => typeof value === 'string' || shownAt(type, index));
    if (!isText) return `(${type.values.map((value) => JSON.stringify(value)).join(' | ')})`;
    const name = `E${this.#count++}`;
    const members = type.values.map((value, index) => {
      const member = `${name}V${index}`;
      this.values.set(member, value);
      return `  ${member} @alias(${JSON.stringify(shownAt(type, index) ?? value)})`;
    });
    this.declarations.push(`enum ${name} {\n${members.join('\n')}\n}`);
    return name;
  }
}

function shownAt(type: EnumType, index: number): string | undefined {
  return type.members?.[index]?.shown;
}

function after(inner: string | undefined, make: (inner: string) => string): string | undefined {
  return inner === undefined ? undefined : make(inner);
}

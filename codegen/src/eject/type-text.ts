import type { PropertySpec, ValueType } from '@sigil/spec';
import { propertyName, stringLiteral } from '../emit/literal.js';
import type { NamedTypes } from './named-types.js';

/** A type as TypeScript writes it. */
export function typeText(type: ValueType, names: NamedTypes): string {
  const inner = (one: ValueType): string => typeText(one, names);
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return type.kind;
    case 'date':
      return 'Date';
    case 'enum':
      return type.values.map(literalType).join(' | ');
    case 'template':
      return `\`${type.parts.map((part) => (typeof part === 'string' ? templatePart(part) : `\${${holeType(part)}}`)).join('')}\``;
    case 'array':
      return `${grouped(inner(type.items))}[]`;
    case 'set':
      return `Set<${inner(type.items)}>`;
    case 'tuple': {
      const items = type.items.map(
        ({ name, type: one, optional }) => `${name}${optional === true ? '?' : ''}: ${inner(one)}`,
      );
      const rest = type.rest === undefined ? [] : [`...rest: ${grouped(inner(type.rest))}[]`];
      return `[${[...items, ...rest].join(', ')}]`;
    }
    case 'map':
      return `${type.form === 'map' ? 'Map' : 'Record'}<${inner(type.key)}, ${inner(type.value)}>`;
    case 'object':
      return type.properties.length === 0
        ? 'Record<string, never>'
        : `{ ${type.properties.map((one) => member(one, inner)).join('; ')} }`;
    case 'union':
      return type.variants.map(inner).join(' | ');
    case 'nullable':
      return `${inner(type.inner)} | null`;
    case 'json':
      return 'unknown';
    case 'recursive':
      return names.declare(type);
    case 'reference':
      return names.nameOf(type.name);
  }
}

/** A property with its doc comment, as an interface has it. */
export function memberText(property: PropertySpec, names: NamedTypes): string {
  const { description } = property;
  const comment = description === undefined ? '' : `  /** ${oneLine(description)} */\n`;
  return `${comment}  ${member(property, (type) => typeText(type, names))};`;
}

/** A text as it may stand in a comment on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('*/', '*\\/').trim();
}

function member(
  { name, type, optional, default: fallback }: PropertySpec,
  inner: (type: ValueType) => string,
): string {
  const isLeft = optional === true || fallback !== undefined;
  return `${propertyName(name)}${isLeft ? '?' : ''}: ${inner(type)}`;
}

function literalType(value: string | number | boolean): string {
  return typeof value === 'string' ? stringLiteral(value) : String(value);
}

function templatePart(text: string): string {
  return stringLiteral(text).slice(1, -1).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function holeType(part: { readonly kind: string; readonly values?: readonly string[] }): string {
  return part.values === undefined ? part.kind : part.values.map(stringLiteral).join(' | ');
}

function grouped(text: string): string {
  return / [|] /u.test(text) ? `(${text})` : text;
}

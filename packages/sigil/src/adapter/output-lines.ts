import type { Constraints, FieldSpec, ValueType } from '@sigil/spec';

/** The part of a prompt that says which lines to answer, one per output, each with its type, limits and meaning. */
export function outputLines(outputs: readonly FieldSpec[]): string {
  const lines = outputs.map((field) => {
    const optional = field.optional === true && field.type.kind !== 'nullable' ? ', or null if unknown' : '';
    const meaning = field.description === undefined ? '' : `. ${field.description}`;
    return `${field.name}: ${typeWords(field.type)}${limitWords(field.constraints)}${optional}${meaning}`;
  });
  const these = outputs.length === 1 ? 'this line' : 'these lines';
  return [`Answer with ${these} and nothing else:`, ...lines].join('\n');
}

/** A type in words, short enough for a small model. */
function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'number':
      return type.integer === true ? 'a whole number' : 'a number';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return type.values.join(' or ');
    case 'array':
      return `a JSON list of ${jsonShape(type.items)}`;
    case 'object':
      return `JSON like ${jsonShape(type)}`;
    case 'nullable':
      return `${typeWords(type.inner)}, or null`;
  }
}

/** What JSON of a type looks like, in TypeScript's notation. */
function jsonShape(type: ValueType): string {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return type.kind === 'number' && type.integer === true ? 'integer' : type.kind;
    case 'enum':
      return type.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return `${type.items.kind === 'enum' || type.items.kind === 'nullable' ? `(${jsonShape(type.items)})` : jsonShape(type.items)}[]`;
    case 'nullable':
      return `${jsonShape(type.inner)} | null`;
    case 'object': {
      const properties = type.properties.map((property) => {
        const words = `${limitWords(property.constraints)}${property.description === undefined ? '' : `. ${property.description}`}`;
        const comment = words === '' ? '' : ` /* ${words.replace(/^[,.] /u, '').replaceAll('*/', '* /')} */`;
        return `${JSON.stringify(property.name)}: ${jsonShape(property.type)}${property.optional === true ? ' | null' : ''}${comment}`;
      });
      return `{ ${properties.join(', ')} }`;
    }
  }
}

function limitWords(constraints: Constraints = {}): string {
  const { minimum, maximum, minLength, maxLength, pattern } = constraints;
  const limits: string[] = [];
  if (minimum !== undefined && maximum !== undefined) limits.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) limits.push(`at least ${minimum}`);
  else if (maximum !== undefined) limits.push(`at most ${maximum}`);
  if (minLength !== undefined && maxLength !== undefined)
    limits.push(`${minLength} to ${maxLength} characters`);
  else if (minLength !== undefined) limits.push(`at least ${minLength} characters`);
  else if (maxLength !== undefined) limits.push(`at most ${maxLength} characters`);
  if (pattern !== undefined) limits.push(`matching /${pattern}/`);
  return limits.length === 0 ? '' : `, ${limits.join(', ')}`;
}

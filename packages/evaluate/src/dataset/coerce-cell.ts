import { valueShownAs } from '@sigil/schema';
import type { FieldSpec, ValueType } from '@sigil/spec';

/**
 * The value that a CSV cell stands for, by the type of its field: text as it is; numbers; `true` and `false`; JSON for
 * arrays and objects. An empty cell is null for a nullable field, the empty text for a required text input, and absent
 * otherwise. A cell that fits nothing stays text, for the check to refuse.
 *
 * @returns `undefined` for an absent value
 * @example
 * ```ts
 * coerceCell('0.5', { name: 'urgency', direction: 'out', type: { kind: 'number' } }); // -> 0.5
 * ```
 */
export function coerceCell(cell: string, field: FieldSpec): unknown {
  if (cell !== '') return read(cell, field.type);
  const required = field.optional !== true && field.default === undefined;
  if (required && field.type.kind === 'nullable') return null;
  return required && field.type.kind === 'string' && field.direction === 'in' ? '' : undefined;
}

function read(cell: string, type: ValueType): unknown {
  const text = cell.trim();
  switch (type.kind) {
    case 'string':
      return cell;
    case 'number':
      return readNumber(text) ?? cell;
    case 'boolean':
      return readBoolean(text) ?? cell;
    case 'enum':
      return valueShownAs(type, text) ?? type.values.find((value) => String(value) === text) ?? cell;
    case 'bigint':
    case 'date':
      return text;
    case 'template':
      return cell;
    case 'array':
    case 'set':
    case 'tuple':
    case 'map':
    case 'object':
    case 'union':
    case 'json':
    case 'recursive':
    case 'reference':
      return readJson(text) ?? cell;
    case 'nullable':
      return type.inner.kind !== 'string' && text === 'null' ? null : read(cell, type.inner);
  }
}

// Number() also takes '', '0x10' and 'Infinity', which nobody means in a table.
function readNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : undefined;
}

function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

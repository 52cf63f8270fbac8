/**
 * Stands in a wire value where a reply left out what may be null: null would be a value there, and a wire schema wants
 * the property. No JSON has it.
 */
export const leftOut: unique symbol = Symbol.for('sigil.left-out');

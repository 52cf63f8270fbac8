/**
 * The zod of generated files, for schemas beside theirs.
 *
 * @example
 * ```ts
 * z.enum(['billing', 'sales']).parse('sales'); // -> 'sales'
 * ```
 */
export { z } from 'zod';

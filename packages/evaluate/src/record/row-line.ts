import { fieldsToJson } from '@sigil/schema';
import type { Example, FieldSpec } from '@sigil/spec';
import type { RowScore } from '../run/row-score.js';

/**
 * One line of a file of per-row results (JSONL, no line end): number of the row from 1, outcome, score, the row, what
 * was predicted, and the error in words. Values are JSON as people write it.
 *
 * @param fields of the signature, by whose types values are written
 * @example
 * ```ts
 * rowLine({ row: 0, outcome: 'scored', score: 1, prediction: { team: 'billing' } }, { message: 'My bill?', team: 'billing' });
 * // -> '{"row":1,"outcome":"scored","score":1,"example":{"message":"My bill?","team":"billing"},"prediction":{"team":"billing"}}'
 * ```
 */
export function rowLine(row: RowScore, example: Example, fields: readonly FieldSpec[] = []): string {
  return JSON.stringify({
    row: row.row + 1,
    outcome: row.outcome,
    score: 'score' in row ? row.score : null,
    feedback: 'feedback' in row ? row.feedback : undefined,
    example: fieldsToJson(fields, example),
    prediction: 'prediction' in row ? fieldsToJson(fields, row.prediction) : undefined,
    error: 'error' in row ? sentence(row.error) : undefined,
  });
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

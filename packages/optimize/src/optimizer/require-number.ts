import { UsageError } from '@sigil/spec';

/** @throws UsageError unless the value is a whole number from `from` on */
export function requireWhole(optimizer: string, name: string, value: number, from: number): void {
  if (Number.isInteger(value) && value >= from) return;
  throw new UsageError(
    `Cannot use ${optimizer} with ${name} ${value}: expected a whole number from ${from}.`,
  );
}

/** @throws UsageError unless the value is from 0 to 1 */
export function requireShare(optimizer: string, name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new UsageError(`Cannot use ${optimizer} with ${name} ${value}: expected a score from 0 to 1.`);
}

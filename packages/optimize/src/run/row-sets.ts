import { programFields, splitValidation } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
import { toJson } from '@sigil/schema';
import { DatasetError, type Example, type JsonValue, type Program } from '@sigil/spec';
import { jsonValues } from '../sample/json-values.js';
import { trainRows, type TrainRow } from '../sample/train-row.js';
import type { OptimizeTask } from './optimize-task.js';

/** The rows of a run: demos come from `train`, the search sees `valset`, the last test `confirmset` only. */
export interface RowSets<E> {
  readonly train: readonly TrainRow[];
  readonly valset: readonly E[];
  readonly confirmset: readonly E[];
  /** What a person should know about the rows. */
  readonly notes: readonly string[];
}

/** With fewer rows not even a candidate that wins all of them passes a one-sided test at 0.05: 0.5 ** 4 = 0.0625. */
const fewestRows = 5;

/**
 * Splits the rows. Nothing of the confirmset takes part in the search: a row of the same inputs is taken out of the
 * other sets, since a demo of it would give its answer away. Equal rows of the confirmset count once: a pair that is
 * counted twice would make a difference look surer than it is.
 *
 * @throws DatasetError when a set is empty, or holds values that JSON cannot hold
 */
export function rowSets<E extends Example, P extends object>(
  task: OptimizeTask<E, P>,
  seed: number,
): RowSets<E> {
  refuseEmpty(task.trainset, 'trainset', 'demos are made of its rows');
  refuseEmpty(task.valset, 'valset', 'candidates are compared on its rows');
  if (task.confirmset !== undefined)
    refuseEmpty(task.confirmset, 'confirmset', 'the winner is tested on its rows');
  // Their hashes are evidence, which a run that was paid for must not lack.
  for (const [row, example] of task.valset.entries()) jsonValues(example, 'valset', row);
  for (const [row, example] of (task.confirmset ?? []).entries()) jsonValues(example, 'confirmset', row);
  const split =
    task.confirmset === undefined
      ? splitValidation(task.valset, seed)
      : { valset: task.valset, confirmset: task.confirmset };
  const confirmset = different(split.confirmset);

  const key = inputKey(task.program);
  const secret = new Set(confirmset.map(key));
  const valset = split.valset.filter((row) => !secret.has(key(row)));
  const given = trainRows(task.trainset);
  const train = given.filter(({ values }) => !secret.has(key(values)));
  refuseAllSecret(valset, split.valset.length, 'valset', confirmset.length);
  refuseAllSecret(train, task.trainset.length, 'trainset', confirmset.length);

  const seen = new Set(train.map(({ values }) => key(values)));
  const notes = notesOn({
    repeatedTrain: task.trainset.length - given.length,
    repeatedConfirm: split.confirmset.length - confirmset.length,
    leftOut: given.length - train.length + split.valset.length - valset.length,
    shared: valset.filter((row) => seen.has(key(row))).length,
    confirm: confirmset.length,
  });
  return { train, valset, confirmset, notes };
}

interface RowCounts {
  readonly repeatedTrain: number;
  readonly repeatedConfirm: number;
  readonly leftOut: number;
  readonly shared: number;
  readonly confirm: number;
}

function notesOn({ repeatedTrain, repeatedConfirm, leftOut, shared, confirm }: RowCounts): readonly string[] {
  const repeated = (count: number, set: string): string =>
    `${rows(count)} of the ${set} repeated another one and ${were(count)} left out.`;
  return [
    ...(repeatedTrain > 0 ? [repeated(repeatedTrain, 'trainset')] : []),
    ...(repeatedConfirm > 0 ? [repeated(repeatedConfirm, 'confirmset')] : []),
    ...(leftOut > 0
      ? [
          `${rows(leftOut)} of trainset and valset had the inputs of a row of the confirmset and ${were(leftOut)} left out.`,
        ]
      : []),
    ...(shared > 0
      ? [
          `${rows(shared)} of the valset ${were(shared)} in the trainset too: scores of the search flatter demos that give them away.`,
        ]
      : []),
    ...(confirm < fewestRows
      ? [`The confirmset has ${rows(confirm)}: no candidate can pass the test on fewer than ${fewestRows}.`]
      : []),
  ];
}

function refuseEmpty(given: readonly unknown[], name: string, why: string): void {
  if (given.length > 0) return;
  throw new DatasetError(
    `Cannot optimize: the ${name} has no rows, expected at least one, since ${why}. Give some.`,
  );
}

function refuseAllSecret(left: readonly unknown[], given: number, name: string, confirm: number): void {
  if (left.length > 0) return;
  throw new DatasetError(
    `Cannot optimize: no row of the ${name} is left: each of its ${rows(given)} has the inputs of one of the ` +
      `${rows(confirm)} of the confirmset, which the search must not see. Expected at least one other. Give the ${name} rows of its own.`,
  );
}

function different<E extends Example>(given: readonly E[]): readonly E[] {
  const byContent = new Map<string, E>();
  for (const row of given) {
    const content = contentHash(rowJson(row));
    if (!byContent.has(content)) byContent.set(content, row);
  }
  return [...byContent.values()];
}

/**
 * What makes two rows the same: their inputs, where a signature or a compiled program says which these are; else the
 * whole row.
 */
function inputKey(program: Program): (row: Example) => string {
  const { inputs: taken } = programFields(program);
  if (taken === undefined) return (row) => contentHash(rowJson(row));
  const inputs = taken.map(({ name }) => name);
  return (row) => contentHash(inputs.map((name) => rowJson(row[name])));
}

function rowJson(value: unknown): JsonValue {
  return toJson({ kind: 'json' }, value) ?? null;
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

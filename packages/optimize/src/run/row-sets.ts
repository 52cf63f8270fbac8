import { splitValidation } from '@sigil/evaluate';
import { contentHash } from '@sigil/hash';
import { DatasetError, type Example, type Program } from '@sigil/spec';
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
 * other sets, since a demo of it would give its answer away.
 *
 * @throws DatasetError when a set is empty, or a trainset holds values that JSON cannot hold
 */
export function rowSets<E extends Example, P extends object>(
  task: OptimizeTask<E, P>,
  seed: number,
): RowSets<E> {
  refuseEmpty(task.trainset, 'trainset', 'demos are made of its rows');
  refuseEmpty(task.valset, 'valset', 'candidates are compared on its rows');
  const split = task.confirmset === undefined ? splitValidation(task.valset, seed) : undefined;
  const confirmset = split?.confirmset ?? task.confirmset ?? [];
  refuseEmpty(confirmset, 'confirmset', 'the winner is tested on its rows. Give more validation rows');

  const key = inputKey(task.program);
  const secret = new Set(confirmset.map(key));
  const valset = (split?.valset ?? task.valset).filter((row) => !secret.has(key(row)));
  const given = trainRows(task.trainset);
  const train = given.filter(({ values }) => !secret.has(key(values)));
  refuseEmpty(valset, 'valset', 'all of its rows are in the confirmset too. Give other rows');
  refuseEmpty(train, 'trainset', 'all of its rows are in the confirmset too. Give other rows');

  const seen = new Set(train.map(({ values }) => key(values)));
  const shared = valset.filter((row) => seen.has(key(row))).length;
  const leftOut = given.length - train.length + (split?.valset ?? task.valset).length - valset.length;
  const repeated = task.trainset.length - given.length;
  const few = confirmset.length < fewestRows;
  const notes = [
    ...(repeated > 0
      ? [`${rows(repeated)} of the trainset repeated another one and ${were(repeated)} left out.`]
      : []),
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
    ...(few
      ? [
          `The confirmset has ${rows(confirmset.length)}: no candidate can pass the test on fewer than ${fewestRows}.`,
        ]
      : []),
  ];
  return { train, valset, confirmset, notes };
}

function refuseEmpty(rowsOfSet: readonly unknown[], name: string, why: string): void {
  if (rowsOfSet.length === 0) throw new DatasetError(`Cannot optimize: the ${name} has no rows, but ${why}.`);
}

/** Rows of a lone signature are told by their inputs; of other programs, whose inputs nobody declares, as a whole. */
function inputKey(program: Program): (row: Example) => string {
  const predictors = program.namedPredictors();
  const lone = predictors.size === 1 ? predictors.get('') : undefined;
  if (lone === undefined) return contentHash;
  const inputs = lone.fields.filter(({ direction }) => direction === 'in').map(({ name }) => name);
  return (row) => contentHash(inputs.map((name) => row[name] ?? null));
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

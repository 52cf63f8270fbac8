import type { Plan } from '@sigil/codegen';
import { UsageError } from '@sigil/spec';
import { matchingIds, matchTarget } from '../project/match-target.js';

/** A tuned file that nothing is used of, and the class that it belongs to now. */
export interface Move {
  /** Relative to the project. */
  readonly file: string;
  /** Id of the class. */
  readonly to: string;
}

type Orphan = Plan['warnings'][number];

/**
 * The tuned files that are to be moved.
 *
 * @param wanted the class as it was, or as it is, and the class that it is now; what is absent is found by its fields
 * @throws UsageError when it cannot be told
 */
export function chooseMoves(
  { warnings, signatures, programs, root }: Plan,
  wanted: { readonly from: string | undefined; readonly to: string | undefined },
  cwd: string,
): readonly Move[] {
  const ids = [...signatures, ...programs].map(({ id }) => id);
  const orphans = warnings.filter(({ status }) => status === 'orphaned');
  if (wanted.from === undefined && wanted.to === undefined) return fitting(orphans);
  if (orphans.length === 0)
    throw new UsageError('Cannot move tuned state: every .opt.json of the project belongs to its class.');
  if (wanted.from !== undefined && wanted.to !== undefined) {
    return [
      { file: orphanOf(wanted.from, orphans, root, cwd).file, to: matchTarget(wanted.to, ids, root, cwd) },
    ];
  }
  // One name only: that of the class before, or that of the class now.
  const name = wanted.from ?? wanted.to ?? '';
  const [before] = orphansNamed(name, orphans, root, cwd);
  if (before !== undefined) return fitting([orphanOf(name, orphans, root, cwd)]);
  const to = matchTarget(name, ids, root, cwd);
  const chosen = fitting(orphans.filter(({ movedTo }) => movedTo === to));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `Cannot move tuned state to '${to}': no state without a class has its fields. Name both: ${commands(orphans, to)}`,
  );
}

/** Each to the class that has its fields. */
function fitting(orphans: readonly Orphan[]): readonly Move[] {
  const moves = orphans.map(({ file, signature, movedTo }): Move => {
    if (movedTo !== undefined) return { file, to: movedTo };
    throw new UsageError(
      `Cannot move ${file}: not exactly one class without tuned state has the fields of '${signature}'. ` +
        `Name the class: ${commands([{ signature }], 'CLASS')}`,
    );
  });
  for (const [at, { file, to }] of moves.entries()) {
    const first = moves.find((move) => move.to === to);
    if (first === undefined || first === moves[at]) continue;
    throw new UsageError(
      `Cannot move ${first.file} and ${file}: the fields of both are those of '${to}'. Remove one of the two.`,
    );
  }
  return moves;
}

function orphanOf(name: string, orphans: readonly Orphan[], root: string, cwd: string): Orphan {
  const [only, ...others] = orphansNamed(name, orphans, root, cwd);
  const ids = orphans.map(({ signature }) => signature).join(', ');
  if (only === undefined)
    throw new UsageError(`Cannot find tuned state of '${name}' without a class: there is that of ${ids}.`);
  if (others.length === 0) return only;
  throw new UsageError(`Cannot tell which tuned state '${name}' means: there is that of ${ids}. Name one.`);
}

function orphansNamed(
  name: string,
  orphans: readonly Orphan[],
  root: string,
  cwd: string,
): readonly Orphan[] {
  return orphans.filter(
    ({ signature, file }) => file === name || matchingIds(name, [signature], root, cwd).length > 0,
  );
}

function commands(orphans: readonly { readonly signature: string }[], to: string): string {
  return orphans.map(({ signature }) => `'sigil migrate ${signature} --move ${to}'`).join(' or ');
}

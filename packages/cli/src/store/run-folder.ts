import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';

/** A folder that keeps what one run did. */
export interface RunFolder {
  /** Absolute. */
  readonly folder: string;
  /** Writes a value as `name`, indented. */
  writeJson(name: string, value: unknown): void;
  /** Writes lines as `name`. */
  writeLines(name: string, lines: readonly string[]): void;
  /** Adds one line to `name` at once, so that a kill loses nothing. */
  appendLine(name: string, line: string): void;
}

/**
 * Makes the folder of a run under `runs`: `2026-11-02-1412-eval-Ticket`, with `-2` behind it when that one is taken.
 * It is made before anything is paid for, so that a folder that cannot be written is found in time.
 *
 * @param runs absolute path of `.sigil/runs`
 * @param what `eval` or `optimize`
 * @param date names the folder; nothing else depends on it
 * @throws UsageError when the folder cannot be made
 */
export function newRunFolder(runs: string, what: string, className: string, date: Date): RunFolder {
  const stamp = date.toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const name = `${stamp}-${what}-${className}`;
  make(runs, true);
  for (let number = 1; ; number += 1) {
    const folder = path.join(runs, number === 1 ? name : `${name}-${number}`);
    if (make(folder, false)) return at(folder);
  }
}

/** The same in a folder that the user named. What is in it already is written over. */
export function givenRunFolder(folder: string): RunFolder {
  make(folder, true);
  return at(folder);
}

function at(folder: string): RunFolder {
  const write = (name: string, text: string, flag: 'w' | 'a'): void => {
    try {
      writeFileSync(path.join(folder, name), text, { flag });
    } catch (cause) {
      const fix = 'Make room, then run the command again: replies are kept.';
      throw new UsageError(`Cannot keep the record of this run: ${reasonOf(cause)}. ${fix}`, { cause });
    }
  };
  return {
    folder,
    writeJson: (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`, 'w'),
    writeLines: (name, lines) => write(name, lines.map((line) => `${line}\n`).join(''), 'w'),
    appendLine: (name, line) => write(name, `${line}\n`, 'a'),
  };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** @returns false when it was there already, unless it may be */
function make(folder: string, mayExist: boolean): boolean {
  try {
    mkdirSync(folder, { recursive: mayExist });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (!mayExist && code === 'EEXIST') return false;
    throw new UsageError(
      `Cannot keep the record of this run: ${folder} cannot be made (${reasonOf(cause)}). ` +
        `Make the folder writable. Nothing was sent.`,
      { cause },
    );
  }
}

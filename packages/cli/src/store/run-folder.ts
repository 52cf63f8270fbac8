import { rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '@sigil/files';
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
  /** Takes away what this run made, where there was nothing to keep. What was there before stays. */
  discard(): void;
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
  for (let number = 1; ; number += 1) {
    const folder = path.join(runs, number === 1 ? name : `${name}-${number}`);
    const made = make(folder);
    if (made.includes(folder)) return at(folder, made);
  }
}

/** The same in a folder that the user named. What is in it already is written over. */
export function givenRunFolder(folder: string): RunFolder {
  return at(folder, make(folder));
}

/** @param made folders that were made for it, the outermost first */
function at(folder: string, made: readonly string[]): RunFolder {
  const written = new Set<string>();
  const write = (name: string, text: string, flag: 'w' | 'a'): void => {
    try {
      writeFileSync(path.join(folder, name), text, { flag });
      written.add(name);
    } catch (cause) {
      throw new UsageError(
        `Cannot keep the record of this run: ${path.join(folder, name)} cannot be written (${reasonOf(cause)}). Free some space there.`,
        { cause },
      );
    }
  };
  return {
    folder,
    writeJson: (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`, 'w'),
    writeLines: (name, lines) => write(name, lines.map((line) => `${line}\n`).join(''), 'w'),
    appendLine: (name, line) => write(name, `${line}\n`, 'a'),
    discard() {
      if (!made.includes(folder)) return;
      for (const name of written) rmSync(path.join(folder, name), { force: true });
      for (const each of made.toReversed()) if (!removeEmpty(each)) return;
    },
  };
}

function make(folder: string): readonly string[] {
  try {
    return makeFolder(folder);
  } catch (cause) {
    throw new UsageError(
      `Cannot keep the record of this run: the folder ${folder} cannot be made, since ${reasonOf(cause)}. ` +
        `Make that writable, or name another folder. Nothing was sent.`,
      { cause },
    );
  }
}

/** @returns false where something else is in it */
function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY') return false;
    throw error;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

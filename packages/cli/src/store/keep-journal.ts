import type { JournalEvent } from '@sigil/spec';
import type { RunFolder } from './run-folder.js';

/** What an optimization tells, on disk. */
export interface Journal {
  add(event: JournalEvent): void;
  /**
   * Writes the record at the end.
   *
   * @returns what could not be written of the journal or of the record; undefined when all of it is there
   */
  end(record: object): unknown;
}

/**
 * Keeps the journal of a run, event by event. A search was paid for: it does not end because its journal cannot be
 * written, on a full disk say. Then the rest of it is left out.
 *
 * @param warn told once, at once
 */
export function keepJournal(folder: RunFolder, warn: (text: string) => void): Journal {
  let problem: unknown;
  const attempt = (write: () => void): void => {
    if (problem !== undefined) return;
    try {
      write();
    } catch (error) {
      problem = error;
      warn(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    add: (event) => attempt(() => folder.appendLine('journal.jsonl', JSON.stringify(event))),
    end(record) {
      attempt(() => folder.writeJson('record.json', record));
      return problem;
    },
  };
}

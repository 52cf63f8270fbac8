import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProject } from './hundred-classes.js';

/** The command, as it is built. */
export const SIGIL = fileURLToPath(new URL('../node_modules/@sigil/cli/dist/bin.js', import.meta.url));

/** A project of signature classes in a temporary folder. */
export interface ProjectOfClasses {
  /** Absolute. */
  readonly root: string;
  /** Takes away all that the generator left. */
  clean(): void;
  /** Writes one of its classes anew. */
  edit(index: number, text: string): void;
  remove(): void;
}

/** @param text of a class by its number */
export function projectOfClasses(classes: number, text?: (index: number) => string): ProjectOfClasses {
  // Inside this package, so that the classes' import of sigil resolves.
  const root = mkdtempSync(fileURLToPath(new URL('../.generate-', import.meta.url)));
  writeProject(root, classes, text);
  return {
    root,
    edit: (index, source) => writeFileSync(join(root, `src/ticket${index}.ts`), source),
    clean() {
      rmSync(join(root, 'node_modules'), { recursive: true, force: true });
      for (let index = 0; index < classes; index++)
        rmSync(join(root, `src/ticket${index}.gen.ts`), { force: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What a process took. */
export interface Taken {
  /** Milliseconds. */
  readonly wall: number;
  /** Most memory that it held, in MB of 1,048,576 bytes. */
  readonly memory: number;
}

const REPORT = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process._rawDebug('maxRSS ' + process.resourceUsage().maxRSS));",
)}`;

/** Runs Node in a folder, as a process of its own. */
export function runNode(cwd: string, args: readonly string[]): Taken {
  const start = performance.now();
  const done = spawnSync(process.execPath, ['--import', REPORT, ...args], { cwd, encoding: 'utf8' });
  const wall = performance.now() - start;
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} failed: ${done.stdout}${done.stderr}`);
  return { wall, memory: Number(/maxRSS (\d+)/u.exec(done.stderr)?.[1]) / 1024 };
}

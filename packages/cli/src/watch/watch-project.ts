import { readFile } from 'node:fs/promises';
import { sha256 } from '@sigil/hash';
import { watch, type FSWatcher } from 'chokidar';
import { changeLines, errorCount, generatedText, remarksText } from '../report/compile-report.js';
import { tellError } from '../report/tell-error.js';
import { onInterrupt } from '../terminal/interrupt.js';
import { plural } from '../terminal/number-text.js';
import type { Shell } from '../terminal/shell.js';
import { MissedEdits } from './missed-edits.js';
import { WarmGenerator, type WarmRun } from './warm-generator.js';
import { isConfig, watchedFiles, type WatchedFiles } from './watched-files.js';

/** From the last change to the run, in milliseconds: an editor writes a file in several steps. */
const QUIET = 20;

/** chokidar passes over a second change of a file within 50 ms: what changed is looked at again, in milliseconds. */
const DEAF = 100;

/** How often files are looked at of which no event came, in milliseconds. */
const ROUND = 500;

/**
 * Generates a project, and again whenever a source changes, until Ctrl-C.
 *
 * @throws UsageError where there is no project, or its configuration is broken at the start
 */
export async function watchProject(shell: Shell): Promise<number> {
  const generator = new WarmGenerator(shell.cwd);
  const { root } = await generator.project();
  const { out, err } = shell.terminal;
  const hashes = new Map<string, string | undefined>();
  let watched: WatchedFiles = watchedFiles(root, [], []);
  // oxlint-disable-next-line eslint/prefer-const -- it is made when it is known what to watch
  let watcher: FSWatcher | undefined;
  const added = new Set<string>();
  let told = '';

  const first = await generator.run();
  const remarks = ({ planned }: WarmRun): string => {
    const errors = errorCount(planned);
    return remarksText(err, planned) + (errors === 0 ? '' : `Errors: ${errors}. Nothing was written.\n`);
  };
  told = remarks(first);
  err.write(told);
  if (errorCount(first.planned) === 0) out.write(generatedText(first.planned, first, out.paint));
  const rewatch = ({ planned }: WarmRun): void => {
    watched = watchedFiles(root, planned.inputs.include, generator.files);
    const more = watched.paths.filter((file) => !added.has(file));
    for (const file of more) added.add(file);
    if (more.length > 0) watcher?.add(more);
  };
  rewatch(first);
  generator.remember();

  let readAt = Date.now();
  const run = async (): Promise<void> => {
    readAt = Date.now();
    try {
      const done = await generator.run();
      const said = remarks(done);
      if (said !== told && said !== '') err.write(said);
      if (said === '' && told !== '') out.write('No errors or warnings any more.\n');
      told = said;
      out.write(changeLines(done.planned, done, out.paint));
      rewatch(done);
    } catch (error) {
      // What is broken now may be mended with the next edit.
      tellError(shell, error, false);
      told = String(error);
    }
  };

  const interrupt = onInterrupt(
    () => undefined,
    () => undefined,
  );
  const stopped = new Promise<void>((resolve) => {
    interrupt.signal.addEventListener('abort', () => resolve());
  });
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const changed = new Set<string>();
  const lookAt = (files: readonly string[], after: number): void => {
    for (const file of files) changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(settle);
    }, after);
  };
  const settle = async (): Promise<void> => {
    const files = [...changed];
    changed.clear();
    const edited = await editedOf(files, hashes);
    if (edited.length === 0) return;
    if (edited.some((file) => isConfig(file, root) || generator.isConfigCode(file)))
      generator.forgetProject();
    await run();
    if (changed.size === 0) lookAt(edited, DEAF);
  };
  watcher = watch(watched.paths.slice(), {
    ignoreInitial: true,
    ignored: (file, stats) => watched.ignores(file, stats),
  });
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    lookAt([file], QUIET);
  });
  watcher.on('error', (error) => tellError(shell, error, false));
  await new Promise<void>((resolve) => {
    watcher?.once('ready', () => resolve());
  });
  // What was edited before the watcher listened.
  await run();
  const missed = new MissedEdits();
  const lookAround = async (): Promise<void> => {
    const files = await missed.find(generator.files, readAt);
    if (files.length > 0) lookAt(files, QUIET);
  };
  const rounds = setInterval(() => {
    running = running.then(lookAround);
  }, ROUND);
  out.write(`Watching ${plural(generator.files.size, 'file')} for changes. Stop with Ctrl-C.\n`);

  await stopped;
  clearInterval(rounds);
  clearTimeout(timer);
  await running;
  await watcher.close();
  generator.remember();
  interrupt.release();
  return 0;
}

/** Those of the files whose bytes are not as they were when they last changed. */
async function editedOf(
  paths: readonly string[],
  hashes: Map<string, string | undefined>,
): Promise<readonly string[]> {
  const edited: string[] = [];
  for (const file of paths) {
    const hash = await hashOf(file);
    if (!hashes.has(file) || hashes.get(file) !== hash) edited.push(file);
    hashes.set(file, hash);
  }
  return edited;
}

async function hashOf(file: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(file));
  } catch (error) {
    // It is gone.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

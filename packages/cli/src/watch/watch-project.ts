import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { watch, type FSWatcher } from 'chokidar';
import { tellError } from '../report/tell-error.js';
import { onInterrupt } from '../terminal/interrupt.js';
import { plural } from '../terminal/number-text.js';
import type { Shell } from '../terminal/shell.js';
import { EditQueue } from './edit-queue.js';
import { MissedEdits } from './missed-edits.js';
import { RunTeller } from './run-teller.js';
import { WarmGenerator, type WarmRun } from './warm-generator.js';
import { isConfig, isOutput, watchedFiles, type WatchedFiles } from './watched-files.js';

/** From the last change to the run, in milliseconds: an editor writes a file in several steps. */
const QUIET = 10;

/** How often files are looked at of which no event came, in milliseconds. */
const ROUND = 500;

/**
 * Generates a project, and again whenever a source changes, until Ctrl-C.
 *
 * @throws UsageError where there is no project, or its configuration is broken at the start
 */
export async function watchProject(shell: Shell): Promise<number> {
  const generator = new WarmGenerator(shell.cwd);
  await generator.project();
  const teller = new RunTeller(shell);
  const first = await generator.run();
  teller.first(first);
  generator.remember();
  const interrupt = onInterrupt(
    () => undefined,
    () => undefined,
  );
  const watching = new Watching(shell, generator, teller, first);
  await watching.start();

  shell.terminal.out.write(
    `Watching ${plural(generator.files.size, 'file')} for changes. Stop with Ctrl-C.\n`,
  );
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
  await watching.close();
  generator.remember();
  interrupt.release();
  return 0;
}

/** A project under watch: runs its generator for every edit. */
class Watching {
  readonly #shell: Shell;
  readonly #generator: WarmGenerator;
  readonly #teller: RunTeller;
  readonly #queue = new EditQueue((paths) => this.#takeIn(paths));
  readonly #missed = new MissedEdits();
  #watched: WatchedFiles;
  #watcher: FSWatcher | undefined;
  #added: ReadonlySet<string>;
  #rounds: NodeJS.Timeout | undefined;
  #readAt = Date.now();

  constructor(shell: Shell, generator: WarmGenerator, teller: RunTeller, first: WarmRun) {
    this.#shell = shell;
    this.#generator = generator;
    this.#teller = teller;
    this.#watched = this.#watchedBy(first);
    this.#added = new Set(this.#watched.paths);
  }

  async start(): Promise<void> {
    this.#watcher = watch([...this.#added], {
      ignoreInitial: true,
      ignored: (path, stats) => this.#watched.ignores(path, stats),
    });
    this.#watcher.on('all', (event, path) => {
      if (event === 'addDir' || event === 'unlinkDir') return;
      if (!isOutput(path)) this.#queue.look([path], QUIET);
      // Of what the generator writes only the loss is news.
      else if (event === 'unlink' && !existsSync(path)) this.#queue.lookAnew(path, QUIET);
    });
    this.#watcher.on('error', (error) => tellError(this.#shell, error, false));
    await once(this.#watcher, 'ready');
    // What was edited before the watcher listened.
    await this.#run();
    this.#rounds = setInterval(() => this.#queue.after(() => this.#lookAround()), ROUND);
  }

  async close(): Promise<void> {
    clearInterval(this.#rounds);
    await this.#queue.close();
    await this.#watcher?.close();
  }

  async #takeIn(paths: readonly string[]): Promise<void> {
    const { root } = this.#watched;
    if (paths.some((path) => isConfig(path, root) || this.#generator.isConfigCode(path)))
      this.#generator.forgetProject();
    await this.#run();
  }

  async #run(): Promise<void> {
    this.#readAt = Date.now();
    try {
      const run = await this.#generator.run();
      this.#teller.again(run);
      this.#rewatch(run);
    } catch (error) {
      this.#teller.failed(error);
    }
  }

  #rewatch(run: WarmRun): void {
    this.#watched = this.#watchedBy(run);
    const more = this.#watched.paths.filter((path) => !this.#added.has(path));
    this.#added = new Set([...this.#added, ...more]);
    if (more.length > 0) this.#watcher?.add(more);
  }

  #watchedBy({ planned }: WarmRun): WatchedFiles {
    return watchedFiles(planned, this.#generator.files);
  }

  #lookAround(): void {
    const paths = new Set([...this.#generator.files, ...this.#watched.folders]);
    const edited = this.#missed.find(paths, this.#generator.awaited, this.#readAt);
    if (edited.length > 0) this.#queue.look(edited, QUIET);
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { classText, CLASSES } from './hundred-classes.js';
import { digits, median, spread, times, type Figure } from './measure.js';
import { projectOfClasses, runNode, SIGIL } from './project-of-classes.js';

const TURNS = 15;
const WANTED = 60;

/** From the saving of one of 100 sources to the line that says what was written, under `sigil generate --watch`. */
export async function watchCost(): Promise<Figure> {
  const project = projectOfClasses(CLASSES);
  const watcher = spawn(process.execPath, [SIGIL, 'generate', '--watch'], { cwd: project.root });
  try {
    watcher.stdout.setEncoding('utf8');
    const says = async (word: string): Promise<void> => {
      for (let said = ''; !said.includes(word);) said += String((await once(watcher.stdout, 'data'))[0]);
    };
    await says('Watching');
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      // The watcher is quiet again, as it is for a person.
      await wait(200);
      const start = performance.now();
      project.edit(turn, classText(turn).replace("'sales'", `'sales' | 'team${turn}'`));
      await says(`ticket${turn}.gen.ts`);
      turns.push(performance.now() - start);
    }
    // The first edits are read by code that is not compiled yet.
    const warm = turns.slice(3);
    const bare = runNode(project.root, ['-e', '']).wall;
    return {
      what: `sigil generate --watch, one of ${CLASSES} sources edited: from saving to what was written`,
      wanted: `<= ${WANTED} ms`,
      median: `${digits(median(warm))} ms`,
      spread: spread(warm),
      beside: [times(median(warm), bare, `a bare Node process (${digits(bare)} ms)`)],
      reached: median(warm) <= WANTED,
    };
  } finally {
    watcher.kill('SIGINT');
    await once(watcher, 'close');
    project.remove();
  }
}

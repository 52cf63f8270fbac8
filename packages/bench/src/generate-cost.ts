import { median, spread, times, type Figure } from './measure.js';
import { projectOfClasses, runNode, SIGIL, type Taken } from './project-of-classes.js';

/** What is wanted of a project of so many classes: from nothing, and with nothing changed on top of bare Node. */
interface Wanted {
  readonly classes: number;
  readonly turns: number;
  /** Milliseconds. */
  readonly cold: number;
  /** MB. */
  readonly memory: number;
  /** Milliseconds. */
  readonly unchanged: number;
}

const WANTED: readonly Wanted[] = [
  { classes: 100, turns: 7, cold: 1300, memory: 170, unchanged: 100 },
  { classes: 1000, turns: 3, cold: 2300, memory: 230, unchanged: 150 },
];

/** Wall time and memory of `sigil generate`: from nothing, and with nothing changed. */
export function generateCost(): readonly Figure[] {
  return WANTED.flatMap(costOf);
}

function costOf(wanted: Wanted): readonly Figure[] {
  const { classes, turns } = wanted;
  const project = projectOfClasses(classes);
  try {
    const bare: Taken[] = [];
    const cold: Taken[] = [];
    const unchanged: Taken[] = [];
    for (let turn = 0; turn < turns; turn++) {
      project.clean();
      cold.push(runNode(project.root, [SIGIL, 'generate']));
      bare.push(runNode(project.root, ['-e', '']));
      unchanged.push(runNode(project.root, [SIGIL, 'generate']));
    }
    const walls = cold.map(({ wall }) => wall);
    const memories = cold.map(({ memory }) => memory);
    const base = median(bare.map(({ wall }) => wall));
    const baseMemory = median(bare.map(({ memory }) => memory));
    const more = unchanged.map(({ wall }) => wall - base);
    const what = `sigil generate, ${classes} classes`;
    const bareNode = `a bare Node process (${seconds(base)} s)`;
    return [
      {
        what: `${what}, from nothing: wall time`,
        wanted: `<= ${seconds(wanted.cold)} s`,
        median: `${seconds(median(walls))} s`,
        spread: spread(walls, seconds),
        beside: [times(median(walls), base, bareNode)],
        reached: median(walls) <= wanted.cold,
      },
      {
        what: `${what}, from nothing: most memory`,
        wanted: `<= ${wanted.memory} MB`,
        median: `${median(memories).toFixed(0)} MB`,
        spread: spread(memories, (value) => value.toFixed(0)),
        beside: [times(median(memories), baseMemory, `a bare Node process (${baseMemory.toFixed(0)} MB)`)],
        reached: median(memories) <= wanted.memory,
      },
      {
        what: `${what}, nothing changed: wall time on top of bare Node`,
        wanted: `<= ${seconds(wanted.unchanged)} s`,
        median: `${seconds(median(more))} s`,
        spread: spread(more, seconds),
        beside: [times(median(more) + base, base, bareNode)],
        reached: median(more) <= wanted.unchanged,
      },
    ];
  } finally {
    project.remove();
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

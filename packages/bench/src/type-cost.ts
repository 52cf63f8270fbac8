import { fileURLToPath } from 'node:url';
import { classText } from './hundred-classes.js';
import { digits, median, spread, times, type Figure } from './measure.js';
import { projectOfClasses, runNode, SIGIL, type ProjectOfClasses } from './project-of-classes.js';

const CLASSES = 1000;
const TURNS = 3;

const COMPILERS = [
  { version: 7, path: 'typescript-7/bin/tsc', wanted: 1.5 },
  { version: 6, path: 'typescript/bin/tsc6', wanted: 6 },
] as const;

/** What an artifact with its schemas and a predictor cost the compiler, on top of the decorated class. */
export function typeCost(): readonly Figure[] {
  const compiled = projectOfClasses(CLASSES, (index) => `${classText(index)}${use(index)}`);
  const bare = projectOfClasses(CLASSES, bareText);
  try {
    runNode(compiled.root, [SIGIL, 'generate']);
    return COMPILERS.map((compiler) => costWith(compiler, compiled, bare));
  } finally {
    compiled.remove();
    bare.remove();
  }
}

function costWith(
  { version, path, wanted }: (typeof COMPILERS)[number],
  compiled: ProjectOfClasses,
  bare: ProjectOfClasses,
): Figure {
  const compiler = fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
  const each: number[] = [];
  const bases: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const base = runNode(bare.root, [compiler, '-p', bare.root]).wall;
    each.push((runNode(compiled.root, [compiler, '-p', compiled.root]).wall - base) / CLASSES);
    bases.push(base / CLASSES);
  }
  const own = median(bases);
  return {
    what: `tsc ${version}, ${CLASSES} signatures with their schemas: time for each on top of the bare class`,
    wanted: `<= ${wanted} ms`,
    median: `${digits(median(each))} ms`,
    spread: spread(each),
    beside: [times(median(each) + own, own, `the bare class (${digits(own)} ms)`)],
    reached: median(each) <= wanted,
  };
}

function use(index: number): string {
  return `
import { Predict } from 'sigil';
export const predict${index} = new Predict(Ticket${index});
`;
}

function bareText(index: number): string {
  return classText(index)
    .replace(/^import \* as gen.*\n/mu, '')
    .replace(/^ {2}static readonly artifact.*\n/mu, '');
}

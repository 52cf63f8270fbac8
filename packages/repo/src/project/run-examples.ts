import { join } from 'node:path';
import type { Finding } from '../check/check.js';
import type { ModuleLine } from '../example/example-module.js';
import { outFolder } from './compile.js';
import { runNode, type Finished } from './run-process.js';
import type { TemporaryProject } from './temporary-project.js';

/** The file that modules with expected values import. */
export const expectModule = 'expect-value.ts';

/** Says on standard error what is not as an example says, one JSON a line, and lets the example go on. */
export const expectSource = `import { isDeepStrictEqual, inspect } from 'node:util';

export function expectValue(place: string, value: unknown, expected: unknown): void {
  if (isDeepStrictEqual(value, expected)) return;
  console.error(JSON.stringify([place, inspect(value, { depth: 9, breakLength: Infinity })]));
  process.exitCode = 1;
}
`;

/** A compiled module that says what comes out. */
export interface Runnable {
  readonly file: string;
  readonly lines: readonly ModuleLine[];
  readonly output: readonly ModuleLine[];
}

/** Runs each example in a process of its own, in the root of the project, two at a time. */
export async function runExamples(
  project: TemporaryProject,
  examples: readonly Runnable[],
): Promise<Finding[]> {
  const waiting = [...examples];
  const found: Finding[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      found.push(...(await runExample(project, next)));
    }
  };
  await Promise.all([worker(), worker()]);
  return found;
}

async function runExample(project: TemporaryProject, example: Runnable): Promise<Finding[]> {
  const script = join(project.root, outFolder, example.file.replace(/\.tsx?$/, '.js'));
  const finished = await runNode([script], project.root);
  const values = wrongValues(finished);
  if (finished.code !== 0 && values.length === 0) {
    const { path = example.file, line } = example.lines[0] ?? {};
    return [{ path, line, message: `does not run: ${thrown(finished)}` }];
  }
  return [...values, ...wrongOutput(finished, example)];
}

/** The line that tells the error, without the places in compiled files. */
function thrown({ code, stderr }: Finished): string {
  return /^\w*Error\b.*$/m.exec(stderr)?.[0] ?? (stderr.trim() || `exit status ${code}`);
}

function wrongValues({ stderr }: Finished): Finding[] {
  return [...stderr.matchAll(/^\["(.+):(\d+)",(".*")\]$/gm)].map(([, path = '', line, got = '']) => ({
    path,
    line: Number(line),
    message: `has the value ${String(JSON.parse(got))}, and '// ->' says another.`,
  }));
}

function wrongOutput({ stdout }: Finished, { output, lines }: Runnable): Finding[] {
  const printed = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n');
  const wrong = output.find(({ text }, index) => printed[index] !== text);
  if (wrong !== undefined) {
    const got = printed[output.indexOf(wrong)];
    const found = got === undefined ? 'prints nothing more' : `prints '${got}'`;
    return [{ path: wrong.path, line: wrong.line, message: `${found}, and '// ->' says '${wrong.text}'.` }];
  }
  const more = printed[output.length];
  if (more === undefined) return [];
  const { path, line } = output.at(-1) ?? lines[0] ?? { path: '', line: 1 };
  return [{ path, line, message: `is followed by the output '${more}', which no '// ->' tells.` }];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import type { Finding } from './check/check.js';
import { commentModules, relativeImport } from './example/comment-modules.js';
import { documentModules } from './example/document-modules.js';
import { type Expectations, readExpectations } from './example/expectations.js';
import { exportedNames } from './example/known-names.js';
import { compile } from './project/compile.js';
import { generate } from './project/generate.js';
import { expectModule, expectSource, runExamples } from './project/run-examples.js';
import { TemporaryProject } from './project/temporary-project.js';
import { Tree } from './tree/tree.js';

const stageFile = 'src/stage.ts';
const ticketImport = /from '\.\/ticket\.js'/;

interface Prepared extends Expectations {
  readonly file: string;
}

/**
 * Compiles the TypeScript of all documents and doc comments of a tree, and runs what says what comes out.
 *
 * @param repository the root of the built repository: its packages are what the examples import
 */
export async function brokenExamples(tree: Tree, repository: string): Promise<Finding[]> {
  const sample = (name: string): string =>
    readFileSync(join(repository, 'packages/repo/samples', name), 'utf8');
  const stageText = sample('stage.ts');
  const stage = { file: stageFile, names: exportedNames(new Tree({ [stageFile]: stageText }), stageFile) };
  const built = (path: string): string =>
    join(repository, path.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
  const modules = [...documentModules(tree), ...commentModules(tree, stage, built)].map(({ file, lines }) =>
    withImport({ file, ...readExpectations(lines) }),
  );
  const misplaced = modules
    .flatMap((each) => each.misplaced)
    .map(({ path, line }) => ({
      path,
      line,
      message: "has '// ->' behind something that is no expression.",
    }));
  if (misplaced.length > 0) return misplaced;

  const project = new TemporaryProject(repository, tree);
  try {
    project.write(stageFile, stageText);
    project.write('src/ticket.ts', sample('ticket.ts'));
    project.write(expectModule, expectSource);
    writeModules(project, modules);
    const refused = await generate(project, modules);
    // Without its generated files nothing compiles.
    if (refused.length > 0) return refused;
    const errors = await compile(project, repository, modules);
    const places = new Set(errors.map(({ path, line }) => `${path}:${line}`));
    const runnable = modules.filter(
      ({ runs, lines }) => runs && !lines.some(({ path, line }) => places.has(`${path}:${line}`)),
    );
    return [...errors, ...(await runExamples(project, runnable))];
  } finally {
    project.remove();
  }
}

/** A document that imports a ticket and shows none means the one of the stage. */
function writeModules(project: TemporaryProject, modules: readonly Prepared[]): void {
  for (const { file, lines } of modules) project.write(file, `${lines.map(({ text }) => text).join('\n')}\n`);
  for (const { file, lines } of modules) {
    const ticket = `${dirname(file)}/ticket.ts`;
    if (!lines.some(({ text }) => ticketImport.test(text)) || project.has(ticket)) continue;
    project.write(ticket, `export { Ticket } from '${relativeImport(ticket, 'src/ticket.ts')}';\n`);
  }
}

/** On the line that is there first, so that lines stay where they were. */
function withImport(each: Prepared): Prepared {
  const [first, ...rest] = each.lines;
  if (first === undefined || !each.lines.some(({ text }) => /^\s*expectValue\(/.test(text))) return each;
  const text = `import { expectValue } from '${relativeImport(each.file, expectModule)}'; ${first.text}`;
  return { ...each, lines: [{ ...first, text }, ...rest] };
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Project } from './project.js';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../..', import.meta.url));

/** A compiler configuration. */
export function options(kind: 'legacy' | 'standard', exact: boolean): string {
  return JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'ESNext.Decorators'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      strict: true,
      noEmit: true,
      declaration: true,
      skipLibCheck: true,
      isolatedModules: true,
      verbatimModuleSyntax: true,
      types: [],
      exactOptionalPropertyTypes: exact,
      experimentalDecorators: kind === 'legacy',
    },
    include: ['src'],
  });
}

/** What the compiler prints, without colors. */
export async function compile(project: Project, compiler: 'tsc' | 'tsc6'): Promise<string> {
  try {
    await run(`${workspace}node_modules/.bin/${compiler}`, ['-p', project.root, '--pretty', 'false'], {
      cwd: project.root,
    });
    return '';
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

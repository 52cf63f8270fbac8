import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { transform, type Options } from '@swc/core';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../../..', import.meta.url));

/** `legacy`: experimentalDecorators. `standard`: those of the language. */
export type Decorators = 'legacy' | 'standard';

/** Builds and runs the program in a folder that has its sources, and gives what it prints. */
export type Tool = (folder: string, decorators: Decorators) => Promise<string>;

const sources = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** What a process prints; what it complains of where it fails. */
async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(command, [...args], { cwd, env: { ...process.env, NO_COLOR: '1' } });
    return stdout.trim();
  } catch (error) {
    if (!(error instanceof Error) || !('stdout' in error) || !('stderr' in error)) throw error;
    return `failed: ${String(error.stdout)}${String(error.stderr)}`;
  }
}

/** Node of another version than the one that runs, or undefined where its package is not installed. */
export function nodeOf(version: '22' | '24'): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return join(require.resolve(`node-${version}/package.json`), '..', 'bin', 'node');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function compiledBy(compiler: 'tsc' | 'tsc6', node: string): Tool {
  return async (folder) => {
    const complaint = await output(join(workspace, 'node_modules/.bin', compiler), ['-p', folder], folder);
    return complaint === '' ? output(node, ['out/main.js', 'print'], folder) : complaint;
  };
}

/**
 * Node with a loader that compiles TypeScript.
 *
 * @param loader its address
 */
function loadedBy(loader: string, node: string = process.execPath): Tool {
  return (folder) => output(node, ['--import', loader, 'main.ts', 'print'], folder);
}

const esbuild: Tool = async (folder) => {
  await build({
    absWorkingDir: folder,
    entryPoints: ['main.ts'],
    outfile: join(folder, 'out/bundle.mjs'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return output(process.execPath, ['out/bundle.mjs', 'print'], folder);
};

/** @param decorators its option for decorators, as users write it into .swcrc */
function swc(decorators: NonNullable<NonNullable<Options['jsc']>['transform']>): Tool {
  return async (folder) => {
    mkdirSync(join(folder, 'out'), { recursive: true });
    for (const name of sources(folder)) {
      const { code } = await transform(readFileSync(join(folder, name), 'utf8'), {
        filename: name,
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: decorators,
          target: 'es2022',
        },
        module: { type: 'es6' },
      });
      writeFileSync(join(folder, 'out', name.replace('.ts', '.js')), code);
    }
    return output(process.execPath, ['out/main.js', 'print'], folder);
  };
}

/**
 * The test runner of the workspace, on a test that prints what the program finds.
 *
 * @param config of its own: that of this workspace must not be found
 */
const vitest =
  (config: string): Tool =>
  async (folder) => {
    writeFileSync(
      join(folder, 'main.test.ts'),
      `import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { main } from './main.js';

it('runs', async () => writeFileSync('found.txt', await main()));
`,
    );
    writeFileSync(join(folder, 'vitest.config.mjs'), config);
    const printed = await output(join(workspace, 'node_modules/.bin/vitest'), ['run'], folder);
    const found = join(folder, 'found.txt');
    return existsSync(found) ? readFileSync(found, 'utf8') : printed;
  };

const WITH_PLUGIN = `import { standardDecorators } from 'sigil/vite';
export default { plugins: [standardDecorators()] };
`;

/** Node without a loader: it takes the types away itself. */
const strip = (node: string): Tool => {
  return (folder) => output(node, ['--experimental-strip-types', 'ticket.ts'], folder);
};

const [node22, node24] = [nodeOf('22'), nodeOf('24')];

/** The tools by name; those that need a Node that is not installed are left out. */
export const tools: Readonly<Record<string, Tool>> = {
  'tsc 6': compiledBy('tsc6', process.execPath),
  'tsc 7': compiledBy('tsc', process.execPath),
  tsx: loadedBy(import.meta.resolve('tsx')),
  esbuild,
  'swc, legacyDecorator': swc({ legacyDecorator: true }),
  'swc, decoratorVersion 2022-03': swc({ decoratorVersion: '2022-03' }),
  'swc, no option': swc({}),
  '@oxc-node/core': loadedBy(import.meta.resolve('@oxc-node/core/register')),
  'vitest 4, vite 8': vitest('export default {};'),
  'vitest 4, vite 8, sigil/vite': vitest(WITH_PLUGIN),
  ...(node22 === undefined
    ? {}
    : { 'tsc 7, Node 22': compiledBy('tsc', node22), 'Node 22, strip types': strip(node22) }),
  ...(node24 === undefined
    ? {}
    : {
        'tsc 7, Node 24': compiledBy('tsc', node24),
        'tsx, Node 24': loadedBy(import.meta.resolve('tsx'), node24),
        'Node 24, strip types': strip(node24),
      }),
};

// Bundles the workers for a platform that is neither Node nor a browser: one file each, minified.
import { fileURLToPath } from 'node:url';
import { build, type BuildResult } from 'esbuild';

/** @param entry name of a file in src, without its ending */
export function bundle(entry: string, outfile: string): Promise<BuildResult<{ metafile: true }>> {
  return build({
    entryPoints: [fileURLToPath(new URL(`src/${entry}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker'],
    // The one module of Node that edge platforms have: what withContext stands on.
    external: ['node:async_hooks'],
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const entry of ['worker', 'fetch-worker'])
    await bundle(entry, fileURLToPath(new URL(`dist/${entry}.js`, import.meta.url)));
}

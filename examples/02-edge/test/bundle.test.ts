import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../build.js';

/** Bytes, minified and gzipped: a tenth above what was measured. */
const CEILINGS = { worker: 153_000, 'fetch-worker': 104_000 };

const folder = mkdtempSync(join(tmpdir(), 'sigil-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['worker', 'fetch-worker'] as const)('the bundle of %s', (entry) => {
  let packages: readonly string[] = [];
  let outside: readonly string[] = [];
  let text = '';
  beforeAll(async () => {
    const outfile = join(folder, `${entry}.js`);
    const { metafile } = await bundle(entry, outfile);
    const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    packages = [...new Set(files.map(packageOf))].toSorted();
    outside = [
      ...new Set(Object.values(metafile.outputs).flatMap((one) => one.imports.map(({ path }) => path))),
    ];
    text = readFileSync(outfile, 'utf8');
  });

  it('holds the runtime, its schemas, and of providers what it uses: no compiler, no optimizer, no command', () => {
    const runtime = ['@noble/hashes', 'reflect-metadata', 'zod'];
    const ours = ['packages/hash', 'packages/schema', 'packages/sigil', 'packages/spec', 'src'];
    const provider = ['is-network-error', 'openai', 'p-retry', 'packages/lm'];
    expect(packages).toEqual([...runtime, ...ours, ...(entry === 'worker' ? provider : [])].toSorted());
  });

  it('imports nothing of Node but the storage of contexts', () => {
    expect(outside).toEqual(['node:async_hooks']);
  });

  it('uses nothing that only Node has', () => {
    const used = text.matchAll(/(?<![\w$."'`-])(?:(?:process|Buffer)(?:\?\.|\.|\[)\w+|require\()/gu);
    // Those of openai: base64 where there is a Buffer, and the signatures of webhooks, which nothing here asks for.
    expect([...new Set([...used].map(String))]).toEqual(entry === 'worker' ? ['Buffer.from'] : []);
  });

  it('is small', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(CEILINGS[entry]);
  });
});

/** `zod` of `../../node_modules/.pnpm/zod@4/node_modules/zod/index.js`, `packages/sigil` of `../../packages/sigil/dist/..`. */
function packageOf(file: string): string {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(file);
  const ours = /(packages\/[^/]+|codegen|src)\//u.exec(file);
  return installed?.[1] ?? ours?.[1] ?? file;
}

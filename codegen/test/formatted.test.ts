import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { plan } from '../src/index.js';
import { plainAdapter } from './plain-adapter.js';
import { Project } from './project.js';

const samples = [
  'every-kind-of-type',
  'texts-with-everything',
  'long-texts',
  'defaults',
  'limits',
  'mapping-table',
  'types-text',
  'types-mapped',
  'types-brands',
  'types-brands-everywhere',
  'types-corners',
].map((name) => readFileSync(new URL(`samples/${name}/input.ts`, import.meta.url), 'utf8'));

const styles = fc.record({
  semi: fc.boolean(),
  singleQuote: fc.boolean(),
  trailingComma: fc.constantFrom('all' as const, 'es5' as const, 'none' as const),
  arrowParens: fc.constantFrom('always' as const, 'avoid' as const),
  quoteProps: fc.constantFrom('as-needed' as const, 'consistent' as const, 'preserve' as const),
  bracketSpacing: fc.boolean(),
  objectWrap: fc.constantFrom('preserve' as const, 'collapse' as const),
  experimentalOperatorPosition: fc.constantFrom('start' as const, 'end' as const),
  useTabs: fc.boolean(),
  printWidth: fc.integer({ min: 20, max: 200 }),
  endOfLine: fc.constantFrom('lf' as const, 'crlf' as const),
});

describe('a generated file that somebody formatted', () => {
  it('is still fresh, in every style of prettier', async () => {
    const project = new Project(Object.fromEntries(samples.map((text, at) => [`src/s${at}.ts`, text])));
    const { plan: planned } = await project.generate();
    expect(planned.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...planned.files), styles, async ({ path, text }, style) => {
        project.write({ [path]: await format(text, { ...style, parser: 'typescript' }) });
        const { files } = await plan({
          root: project.root,
          include: [path.replace('.gen', '')],
          adapters: [plainAdapter],
        });
        expect(files).toMatchObject([{ path, status: 'fresh' }]);
      }),
      { numRuns: 40 },
    );
  });

  it('is stale when one value was edited as well', async () => {
    const project = new Project({ 'src/s.ts': samples[4] ?? '' });
    const { plan: planned } = await project.generate();
    const text = planned.files[0]?.text ?? '';
    const edits: readonly (readonly [string, string])[] = [
      ['1900', '1901'],
      ["'must be at least 0'", "'must be at least 0 '"],
      [String.raw`\d{4,}`, String.raw`\d{5,}`],
      ['score: number;', 'score?: number;'],
      ['optional: true', 'optional: false'],
      ['.nullable()', '.nullish()'],
      ['outputs: { order: 1; summary: 1;', 'outputs: { summary: 1;'],
    ];
    for (const [before, after] of edits) {
      expect(text).toContain(before);
      project.write({ 'src/s.gen.ts': await format(text.replace(before, after), { parser: 'typescript' }) });
      expect([before, ...(await project.plan()).files]).toMatchObject([before, { status: 'stale' }]);
    }
  });
});

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as spec from '../index.js';

const { IncompleteReplyError, ParseError, RateLimitError, ReplyError, SigilError, UsageError } = spec;
const failed = new ParseError({
  path: 'team',
  found: '"sale"',
  expected: 'one of: billing, sales',
  reply: 'sale',
});

describe('SigilError', () => {
  it('carries the name of its class, a code, its data and what failed underneath', () => {
    const cause = new Error('socket closed');
    const error = new RateLimitError(2000, {
      model: 'm',
      endpoint: 'http://127.0.0.1:1',
      status: 429,
      cause,
    });
    expect(error).toMatchObject({
      name: 'RateLimitError',
      code: 'SIGIL4006',
      retryAfter: 2000,
      status: 429,
      cause,
    });
    expect(String(error)).toMatch(/^RateLimitError: Cannot call m: /);
    expect(error.stack).toContain('sigil-error.test.ts');
  });

  it('has no cause where none was given', () => {
    expect('cause' in failed).toBe(false);
  });
});

describe('isInstance', () => {
  it('is true for the class and its bases, false for its siblings and for what is below it', () => {
    expect([ParseError, ReplyError, SigilError].map((type) => type.isInstance(failed))).toEqual([
      true,
      true,
      true,
    ]);
    expect(IncompleteReplyError.isInstance(failed)).toBe(false);
    expect(ParseError.isInstance(new ReplyError('SIGIL3000', 'text', ''))).toBe(false);
  });

  it('is false for everything else', () => {
    const lookalike = Object.assign(new Error('text'), { name: 'ParseError', code: 'SIGIL3001' });
    for (const value of [lookalike, new Error('text'), {}, null, undefined, 'ParseError', ParseError]) {
      expect(SigilError.isInstance(value)).toBe(false);
    }
  });

  it('narrows the type', () => {
    const error: unknown = failed;
    if (!ParseError.isInstance(error)) throw error;
    expect(error.path).toBe('team');
  });

  it('tells a class that a user derives, by its own kind', () => {
    class QuotaError extends UsageError {
      static override readonly kind: string = 'QuotaError';
    }
    const error = new QuotaError('Cannot go on: the quota is used up.');
    expect(QuotaError.isInstance(error) && UsageError.isInstance(error)).toBe(true);
    expect(QuotaError.isInstance(new UsageError('text'))).toBe(false);
  });
});

describe('isInstance across two copies of the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigil-spec-'));
  const copyFolder = join(folder, 'node_modules/@sigil/spec');
  let copy: typeof spec;

  beforeAll(async () => {
    cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), join(copyFolder, 'dist'), {
      recursive: true,
    });
    cpSync(fileURLToPath(new URL('../../package.json', import.meta.url)), join(copyFolder, 'package.json'));
    copy = (await import(pathToFileURL(join(copyFolder, 'dist/index.js')).href)) as typeof spec;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds where instanceof does not', () => {
    const foreign = new copy.RateLimitError(undefined, { model: 'm', endpoint: 'e' });
    expect(foreign instanceof RateLimitError).toBe(false);
    expect(RateLimitError.isInstance(foreign)).toBe(true);
    expect(spec.LanguageModelError.isInstance(foreign)).toBe(true);
    expect(ReplyError.isInstance(foreign)).toBe(false);
    expect(copy.ParseError.isInstance(failed)).toBe(true);
    expect(copy.UsageError.isInstance(failed)).toBe(false);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MissingKeyError, UsageError, type CacheError } from '@sigil/spec';
import { respond } from '@sigil/testing';
import { describe, expect, it, vi } from 'vitest';
import { diskCache } from '../disk-cache/index.js';
import { call, collect, failureOf, scriptedService, secret } from './fixtures/scripted-service.js';
import { openai, type OpenAIOptions } from './index.js';

const service = scriptedService();

describe('the key', () => {
  it('is sent, and stands in no error and no prepared call', async () => {
    const echo = `Incorrect API key provided: ${secret}, header tenant-secret-1.`;
    const { server, lm } = await service.serving(
      [
        respond.json({ error: { message: echo } }, 401),
        respond.badRequest(echo),
        respond.raw(200, {}, echo),
        respond.serverError(),
      ],
      { headers: { 'x-tenant': 'tenant-secret-1' } },
    );
    for (let n = 0; n < 4; n++) {
      const error = await failureOf(lm.doGenerate(call));
      const shown = JSON.stringify([error, error.message, error.stack, String(error.cause)]);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain('tenant-secret-1');
    }
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'x-tenant': 'tenant-secret-1',
    });
    expect(JSON.stringify(lm.prepare(call))).not.toContain('secret');
    expect(JSON.stringify(lm)).not.toContain(secret);
  });

  it('that is refused is named by where it came from', async () => {
    const refused = async (options: OpenAIOptions): Promise<string> => {
      const server = await service.start([respond.raw(401, {}, 'wrong key')]);
      const error = await failureOf(openai('m', { baseURL: server.baseURL, ...options }).doGenerate(call));
      return error.message.replace(server.baseURL, 'BASE');
    };
    const start = 'Cannot call m: BASE/chat/completions refused the';
    const passed = (place: string): string =>
      `${start} key (HTTP 401). It says: wrong key. The key is the one ${place}, and not OPENAI_API_KEY: check it.`;
    expect(await refused({})).toBe(
      `${start} call without a key (HTTP 401). It says: wrong key. Set OPENAI_API_KEY, or pass apiKey.`,
    );
    vi.stubEnv('OPENAI_API_KEY', secret);
    expect(await refused({})).toBe(
      `${start} key (HTTP 401). It says: wrong key. The key is the one in OPENAI_API_KEY: check it.`,
    );
    expect(await refused({ apiKey: 'mine' })).toBe(passed('that was passed'));
    expect(await refused({ headers: { Authorization: 'Bearer mine' } })).toBe(
      passed("in the header 'Authorization'"),
    );
  });

  it('stands in no file of a cache, nor in what the cache says when it fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sigil-key-'));
    const warnings: CacheError[] = [];
    const { server, lm } = await service.serving(['Hello.', respond.unauthorized(), 'Hello.']);
    const cached = diskCache(lm, { folder, onWarning: (warning) => warnings.push(warning) });
    await cached.doGenerate(call);
    await failureOf(cached.doGenerate({ ...call, rollout: 1 }));
    await cached.dispose?.();
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.includes(secret) || bytes.includes('unauthorized') || bytes.includes('Incorrect')).toBe(
        false,
      );
      writeFileSync(join(folder, name), 'damaged');
    }
    const broken = diskCache(lm, { folder, onWarning: (warning) => warnings.push(warning) });
    await broken.doGenerate(call);
    await broken.dispose?.();
    expect(warnings).toHaveLength(1);
    expect(JSON.stringify([warnings, warnings[0]?.message, warnings[0]?.stack])).not.toContain(secret);
    expect(server.requests).toHaveLength(3);
    rmSync(folder, { recursive: true });
  });

  it('comes from the environment where none is given, without the line end that a shell left', async () => {
    vi.stubEnv('OPENAI_API_KEY', `${secret}\n`);
    const server = await service.start(['Hello.']);
    vi.stubEnv('OPENAI_BASE_URL', server.baseURL);
    await openai('some-model').doGenerate(call);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  it('is not wanted by a local server', async () => {
    const server = await service.start(['Hello.']);
    await openai('some-model', { baseURL: server.baseURL }).doGenerate(call);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is missing in a clear error, before anything is sent', async () => {
    const lm = openai('gpt-5-mini');
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).toBe(
      'Cannot call gpt-5-mini: there is no API key, wanted one for https://api.openai.com/v1/chat/completions. ' +
        'Set OPENAI_API_KEY, or pass apiKey.',
    );
    expect(await failureOf(collect(lm.doStream(call)))).toBeInstanceOf(MissingKeyError);
  });

  it('that no header can hold is refused without being shown', async () => {
    const lm = openai('gpt-5-mini', { apiKey: `${secret}\nsecond` });
    const error = await failureOf(lm.doGenerate(call));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).not.toContain(secret);
    expect(() => openai('m', { headers: { 'x-key': 'secret\nvalue' } })).toThrow(
      "Cannot send the header 'x-key'",
    );
  });

  it.each(['https://user:pass@host/v1', 'https://host/v1?key=abc', 'host/v1', 'ftp://host/v1'])(
    'has no place in the base URL: %s is refused',
    (baseURL) => {
      expect(() => openai('m', { baseURL })).toThrow(UsageError);
      expect(() => openai('m', { baseURL })).not.toThrow(/pass|abc/);
    },
  );
});

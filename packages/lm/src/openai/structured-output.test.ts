import { UsageError, type LMCall } from '@sigil/spec';
import { respond } from '@sigil/testing';
import { describe, expect, it } from 'vitest';
import { cache } from '../cache/index.js';
import { retry } from '../retry/index.js';
import { call, collect, scriptedService } from './fixtures/scripted-service.js';
import { openai, type OpenAIOptions } from './index.js';

const service = scriptedService();
const structured = { structuredOutput: true } as const;

const withSchema = (...names: string[]): LMCall => ({
  ...call,
  responseFormat: {
    name: 'Ticket',
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      required: ['team', 'urgent', 'answer'],
      additionalProperties: false,
    },
  },
});

describe('a call with a JSON schema', () => {
  it('sends it for strict output, with its properties in the order given', async () => {
    const { server, lm } = await service.serving(() => '{}', structured);
    await lm.doGenerate(withSchema('urgent', 'team', 'answer'));
    await collect(lm.doStream(withSchema('urgent', 'team', 'answer')));
    for (const request of server.requests) {
      expect(request.text).toContain(
        ',"response_format":{"type":"json_schema","json_schema":{"name":"Ticket","strict":true,"schema":' +
          '{"type":"object","properties":{"urgent":{"type":"string"},"team":{"type":"string"},' +
          '"answer":{"type":"string"}},"required":["team","urgent","answer"],"additionalProperties":false}}}',
      );
    }
    expect(server.requests[0]?.text).toBe(
      JSON.stringify(lm.prepare(withSchema('urgent', 'team', 'answer')).body),
    );
  });

  it('is another call for a cache where only the order of the properties differs', async () => {
    const { server, lm } = await service.serving((_, n) => `reply ${n}`, structured);
    const kept = cache(retry(lm));
    for (const one of [call, withSchema('team', 'urgent'), withSchema('urgent', 'team')]) {
      const { text } = await kept.doGenerate(one);
      expect(await kept.doGenerate(one)).toMatchObject({ text, cached: true });
    }
    expect(server.requests).toHaveLength(3);
  });

  it('is taken by OpenAI and by Azure, by others where the option says so, and by none against it', () => {
    const takes = (baseURL: string, options: OpenAIOptions = {}) =>
      openai('m', { baseURL, ...options }).capabilities.jsonSchema;
    expect(takes('https://api.openai.com/v1')).toBe(true);
    expect(takes('https://eu.api.openai.com/v1')).toBe(true);
    expect(takes('https://unit.openai.azure.com/openai/v1/')).toBe(true);
    expect(takes('http://localhost:11434/v1')).toBe(false);
    expect(takes('https://not-openai.com/v1')).toBe(false);
    expect(takes('http://localhost:11434/v1', structured)).toBe(true);
    expect(takes('https://api.openai.com/v1', { structuredOutput: false })).toBe(false);
  });

  it('is refused before anything is sent where the service is not known to keep it, with the way out', async () => {
    const { server, lm } = await service.serving([]);
    for (const attempt of [
      async () => lm.prepare(withSchema('team')),
      () => lm.doGenerate(withSchema('team')),
      () => collect(lm.doStream(withSchema('team'))),
      () => cache(retry(lm)).doGenerate(withSchema('team')),
    ]) {
      const error: unknown = await attempt().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UsageError);
      expect(String(error)).toContain(
        `Cannot call some-model with a JSON schema: ${server.baseURL}/chat/completions is not known to keep replies ` +
          `to one. Where it does (vLLM, LM Studio, Ollama, ..), say so: openai('some-model', { structuredOutput: true, .. }).`,
      );
    }
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['as OpenAI writes it', respond.refusal('I cannot help with that.')],
    [
      'beside an empty text',
      respond.json({
        choices: [{ message: { content: '', refusal: 'I cannot help with that.' }, finish_reason: 'stop' }],
      }),
    ],
  ])('gives the refusal of a model for what it is, %s', async (_, response) => {
    const { lm } = await service.serving([response, response], structured);
    const wanted = { text: 'I cannot help with that.', finishReason: 'content-filter' };
    expect(await lm.doGenerate(withSchema('team'))).toMatchObject(wanted);
    expect((await collect(lm.doStream(withSchema('team')))).at(-1)).toMatchObject({ reply: wanted });
  });
});

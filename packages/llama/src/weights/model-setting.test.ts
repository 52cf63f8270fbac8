import { WeightsError } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { readModelSetting } from './model-setting.js';

describe('readModelSetting', () => {
  it('takes anything that is no URI for a path', () => {
    expect(readModelSetting('./models/my.gguf', 'SIGIL_MODEL')).toEqual({
      kind: 'file',
      path: './models/my.gguf',
    });
  });

  it('reads an hf: URI, with folders in it or not', () => {
    const file = { kind: 'hub', repository: 'org/repo', file: 'm.gguf' };
    expect(readModelSetting('hf:org/repo/m.gguf', 'SIGIL_MODEL')).toEqual(file);
    const nested = { kind: 'hub', repository: 'org/repo', file: 'q4/m.gguf' };
    expect(readModelSetting('hf:org/repo/q4/m.gguf', 'SIGIL_MODEL')).toEqual(nested);
  });

  it.each(['hf:org/m.gguf', 'hf:org/repo/m.bin', 'hf:org/repo/../../m.gguf', 'hf:org//m.gguf', 'hf:'])(
    'refuses %s and shows one that is right',
    (value) => {
      expect(() => readModelSetting(value, 'SIGIL_MODEL')).toThrow(/hf:organization\/repository\/file\.gguf/);
    },
  );

  it.each(['https://example.org/v1', 'http://127.0.0.1:8000/v1', 'HTTPS://example.org/model.gguf'])(
    'says for %s that a server is used through openai()',
    (url) => {
      const read = (): unknown => readModelSetting(url, 'SIGIL_MODEL');
      expect(read).toThrow(WeightsError);
      expect(read).toThrow(`openai(model, { baseURL: '${url}' })`);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { modelName } from './model-name.js';

describe('modelName', () => {
  it.each([
    ['llama', { kind: 'llama', weights: undefined }],
    ['./weights/tiny.gguf', { kind: 'llama', weights: './weights/tiny.gguf' }],
    ['hf:org/repo/tiny.gguf', { kind: 'llama', weights: 'hf:org/repo/tiny.gguf' }],
    ['openai:gpt-5-mini', { kind: 'openai', model: 'gpt-5-mini' }],
    ['openai:org/model:free', { kind: 'openai', model: 'org/model:free' }],
    [
      'https://sk-1@host.example/v1/#some/model',
      { kind: 'url', baseURL: 'https://host.example/v1', model: 'some/model', key: 'sk-1' },
    ],
    [
      'http://127.0.0.1:80/v1',
      { kind: 'url', baseURL: 'http://127.0.0.1/v1', model: undefined, key: undefined },
    ],
  ])('reads %s', (text, expected) => {
    expect(modelName(text, '--lm')).toEqual(expected);
  });

  it('refuses anything else, says where it stands and what it takes', () => {
    expect(() => modelName('gpt-5', 'SIGIL_MODEL')).toThrow(
      "Cannot use the model 'gpt-5' of SIGIL_MODEL: expected 'llama', 'openai:MODEL'",
    );
  });

  it('shows no key in its error', () => {
    expect(() => modelName('ftp://:sk-secret@host/v1', '--lm')).toThrow(/^(?!.*sk-secret)/);
  });
});

import { WeightsError } from '@sigil/spec';
import { smollm2 } from './known-model.js';

/** Which weights a user asked for. */
export type ModelSetting =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'hub'; readonly repository: string; readonly file: string };

/**
 * Reads the `model` option or `SIGIL_MODEL`.
 *
 * @param value a path, or `hf:organization/repository/file.gguf`
 * @param origin who gave it, for the error: `SIGIL_MODEL`
 * @throws WeightsError for a URL and for an `hf:` URI of another shape
 * @example
 * ```ts
 * readModelSetting('hf:org/repo/model.gguf', 'SIGIL_MODEL'); // -> { kind: 'hub', repository: 'org/repo', file: 'model.gguf' }
 * ```
 */
export function readModelSetting(value: string, origin: string): ModelSetting {
  if (/^https?:/i.test(value)) {
    throw new WeightsError(
      `Cannot load weights from ${value} (${origin}): it is the URL of a server, wanted a GGUF file or an hf: URI. ` +
        `For an OpenAI-compatible server use openai(model, { baseURL: '${value}' }) of @sigil/lm/openai; ` +
        `download a GGUF file first and give its path.`,
    );
  }
  if (!value.startsWith('hf:')) return { kind: 'file', path: value };
  const [organization, repository, ...file] = value.slice('hf:'.length).split('/');
  const segments = [organization ?? '', repository ?? '', ...file];
  if (file.length === 0 || !segments.every(isName) || !value.endsWith('.gguf')) {
    throw new WeightsError(
      `Cannot read the hf: URI '${value}' (${origin}): wanted hf:organization/repository/file.gguf, for instance ${smollm2.hub}`,
    );
  }
  return { kind: 'hub', repository: `${organization}/${repository}`, file: file.join('/') };
}

/** True for what can be a folder or a file, and leads nowhere else. */
function isName(segment: string): boolean {
  return /^[\w.-]+$/.test(segment) && !/^\.+$/.test(segment);
}

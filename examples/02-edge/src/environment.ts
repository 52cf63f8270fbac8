/** What the platform hands a worker: see `bindings` in worker.capnp. */
export interface Environment {
  readonly OPENAI_BASE_URL: string;
  readonly OPENAI_API_KEY: string;
  readonly MODEL: string;
}

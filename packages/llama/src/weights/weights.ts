/** Weights that lie on this machine and are whole. */
export interface Weights {
  /** Of the GGUF. */
  readonly path: string;
  /** Of the GGUF as it came, 64 hexadecimal digits. */
  readonly sha256: string;
  /** What the model is called: `smollm2-135m-instruct`, or the name of the user's own file. */
  readonly name: string;
  /** Set where `path` holds the same weights laid out anew, so that they run faster. */
  readonly form?: 'q8_0';
}

/** What takes its time before the first call. */
export interface LlamaProgress {
  readonly phase: 'download' | 'unpack' | 'verify' | 'convert' | 'load';
  /** What is downloaded, unpacked, verified, converted or loaded. */
  readonly source: string;
  /** From 0 to 1; absent where nobody says how much there is. */
  readonly fraction?: number;
}

/** Where weights are looked for, and who is told. */
export interface WeightsRequest {
  /** A path or an `hf:` URI. Beats `SIGIL_MODEL`. */
  readonly model?: string | undefined;
  /** Beats `SIGIL_CACHE`. */
  readonly cacheFolder?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onProgress: (progress: LlamaProgress) => void;
  readonly onWarning: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

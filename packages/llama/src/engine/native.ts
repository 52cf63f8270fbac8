import { WeightsError } from '@sigil/spec';
import type { Llama } from 'node-llama-cpp';

let started: Promise<Llama> | undefined;

/**
 * The native library, loaded on first use: who only imports this package does not pay for it. One for the process,
 * since it has one state and one logger for the process.
 *
 * @throws WeightsError when there is no ready-made binary for this machine
 */
export function native(): Promise<Llama> {
  started ??= start().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(): Promise<Llama> {
  try {
    const { getLlama, LlamaLogLevel } = await import('node-llama-cpp');
    return await getLlama({
      gpu: false,
      // Nothing is compiled or downloaded behind the user's back.
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      // 0 leaves the number of threads to each model.
      maxThreads: 0,
      logLevel: LlamaLogLevel.error,
      logger: (_level, message) => process.stderr.write(`${message.trimEnd()}\n`),
    });
  } catch (cause) {
    throw new WeightsError(
      `Cannot start the embedded model: node-llama-cpp has no ready-made binary that runs on ` +
        `${process.platform} ${process.arch} (${cause instanceof Error ? cause.message : String(cause)}). ` +
        `Install its optional dependency for this platform, ` +
        `or use a server: openai(model, { baseURL }) of @sigil/lm/openai.`,
      { cause },
    );
  }
}

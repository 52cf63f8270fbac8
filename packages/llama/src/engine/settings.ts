import type { CallSettings } from '@sigil/spec';

/** Settings of a call with every default made explicit. */
export type ResolvedSettings = {
  readonly temperature: number;
  readonly maxOutputTokens: number;
  /** Null: another one for each sampled reply. */
  readonly seed: number | null;
  readonly stopSequences: readonly string[];
};

/** Greedy, and at most 256 tokens: a small model that has lost its thread does not stop by itself. */
export function resolveSettings(settings: CallSettings = {}): ResolvedSettings {
  return {
    temperature: settings.temperature ?? 0,
    maxOutputTokens: settings.maxOutputTokens ?? 256,
    seed: settings.seed ?? null,
    stopSequences: settings.stopSequences ?? [],
  };
}

/** What is wrong with settings, in words; undefined where nothing is. */
export function problemOf(settings: ResolvedSettings): string | undefined {
  const { temperature, maxOutputTokens, seed, stopSequences } = settings;
  if (!Number.isFinite(temperature) || temperature < 0) {
    return `temperature is ${temperature}, wanted a number from 0 (greedy)`;
  }
  if (!Number.isSafeInteger(maxOutputTokens) || maxOutputTokens < 1) {
    return `maxOutputTokens is ${maxOutputTokens}, wanted a whole number from 1`;
  }
  if (seed !== null && !Number.isSafeInteger(seed)) return `seed is ${seed}, wanted a whole number`;
  if (stopSequences.includes('')) return `a stop sequence is empty, wanted at least one character`;
  return undefined;
}

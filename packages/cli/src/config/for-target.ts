import type { SigilConfig } from './sigil-config.js';

/**
 * The configuration with what it says of one signature or program alone.
 *
 * @param id of the class: `src/ticket.ts#Ticket`, known also by the name alone
 * @example
 * ```ts
 * import { defineConfig } from '@sigil/cli';
 *
 * const config = defineConfig({
 *   settings: { temperature: 0 },
 *   targets: { Ticket: { settings: { maxOutputTokens: 20 } } },
 * });
 * // for src/ticket.ts#Ticket: { temperature: 0, maxOutputTokens: 20 }
 * ```
 */
export function forTarget(config: SigilConfig, id: string): SigilConfig {
  const name = id.slice(id.lastIndexOf('#') + 1);
  const { targets = {} } = config;
  const own = [id, name].find((key) => Object.hasOwn(targets, key));
  const { settings, ...others } = own === undefined ? {} : (targets[own] ?? {});
  return { ...config, ...others, settings: { ...config.settings, ...settings } };
}

import type { Channel } from '../terminal/channel.js';

/** The one document that standard output gets under `--json` where there is no result. */
export function writeJsonError(out: Channel, code: string, message: string): void {
  out.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
}

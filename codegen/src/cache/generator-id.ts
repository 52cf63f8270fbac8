import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names the generator itself: its version, and the time of its last build for those who work on it. */
export function generatorId(): string {
  const built = dirname(dirname(fileURLToPath(import.meta.url)));
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(built), 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  const times = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => statSync(join(built, path)).mtimeMs);
  return `memory 3, generator ${String(version)}, built ${Math.max(0, ...times)}`;
}

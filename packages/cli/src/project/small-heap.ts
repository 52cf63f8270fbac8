import { setFlagsFromString } from 'node:v8';

/** Versions of V8 (Node 20 to 24) that are known to take the flag at run time. Another would print a complaint. */
const KNOWN: ReadonlySet<number> = new Set([11, 12, 13]);

/**
 * Keeps the part of the heap for new objects at its first size. The compiler keeps most of what it makes: more room there
 * costs 30 to 60 MB and saves no time.
 */
export function keepHeapSmall(): void {
  const [major = 0] = process.versions.v8.split('.').map(Number);
  if (KNOWN.has(major)) setFlagsFromString('--semi-space-growth-factor=1');
}

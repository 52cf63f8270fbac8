import { errorExitCode } from './exit-codes.js';

/**
 * Tells when standard output takes no more, on a full disk say, and makes the process fail for it: what was to be read
 * there is lost.
 */
export function watchOutput(): void {
  let isTold = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `sigil render .. | head -3`: whoever reads has enough.
    if (error.code === 'EPIPE') process.exit();
    process.exitCode = errorExitCode;
    if (isTold) return;
    isTold = true;
    process.stderr.write(
      `error: Cannot write to standard output (${error.message}): what was to be read there is lost. ` +
        `Free some space, or name another place for it, then run the command again.\n`,
    );
  });
  // Nobody can be told: remarks that are lost are no reason to lose the result.
  process.stderr.on('error', () => undefined);
}

/** Waits until all that was written to standard output is there, or was told to be lost. */
export function flushOutput(): Promise<void> {
  return new Promise((resolve) => {
    // The stream tells an error after the end of the write that met it.
    process.stdout.write('', () => setImmediate(resolve));
  });
}

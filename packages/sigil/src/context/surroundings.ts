/**
 * A warning that stops nothing: of the process where there is one (Node prints it to standard error, and programs can
 * listen to it), else in the console.
 *
 * @param code stable number of the warning: `SIGIL1101`
 */
export function warn(code: string, text: string): void {
  const { process } = surroundings;
  if (typeof process?.emitWarning === 'function') process.emitWarning(text, { type: 'SigilWarning', code });
  // oxlint-disable-next-line no-console -- an edge worker has nothing else
  else console.warn(`[${code}] SigilWarning: ${text}`);
}

/** A variable of the environment; undefined also where there is none, as in an edge worker. */
export function environmentVariable(name: string): string | undefined {
  return surroundings.process?.env?.[name];
}

/** What may be there: workers and browsers have no process, and some have half of one. */
const surroundings: { readonly process?: Partial<Pick<NodeJS.Process, 'emitWarning' | 'env'>> } = globalThis;

/**
 * The end of a help text.
 *
 * @param examples commands, one or more lines each
 * @param exitCodes what each means
 */
export function helpEnd(examples: readonly string[], exitCodes: Readonly<Record<number, string>>): string {
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `  ${code.padEnd(3)}  ${meaning}`);
  return ['', 'Examples:', ...examples.map((line) => `  $ ${line}`), '', 'Exit codes:', ...codes].join('\n');
}

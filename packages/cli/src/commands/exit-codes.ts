/** What the exit codes mean, for the end of a help text. */
export function exitCodes(lines: Readonly<Record<number, string>>): string {
  return `\nExit codes:\n${Object.entries(lines)
    .map(([code, meaning]) => `  ${code.padEnd(3)}  ${meaning}\n`)
    .join('')}`;
}

/** Examples, for the end of a help text. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}

import { InvalidArgumentError, type Command } from 'commander';

/** Reads a whole number of at least `minimum` from an option. */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`Wanted a whole number from ${minimum}.`);
  };
}

/** What the commands that call a model share. */
export interface ModelOptions {
  readonly lm?: string;
  readonly concurrency?: number;
  /** False for `--no-cache`. */
  readonly cache: boolean;
  readonly json?: true;
}

/** Adds the options of {@link ModelOptions}. */
export function withModelOptions(command: Command): Command {
  return command
    .option('--lm <model>', "'llama', or 'openai:MODEL' (default: SIGIL_MODEL, else lm in sigil.config.ts)")
    .option('--concurrency <n>', 'calls at the same time (default: 8, llama 1)', wholeNumber(1))
    .option('--no-cache', 'ask the model again instead of taking replies from .sigil/cache')
    .option('--json', 'print the result as JSON; progress goes to standard error');
}

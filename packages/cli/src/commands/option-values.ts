import { InvalidArgumentError, type Command } from 'commander';

/** How a class is named. */
export const targetHelp = 'the signature: src/ticket.ts#Ticket';
/** What `--metric` takes. */
export const metricHelp =
  "'exact-match', 'f1', 'includes', the same of some outputs ('f1:answer'), a name of the config, or ./file.ts#name";
/** What `--state` takes. */
export const stateHelp = "'artifact', 'none' for the bare signature, or the path of an .opt.json";

/** Reads a whole number of at least `minimum` from an option. */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`Wanted a whole number from ${minimum}.`);
  };
}

/** Reads one of some names from an option. */
export function oneOf<T extends string>(text: string, names: readonly T[]): T {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Wanted one of: ${names.join(', ')}.`);
}

/** Adds what the commands that call a model share. */
export function withModelOptions(command: Command): Command {
  return command
    .optionsGroup('Model:')
    .option(
      '--lm <model>',
      "'llama', 'openai:MODEL', a GGUF file or a URL (default: SIGIL_MODEL, else the config's)",
    )
    .option('--concurrency <n>', 'calls at the same time (default: 8; 1 for llama)', wholeNumber(1))
    .option('--no-cache', 'ask the model again instead of taking replies from .sigil/cache');
}

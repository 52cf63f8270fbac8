import { InvalidArgumentError, type Command } from 'commander';
import { optimizerOf, unknownOptimizer, type OptimizerName } from '../optimizer/optimizer-names.js';

/** How a class is named. */
export const targetHelp =
  "file and class of the signature or the program: src/review.ts#Review, or 'Review' where only one has the name";
/** What `--metric` takes. */
export const metricHelp =
  "exact-match, f1 or includes; of one output only: 'f1:answer'; a function of your own: ./metrics.ts#sameTeam, or its name in the config";
/** What `--state` takes. */
export const stateHelp =
  "which instructions and demos: 'artifact' for the committed ones, 'none' for those of the class alone, or an .opt.json file";

/** What `--adapter` takes. */
export const adapterHelp =
  'the layout of prompts and replies: chat, json, xml, compact or two-step (default: that of the state, else chat)';

/** Reads a whole number of at least `minimum` from an option. */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`Wanted a whole number from ${minimum}.`);
  };
}

/** Reads the name of an optimizer from an option: our own or DSPy's. */
export function optimizerName(text: string): OptimizerName {
  const found = optimizerOf(text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(unknownOptimizer(text));
}

/** Adds what the commands that call a model share. */
export function withModelOptions(command: Command): Command {
  return command
    .optionsGroup('Model:')
    .option(
      '--lm <model>',
      'llama, openai:gpt-5-mini, a .gguf file, or http://localhost:11434/v1#MODEL (default: SIGIL_MODEL, else lm of the config)',
    )
    .option(
      '--concurrency <n>',
      'calls at the same time (default: that of the config, else 8; 1 for llama)',
      wholeNumber(1),
    )
    .option('--no-cache', 'ask the model again; do not read or write .sigil/cache');
}

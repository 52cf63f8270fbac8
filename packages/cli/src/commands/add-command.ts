import type { Command } from 'commander';
import type { Shell } from '../terminal/shell.js';

/** Adds one command to the program. Its code is loaded when it runs. */
export type AddCommand = (program: Command, shell: Shell, exit: (code: number) => void) => void;

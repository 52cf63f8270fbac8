/** A command could not do its work. */
export const errorExitCode = 2;

/** Ctrl-C ended a command: 128 and the number of SIGINT. */
export const interruptedExitCode = 130;

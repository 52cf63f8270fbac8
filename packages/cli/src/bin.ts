#!/usr/bin/env node
import { isUpToDate, nothingChanged } from './project/is-up-to-date.js';
import { watchOutput } from './terminal/watch-output.js';

watchOutput();
const [command, ...options] = process.argv.slice(2);

// What stands before every build has mostly nothing to do. Then it ends before the command line is loaded.
if (command === 'generate' && options.length === 0 && isUpToDate(process.cwd()))
  process.stdout.write(nothingChanged);
else await import('./main.js');

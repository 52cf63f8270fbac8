import type { Adapter } from '@sigil/spec';
import { chatAdapter } from './chat-adapter.js';
import { compactAdapter } from './compact-adapter.js';
import { jsonAdapter } from './json-adapter.js';
import { twoStepAdapter } from './two-step-adapter.js';
import { xmlAdapter } from './xml-adapter.js';

/** All adapters of this version, that of a signature whose state names none first. */
export const adapters: readonly [Adapter, ...Adapter[]] = [
  chatAdapter,
  jsonAdapter,
  xmlAdapter,
  compactAdapter,
  twoStepAdapter,
];

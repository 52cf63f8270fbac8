import { plan, type Plan } from '@sigil/codegen';
import { adapterById } from 'sigil/adapter';
import type { Project } from './open-project.js';
import { defaultAdapter } from './run-key.js';

/** How the generator treats classes that do not point at their artifact. */
export interface WireOptions {
  readonly wire?: boolean;
  readonly force?: boolean;
}

/** Compiles every class of a project in memory. Writes nothing. */
export function compileProject({ root, config }: Project, { wire, force }: WireOptions = {}): Promise<Plan> {
  return plan({
    root,
    include: config.include,
    tsconfig: config.tsconfig,
    adapters: [adapterById(defaultAdapter)],
    wire,
    force,
  });
}

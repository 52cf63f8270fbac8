import { plan, type CompileOptions, type Plan } from '@sigil/codegen';
import { adapters } from 'sigil/adapter';
import type { Project } from './open-project.js';

/** How the generator treats classes that do not point at their artifact, and what it need not read again. */
export type GeneratorOptions = Pick<CompileOptions, 'wire' | 'force' | 'known' | 'kept'>;

/** Compiles every class of a project in memory. Writes nothing. */
export function compileProject({ root, config }: Project, options: GeneratorOptions = {}): Promise<Plan> {
  return plan({
    ...options,
    root,
    include: config.include,
    tsconfig: config.tsconfig,
    adapters,
  });
}

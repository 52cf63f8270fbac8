import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';
import { findProject } from '../project/find-root.js';
import { planScaffold, type ScaffoldPlan } from '../scaffold/plan-scaffold.js';
import type { Shell } from '../terminal/shell.js';
import { table } from '../terminal/table.js';

/** Runs `sigil init`. */
export async function runInit(shell: Shell, options: { readonly dryRun?: true }): Promise<number> {
  const { root, configFile } = findProject(shell.cwd);
  if (!existsSync(path.join(root, 'package.json'))) {
    throw new UsageError(
      `Cannot set up Sigil in ${root}: there is no package.json. Run 'npm init -y' first.`,
    );
  }
  const plan = planScaffold(root, configFile !== undefined);
  return 0;
}

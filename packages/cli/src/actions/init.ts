import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';
import { findProject } from '../project/find-root.js';
import { installCommand } from '../scaffold/install-command.js';
import { planScaffold, type ScaffoldPlan } from '../scaffold/plan-scaffold.js';
import type { Paint } from '../terminal/channel.js';
import type { Shell } from '../terminal/shell.js';
import { table } from '../terminal/table.js';

/** What `sigil init` was told. */
export interface InitOptions {
  readonly dryRun?: true;
}

/** Runs `sigil init`. */
export async function runInit(shell: Shell, options: InitOptions): Promise<number> {
  const { out } = shell.terminal;
  const { root, configFile } = findProject(shell.cwd);
  if (!existsSync(path.join(root, 'package.json'))) {
    throw new UsageError(
      `Cannot set up Sigil in ${root}: there is no package.json. Run 'npm init -y' there first.`,
    );
  }
  const plan = planScaffold(root, configFile !== undefined);
  if (plan.changes.length === 0) {
    out.write(`Sigil is set up in ${root}. There is nothing to do.\n`);
    return 0;
  }
  if (options.dryRun === true) {
    out.write(`This would change in ${root}:\n\n${changeTable(plan, out.paint)}\nNothing was written.\n`);
    return 0;
  }
  for (const { file, content } of plan.changes) {
    const full = path.join(root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  out.write(`Sigil is set up in ${root}:\n\n${changeTable(plan, out.paint)}`);
  return 0;
}

function changeTable(plan: ScaffoldPlan, paint: Paint): string {
  return table([
    ...plan.changes.map(({ file, what }) => [paint.green(file), what]),
    ...plan.kept.map((file) => [paint.dim(file), 'was there, left as it is']),
  ]);
}

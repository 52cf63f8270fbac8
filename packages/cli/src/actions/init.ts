import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@sigil/spec';
import { findProject } from '../project/find-project.js';
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
      `Cannot set up Sigil in ${root}: there is no package.json. Run 'npm init -y && npm pkg set type=module' there first.`,
    );
  }
  const plan = planScaffold(root, configFile !== undefined);
  if (plan.changes.length === 0) {
    out.write(`Sigil is set up in ${root}. There is nothing to do.\n`);
    return 0;
  }
  if (options.dryRun === true) {
    out.write(`This would change in ${root}:\n\n${changeTable(plan, [], out.paint)}\nNothing was written.\n`);
    return 0;
  }
  for (const { file, content } of plan.changes) {
    const full = path.join(root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  const install = installCommand(root);
  // Without the package the configuration cannot be loaded; the generator runs after the installation.
  const generated = install === undefined ? await generateFirst(shell, root) : [];
  out.write(`Sigil is set up in ${root}:\n\n${changeTable(plan, generated, out.paint)}`);
  out.write(
    `\nNext:\n\n${nextSteps(plan, install)
      .map((step) => `  ${step}\n`)
      .join('')}`,
  );
  return 0;
}

async function generateFirst({ terminal }: Shell, root: string): Promise<readonly string[]> {
  const { openProject } = await import('../project/open-project.js');
  const { generateProject } = await import('../project/generate-project.js');
  const { tellRemarks } = await import('../report/compile-report.js');
  const { planned, written } = await generateProject(await openProject(root));
  tellRemarks(terminal.err, planned);
  return written;
}

function nextSteps({ changes }: ScaffoldPlan, install: string | undefined): readonly string[] {
  const first =
    changes.some(({ file }) => file === 'src/review.ts') &&
    changes.some(({ file }) => file.startsWith('data/'));
  const on = 'src/review.ts#Review --data data/reviews.jsonl';
  return [
    ...(install === undefined ? [] : [install, 'npx sigil generate']),
    ...(first
      ? [
          `npx sigil render ${on}`,
          `npx sigil eval ${on} --metric exact-match`,
          `npx sigil optimize ${on} --metric exact-match --candidates 8`,
        ]
      : ['npx sigil check']),
  ];
}

function changeTable(plan: ScaffoldPlan, generated: readonly string[], paint: Paint): string {
  return table([
    ...plan.changes.map(({ file, what }) => [paint.green(file), what]),
    ...generated.map((file) => [paint.green(file), 'generated']),
    ...plan.kept.map((file) => [paint.dim(file), 'was there, left as it is']),
  ]);
}

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '@sigil/files';
import { UsageError } from '@sigil/spec';
import { findProject } from '../project/find-project.js';
import { missingPackages, type Installation } from '../scaffold/missing-packages.js';
import { planScaffold, type ScaffoldPlan } from '../scaffold/plan-scaffold.js';
import type { Paint } from '../terminal/channel.js';
import type { Shell } from '../terminal/shell.js';
import { table } from '../terminal/table.js';

/** What `sigil init` was told. */
export interface InitOptions {
  readonly dryRun?: true;
  readonly json?: true;
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
  const isDryRun = options.dryRun === true;
  if (!isDryRun) write(root, plan);
  const installation = missingPackages(root, configFile === undefined);
  // Without the package the configuration cannot be loaded; the generator runs after the installation.
  const isReady = plan.changes.length > 0 && !isDryRun && installation.isReady;
  const generated = isReady ? await generateFirst(shell, root) : [];
  const next = plan.changes.length === 0 || isDryRun ? [] : nextSteps(plan, installation);
  if (options.json === true) {
    const changes = plan.changes.map(({ file, what }) => ({ file, what }));
    const result = { root, dryRun: isDryRun, changes, kept: plan.kept, generated, next };
    out.write(`${JSON.stringify(result, null, 2)}\n`);
  } else if (plan.changes.length === 0) {
    out.write(`Sigil is set up in ${root}. There is nothing to do.\n`);
  } else if (isDryRun) {
    out.write(`This would change in ${root}:\n\n${changeTable(plan, [], out.paint)}\nNothing was written.\n`);
  } else {
    out.write(`Sigil is set up in ${root}:\n\n${changeTable(plan, generated, out.paint)}`);
    out.write(`\nNext:\n\n${next.map((step) => `  ${step}\n`).join('')}`);
  }
  return 0;
}

/** Folders first: one that cannot be made is found before a file is written. */
function write(root: string, { changes }: ScaffoldPlan): void {
  try {
    for (const { file } of changes) makeFolder(path.dirname(path.join(root, file)));
    for (const { file, content } of changes) writeFileSync(path.join(root, file), content);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      `Cannot set up Sigil in ${root}: ${reason}. Correct that, then run 'sigil init' again.`,
      { cause },
    );
  }
}

async function generateFirst({ terminal }: Shell, root: string): Promise<readonly string[]> {
  const { openProject } = await import('../project/open-project.js');
  const { generateProject } = await import('../project/generate-project.js');
  const { tellRemarks } = await import('../report/compile-report.js');
  const { planned, written } = await generateProject(await openProject(root));
  tellRemarks(terminal.err, planned);
  return written;
}

function nextSteps({ changes, source }: ScaffoldPlan, { command, isReady }: Installation): readonly string[] {
  const first =
    changes.some(({ file }) => file === source) && changes.some(({ file }) => file.startsWith('data/'));
  const on = `${source}#Review --data data/reviews.jsonl`;
  return [
    ...(command === undefined ? [] : [command]),
    ...(isReady ? [] : ['npx sigil generate']),
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

import path from 'node:path';
import { ejectedFile } from '@sigil/codegen/eject';
import { makeFolder } from '@sigil/files';
import { UsageError } from '@sigil/spec';
import { fieldPatterns } from 'sigil/adapter';
import { forTarget } from '../config/for-target.js';
import { chosenPrompt, signatureArtifact } from '../eject/chosen-prompt.js';
import { guardFile } from '../eject/guard-file.js';
import { openProgram } from '../project/open-program.js';
import { openProject } from '../project/open-project.js';
import { chooseState } from '../state/choose-state.js';
import { writeAtomically } from '../store/atomic-write.js';
import type { Shell } from '../terminal/shell.js';

/** What `sigil eject` was told. */
export interface EjectOptions {
  readonly model: string;
  readonly adapter?: string;
  readonly state: string;
  readonly out?: string;
  readonly force?: true;
}

/** Runs `sigil eject`. */
export async function runEject(shell: Shell, target: string, options: EjectOptions): Promise<number> {
  const { out, err } = shell.terminal;
  const { model, adapter, state: named, force } = options;
  const project = await openProject(shell.cwd);
  const warn = (text: string): void => err.write(`${err.paint.yellow('warning')} ${text}\n`);
  const opened = await openProgram(project, target, shell.cwd, warn);
  const { id, source, name } = opened;
  const artifact = signatureArtifact(opened.target, id);
  const { state } = await chooseState(
    { state: named, ...(adapter === undefined ? {} : { adapter }) },
    opened,
    model,
    shell.cwd,
    warn,
  );
  const isCommitted = named === 'artifact' && !opened.hasOwnVariant(model);
  const template = chosenPrompt(artifact, state[''] ?? {}, isCommitted);
  const usual = path.relative(
    shell.cwd,
    path.join(project.root, source.replace(/\.[cm]?tsx?$/u, '.ejected.ts')),
  );
  const shown = options.out ?? usual;
  const file = path.resolve(shell.cwd, shown);
  if (!/\.[cm]?ts$/u.test(file)) {
    throw new UsageError(`Cannot write ${shown}: expected the name of a TypeScript file, which ends in .ts.`);
  }
  const text = ejectedFile({
    name,
    spec: artifact.spec,
    template,
    markers: fieldPatterns(template.adapter, artifact.spec),
    ...(template.adapter === 'json/1' ? { wire: artifact.wire } : {}),
    model,
    settings: forTarget(project.config, id).settings ?? {},
    command: commandText(id, options),
  });
  if (force !== true) guardFile(file, shown);
  makeFolder(path.dirname(file));
  writeAtomically(file, text);
  out.write(
    `  ${shown}\n${id} is in one file now (${template.adapter}, ${model}). It is yours: sigil does not read it.\n`,
  );
  return 0;
}

/** As it was given, so that the file can be written again. */
function commandText(id: string, { model, adapter, state, out }: EjectOptions): string {
  const options = [
    ['--model', model],
    ['--adapter', adapter],
    ['--state', state === 'artifact' ? undefined : state],
    ['--out', out],
  ].flatMap(([option, value]) => (value === undefined ? [] : [`${option} ${value}`]));
  return ['sigil eject', id, ...options].join(' ').replaceAll(/\s+/gu, ' ');
}

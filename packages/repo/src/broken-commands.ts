import { z } from 'zod';
import { sigilProgram } from '../../cli/src/program.js';
import type { Finding } from './check/check.js';
import { commandLines, type CommandLine } from './example/command-lines.js';
import type { Tree } from './tree/tree.js';

const scripts = z.object({ scripts: z.record(z.string(), z.string()).default({}) });
const builtIn = new Set(['install', 'ci', 'i']);
const commanderError = z.object({ code: z.string().startsWith('commander.'), exitCode: z.number() });

/** The commands of documents that do not exist: `sigil` with its options, and the scripts of npm. Nothing is run. */
export function brokenCommands(tree: Tree): Finding[] {
  const known = scripts.parse(JSON.parse(tree.text('package.json'))).scripts;
  return commandLines(tree).flatMap((command) => {
    const message = problemOf(command, known);
    return message === undefined ? [] : [{ path: command.path, line: command.line, message }];
  });
}

function problemOf(
  { words, isWhole }: CommandLine,
  known: Readonly<Record<string, string>>,
): string | undefined {
  const [first, ...rest] = words[0] === 'npx' ? words.slice(1) : words;
  if (first === 'sigil') return problemOfSigil(rest, isWhole);
  if (first !== 'npm') return undefined;
  const script = rest[0] === 'run' ? rest[1] : rest[0];
  if (script === undefined || builtIn.has(script) || Object.hasOwn(known, script)) return undefined;
  return `names 'npm ${rest.join(' ')}', and package.json has no script '${script}'.`;
}

/** What the command line says of it, without doing it. */
function problemOfSigil(args: readonly string[], isWhole: boolean): string | undefined {
  let said = '';
  const plain = (text: unknown): string => String(text);
  const channel = {
    write: (text: string) => void (said += text),
    paint: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain },
    live: false,
    columns: () => 80,
  };
  const shell = {
    terminal: { out: channel, err: channel },
    cwd: '/',
    env: {},
    today: () => new Date(0),
    now: () => 0,
  };
  const program = sigilProgram(shell, '0.0.0', () => undefined);
  for (const command of program.commands) {
    command.action(() => undefined);
    if (isWhole) continue;
    for (const option of command.options) option.mandatory = false;
    for (const argument of command.registeredArguments) argument.required = false;
  }
  try {
    program.parse(args, { from: 'user' });
    return undefined;
  } catch (error) {
    const { code, exitCode } = commanderError.parse(error);
    if (exitCode === 0) return undefined;
    return `names 'sigil ${args.join(' ')}', which does not exist: ${said.split('\n')[0] ?? code}`;
  }
}

import { spawn } from 'node:child_process';

/** What a process left behind. */
export interface Finished {
  /** Exit status; 1 for a process that was killed. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of Node to its end. */
export function runNode(args: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _, ...env } = process.env;
    const child = spawn(process.execPath, args, { cwd, env: { ...env, NO_COLOR: '1' } });
    child.stdin.end();
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

// Where the repository lies, and how its tools are started. Works before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Finished
 * @property {number} code exit status; 1 for a command that could not be started or was killed
 * @property {string} output what it wrote, both streams as they came
 */

/**
 * Runs a command to its end and keeps what it writes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...quiet(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    const output = () => Buffer.concat(chunks).toString('utf8');
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) =>
      resolve({ code: 1, output: `${output()}Cannot start ${command}: ${error.message}\n` }),
    );
    child.on('close', (code, signal) => {
      resolve({
        code: code ?? 1,
        output: signal === null ? output() : `${output()}${command} was stopped by ${signal}.\n`,
      });
    });
  });
}

/**
 * Runs a command on this terminal, as if it had been typed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<number>} its exit status
 */
export function show(command, args, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    // Ctrl-C reaches the child too, since it is in our group: it ends in its own way, and we with its status.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => {
      console.error(`Cannot start ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * What runs pnpm, in the version of package.json: npx, which asks the network only the first time.
 *
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export function pnpm(...args) {
  /** @type {{ packageManager: string }} */
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['npx', ['--prefer-offline', '-y', packageManager, ...args]];
}

/**
 * A tool that the workspace installed.
 *
 * @param {string} name
 */
export function tool(name) {
  return join(root, 'node_modules/.bin', name);
}

/** Our environment without what makes tools talkative or colorful. */
function quiet() {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: '1', npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
}

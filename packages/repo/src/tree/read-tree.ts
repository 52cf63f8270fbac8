import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tree } from './tree.js';

/**
 * Reads every text file of a git work tree: what is tracked, and what is new and not ignored.
 *
 * @param root the folder that git was initialized in
 */
export function readTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = new Map<string, string>();
  for (const path of listed.split('\0')) {
    // Git still lists a file that was deleted and not yet committed.
    if (path === '' || !existsSync(join(root, path))) continue;
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes('\0')) files.set(path, text);
  }
  return new Tree(files);
}

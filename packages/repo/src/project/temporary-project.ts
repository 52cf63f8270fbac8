import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tree } from '../tree/tree.js';
import { publicPackages } from '../tree/workspace-packages.js';

/** A folder with files, whose packages resolve as for a user who installed all of ours. */
export class TemporaryProject {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'sigil examples ')));

  /** @param repository the root of the built repository */
  constructor(repository: string, tree: Tree) {
    const modules = join(repository, 'node_modules');
    this.#link(join(modules, '@types'), '@types');
    this.#link(join(modules, 'vitest'), 'vitest');
    for (const { folder, manifest } of publicPackages(tree))
      this.#link(join(repository, folder), manifest.name);
    this.write('package.json', JSON.stringify({ private: true, type: 'module' }));
  }

  /** @param file from the root, with `/` */
  write(file: string, text: string): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  #link(target: string, name: string): void {
    const path = join(this.root, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
}

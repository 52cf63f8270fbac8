// The packages that users install: which they are, and their tarballs.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm, root, run } from './workspace.mjs';

/**
 * @typedef {object} PublicPackage
 * @property {string} name
 * @property {string} version
 * @property {string} folder
 * @property {string[]} doors what a program imports: `sigil`, `sigil/zod`
 */

/** @returns {PublicPackage[]} */
export function publicPackages() {
  const folders = [...readdirSync(join(root, 'packages')).map((name) => join('packages', name)), 'codegen'];
  return folders.flatMap((folder) => {
    const path = join(root, folder, 'package.json');
    if (!existsSync(path)) return [];
    /** @type {{ name: string, version: string, private?: boolean, exports?: Record<string, unknown> }} */
    const { name, version, private: hidden = false, exports = {} } = JSON.parse(readFileSync(path, 'utf8'));
    if (hidden) return [];
    const doors = Object.keys(exports).filter((key) => key !== './package.json');
    return [{ name, version, folder, doors: doors.map((key) => `${name}${key.slice(1)}`) }];
  });
}

/**
 * Packs all public packages, which must be built.
 *
 * @param {string} destination a folder
 * @returns {Promise<import('./workspace.mjs').Finished>}
 */
export async function packAll(destination) {
  const packages = publicPackages();
  for (const { folder } of packages) removeLeftovers(join(root, folder));
  const filters = packages.flatMap(({ name }) => ['--filter', name]);
  return run(...pnpm('-r', ...filters, 'pack', '--pack-destination', destination));
}

/**
 * The file name that `pack` gives to a package.
 *
 * @param {PublicPackage} each
 */
export function tarball({ name, version }) {
  return `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`;
}

/**
 * Deletes what was built from source files that are gone: the compiler leaves it, and users would get it.
 *
 * @param {string} folder
 */
function removeLeftovers(folder) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return;
  for (const path of /** @type {string[]} */ (readdirSync(dist, { recursive: true }))) {
    const built = /^(.+?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(path);
    if (built !== null && !existsSync(join(folder, 'src', `${built[1]}.ts`))) rmSync(join(dist, path));
  }
}

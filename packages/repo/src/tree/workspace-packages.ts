import { z } from 'zod';
import type { Tree } from './tree.js';

const versions = z.record(z.string(), z.string()).default({});

const manifest = z.looseObject({
  name: z.string(),
  private: z.boolean().default(false),
  exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])).default({}),
  dependencies: versions,
  devDependencies: versions,
  peerDependencies: versions,
  optionalDependencies: versions,
});

/** What a package.json says, as far as the checks read it. */
export type Manifest = z.infer<typeof manifest>;

/** A package of the workspace. */
export interface WorkspacePackage {
  /** `packages/spec`; `''` for the root. */
  readonly folder: string;
  readonly manifest: Manifest;
}

const manifestPath = /^(packages\/[^/]+|codegen|examples\/[^/]+)\/package\.json$/;

/** The packages of the workspace without its root, by folder. */
export function workspacePackages(tree: Tree): WorkspacePackage[] {
  return tree.paths.flatMap((path) => {
    const folder = manifestPath.exec(path)?.[1];
    return folder === undefined ? [] : [{ folder, manifest: readManifest(tree, path) }];
  });
}

/** The packages that users install. */
export function publicPackages(tree: Tree): WorkspacePackage[] {
  return workspacePackages(tree).filter((each) => !each.manifest.private);
}

/** @throws Error naming the file where it is not a package.json */
export function readManifest(tree: Tree, path: string): Manifest {
  const result = manifest.safeParse(JSON.parse(tree.text(path)));
  if (!result.success) throw new Error(`Cannot read ${path}: ${z.prettifyError(result.error)}`);
  return result.data;
}

// Checks of the packages as users get them: the tarballs, and a project that has installed them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAll, publicPackages, tarball } from './public-packages.mjs';
import { pnpm, root, run, tool } from './workspace.mjs';

/**
 * The steps, in order: each needs the ones before it.
 *
 * @param {string} folder an empty folder
 * @returns {import('./steps.mjs').Step[]}
 */
export function packageSteps(folder) {
  const paths = () => publicPackages().map((entry) => join(folder, tarball(entry)));
  return [
    { name: 'pack', run: () => packAll(folder) },
    {
      name: 'publint',
      run: () => forEach(paths(), (path) => run(tool('publint'), ['run', path, '--strict'])),
    },
    {
      name: 'types of packages',
      run: () =>
        forEach(paths(), (path) =>
          run(tool('attw'), [path, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji']),
        ),
    },
    { name: 'doors', run: () => openDoors(folder) },
  ];
}

/**
 * Installs the tarballs into an empty project, then imports every door there, in Node and in TypeScript.
 *
 * @param {string} folder with the tarballs
 */
async function openDoors(folder) {
  writeProject(folder);
  const install = pnpm('install', '--prefer-offline', '--no-frozen-lockfile');
  const installed = await run(...install, { cwd: folder, env: { CI: 'true' } });
  if (installed.code !== 0) return installed;
  const imported = await run(process.execPath, ['doors.mjs'], { cwd: folder });
  if (imported.code !== 0) return imported;
  return typesWithoutNode(await run(tool('tsc'), ['-p', folder, '--listFiles'], { cwd: folder }));
}

/**
 * What the compiler said, unless some package brought the types of Node along: then it says nothing of the others.
 *
 * @param {import('./workspace.mjs').Finished} compiled with the list of its files
 */
function typesWithoutNode({ code, output }) {
  const lines = output.split('\n');
  const node = lines.find((line) => /[\\/]@types[\\/]node[\\/]/.test(line));
  if (node !== undefined)
    return { code: 1, output: `A public declaration asks for the types of Node: ${node}` };
  return { code, output: lines.filter((line) => !/^(?:\/|\w:).*\.[cm]?ts$/.test(line)).join('\n') };
}

/**
 * Writes the project of a user who wants all there is, who checks the declarations of libraries too, and who does not
 * have the types of Node: the code may run elsewhere.
 *
 * @param {string} folder
 */
function writeProject(folder) {
  const packages = publicPackages();
  const files = Object.fromEntries(packages.map((entry) => [entry.name, `file:${tarball(entry)}`]));
  const manifest = { private: true, type: 'module', dependencies: { ...files, ...peers() } };
  // The tarballs ask for each other by version, and nothing is published yet.
  const overrides = Object.entries(files).map(([name, file]) => `  '${name}': '${file}'\n`);
  const settings = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const kept = ['ignoredOptionalDependencies', 'allowBuilds'].map((name) => section(settings, name));
  const compilerOptions = {
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: false,
  };
  const doors = packages.flatMap((entry) => entry.doors);
  const imports = doors.map((door, index) => `import * as door${index} from '${door}';\n`);
  const uses = doors.map(
    (door, index) => `if (Object.keys(door${index}).length === 0) throw new Error('${door} is empty');\n`,
  );

  const project = {
    'package.json': JSON.stringify(manifest),
    'pnpm-workspace.yaml': `packages: []\noverrides:\n${[...overrides, ...kept].join('')}`,
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['doors.mts'] }),
    'doors.mts': [...imports, ...uses].join(''),
    'doors.mjs': [...imports, ...uses].join(''),
  };
  for (const [name, text] of Object.entries(project)) writeFileSync(join(folder, name), text);
}

/** What a user's project brings along: the peers of `@sigil/testing`. */
function peers() {
  /** @type {{ devDependencies: Record<string, string> }} */
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  return Object.fromEntries(
    ['vitest', 'vite']
      .filter((name) => name in devDependencies)
      .map((name) => [name, new RegExp(`^ {2}'?${name}'?: (\\S+)$`, 'm').exec(catalog)?.[1] ?? '*']),
  );
}

/**
 * A top-level entry of a YAML file, with all that is indented below it.
 *
 * @param {string} yaml
 * @param {string} name
 */
function section(yaml, name) {
  return new RegExp(`^${name}:\\n(?: .*\\n)+`, 'm').exec(yaml)?.[0] ?? '';
}

/**
 * Runs a check on each path, two at a time, and joins what fails.
 *
 * @param {readonly string[]} paths
 * @param {(path: string) => Promise<import('./workspace.mjs').Finished>} check
 */
async function forEach(paths, check) {
  const waiting = [...paths];
  let output = '';
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const finished = await check(path);
      if (finished.code !== 0) output += `${path}\n${finished.output}\n`;
    }
  };
  await Promise.all([worker(), worker()]);
  return { code: output === '' ? 0 : 1, output };
}

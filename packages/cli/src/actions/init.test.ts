import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runSigil } from '../fixtures/run-sigil.js';
import { bareProject, temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';
import { ticketServer } from '../fixtures/ticket-server.js';

let project: TemporaryProject;
afterEach(() => project.remove());

const sigil = (...args: string[]) => runSigil(project.root, args);
const tsc = fileURLToPath(new URL('../../../../node_modules/typescript-7/bin/tsc', import.meta.url));

/** The compiler's own words; empty when it has nothing to say. */
function typeCheck(config: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '--noEmit', '-p', config], {
      cwd: project.root,
      encoding: 'utf8',
    });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

describe('sigil init', () => {
  it('sets a project up so that the next commands work at once', async () => {
    project = temporaryProject(bareProject);
    const { code, out, err } = await sigil('init');
    expect(out).toBe(`Sigil is set up in ${project.root}:

  sigil.config.ts     created
  tsconfig.json       experimentalDecorators switched on
  package.json        scripts sigil:generate, sigil:check
  .gitattributes      created
  .gitignore          created
  src/ticket.ts       created: a first signature
  data/tickets.jsonl  created: 60 rows for it
  src/ticket.gen.ts   generated

Next:

  npx sigil render src/ticket.ts#Ticket --data data/tickets.jsonl
  npx sigil eval src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match
  npx sigil optimize src/ticket.ts#Ticket --data data/tickets.jsonl --metric exact-match
`);
    expect([code, err]).toEqual([0, '']);
    expect(typeCheck('tsconfig.json')).toBe('');
    expect(await sigil('check')).toEqual({ code: 0, out: 'Fresh: 1 signature.\n', err: '' });
    const server = await ticketServer();
    const env = { SIGIL_MODEL: `${server.baseURL}#some-model` };
    const run = await runSigil(
      project.root,
      ['eval', 'src/ticket.ts#Ticket', '--data', 'data/tickets.jsonl', '--metric', 'exact-match'],
      { env },
    );
    await server.close();
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('parsed       60/60')]);
  });

  it('changes nothing when it is run again', async () => {
    project = temporaryProject({ ...bareProject, '.gitignore': 'dist\n' });
    await sigil('init');
    const before = project.files();
    const { code, out } = await sigil('init');
    expect([code, out]).toEqual([0, `Sigil is set up in ${project.root}. There is nothing to do.\n`]);
    expect(project.files()).toEqual(before);
  });

  it('works where the tsconfig only references others, as in a Vite project', async () => {
    project = temporaryProject({
      'package.json': '{ "name": "app", "type": "module" }\n',
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.node.json" }] }\n',
      'tsconfig.app.json': `{
  "compilerOptions": {
    "target": "ES2023", "useDefineForClassFields": true, "lib": ["ES2023", "DOM"], "module": "ESNext", "types": [], "skipLibCheck": true,
    /* Bundler mode */
    "moduleResolution": "bundler", "allowImportingTsExtensions": true, "verbatimModuleSyntax": true, "moduleDetection": "force", "noEmit": true,
    /* Linting */
    "strict": true, "noUnusedLocals": true, "noUnusedParameters": true, "erasableSyntaxOnly": true, "noUncheckedSideEffectImports": true
  },
  "include": ["src"]
}
`,
      'tsconfig.node.json': '{ "compilerOptions": { "types": ["node"] }, "include": ["vite.config.ts"] }\n',
    });
    expect((await sigil('init')).code).toBe(0);
    expect(typeCheck('tsconfig.app.json')).toBe('');
    expect((await sigil('render', 'Ticket', '--input', '{"message":"Hello?"}')).out).toContain(
      'message: Hello?',
    );
  });

  it('works in a CommonJS project', async () => {
    project = temporaryProject({ ...bareProject, 'package.json': '{ "name": "app" }\n' });
    expect((await sigil('init')).code).toBe(0);
    expect(typeCheck('tsconfig.json')).toBe('');
    expect((await sigil('render', 'Ticket', '--input', '{"message":"Hello?"}')).out).toContain(
      'message: Hello?',
    );
  });

  it('says what to install where the packages are missing', async () => {
    project = temporaryProject(bareProject);
    rmSync(path.join(project.root, 'node_modules'), { recursive: true });
    const { code, out } = await sigil('init');
    expect(code).toBe(0);
    expect(out).toContain('  npm install sigil && npm install --save-dev @sigil/cli\n  npx sigil generate\n');
  });

  it('shows what would change with --dry-run, and writes nothing', async () => {
    project = temporaryProject(bareProject);
    const before = project.files();
    const { code, out } = await sigil('init', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('tsconfig.json       experimentalDecorators switched on');
    expect(out).toContain('Nothing was written.');
    expect(project.files()).toEqual(before);
  });

  it('refuses outside of a package and without a tsconfig, with the command to run first', async () => {
    project = temporaryProject({ 'package.json': '{ "name": "app" }\n' });
    const noTsconfig = await sigil('init');
    expect(noTsconfig.code).toBe(2);
    expect(noTsconfig.err).toContain(
      "there is no tsconfig.json. Run 'npm install --save-dev typescript && npx tsc --init'",
    );
    rmSync(path.join(project.root, 'package.json'));
    const noPackage = await sigil('init');
    expect([noPackage.code, noPackage.err]).toEqual([2, expect.stringContaining('npm init -y')]);
    expect(project.files()).toEqual({});
  });
});

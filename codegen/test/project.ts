import type { SignatureSpec } from '@sigil/spec';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { onTestFinished } from 'vitest';
import { apply, plan, type Applied, type CompileOptions, type Plan } from '../src/index.js';
import { plainAdapter } from './plain-adapter.js';

const codegen = fileURLToPath(new URL('..', import.meta.url));

/** The first lines of every source in these tests. */
export const IMPORTS = `import { InputField, OutputField, Signature } from 'sigil';\n`;

/** A TypeScript project in a temporary folder that is removed after the test. */
export class Project {
  readonly root: string;

  /** @param end told what to do in the end: `afterAll` for a project that several tests look at */
  constructor(
    files: Readonly<Record<string, string>>,
    folder = tmpdir(),
    end: (clean: () => void) => void = onTestFinished,
  ) {
    this.root = realpathSync(mkdtempSync(join(folder, 'sigil-codegen-')));
    end(() => rmSync(this.root, { recursive: true, force: true }));
    this.write({ 'package.json': '{ "type": "module" }', ...files });
    mkdirSync(join(this.root, 'node_modules'), { recursive: true });
    symlinkSync(realpathSync(join(codegen, 'node_modules/sigil')), join(this.root, 'node_modules/sigil'));
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
  }

  /** Paths of all files under `src`, sorted. */
  list(): string[] {
    const files = readdirSync(join(this.root, 'src'), {
      recursive: true,
      withFileTypes: true,
      encoding: 'utf8',
    });
    return files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(this.root.length + 1))
      .sort();
  }

  plan(options: Partial<CompileOptions> = {}): Promise<Plan> {
    return plan({ root: this.root, adapters: [plainAdapter], ...options });
  }

  /** What the compiler reads of the one signature of the project. */
  async spec(): Promise<SignatureSpec> {
    const [spec] = (await this.plan()).signatures;
    if (spec === undefined) throw new Error('The project has no signature.');
    return spec;
  }

  async generate(options: Partial<CompileOptions> = {}): Promise<Applied & { readonly plan: Plan }> {
    const planned = await this.plan(options);
    return { ...(await apply(planned)), plan: planned };
  }

  /** Loads a module of the project as a tool would that runs TypeScript. */
  async load(path: string): Promise<Loaded> {
    const loaded: Loaded = await tsImport(join(this.root, path), import.meta.url);
    return loaded;
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- what a test loads has no type of its own
type Loaded = Record<string, any>;

/** A signature class with these members, in a source of its own. */
export function signature(members: string, name = 'Ticket', doc = 'Route a ticket.'): string {
  return `${IMPORTS}import * as gen from './ticket.gen.js';

/** ${doc} */
@Signature()
export class ${name} {
  static readonly artifact = gen.${name};
${members}
}
`;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Project, signature } from './project.js';

const codegen = fileURLToPath(new URL('..', import.meta.url));

it('does what the README shows', () => {
  const example = /```ts\n([^]*?)```/u.exec(readFileSync(join(codegen, 'README.md'), 'utf8'))?.[1] ?? '';
  const project = new Project({
    'src/ticket.ts': signature('  @InputField() message!: string;\n  @OutputField() team!: string;'),
    'generate.ts': `${example}\nconsole.log(JSON.stringify([written, deleted]));\n`,
  });
  mkdirSync(join(project.root, 'node_modules/@sigil'));
  symlinkSync(codegen, join(project.root, 'node_modules/@sigil/codegen'));
  const tsx = join(codegen, 'node_modules/.bin/tsx');
  const output = execFileSync(tsx, ['generate.ts'], { cwd: project.root, encoding: 'utf8' });
  expect(output).toBe('[["src/ticket.gen.ts"],[]]\n');
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics, plan, type Plan } from '../src/index.js';
import { plainAdapter } from './plain-adapter.js';

/** `SIGIL_UPDATE=1` writes what is found; the difference is then the review. */
const isUpdate = process.env['SIGIL_UPDATE'] === '1';

const samples = fileURLToPath(new URL('samples', import.meta.url));

describe('the compiler', () => {
  for (const name of readdirSync(samples).sort()) {
    it(`compiles ${name} as expected`, async () => {
      const root = join(samples, name);
      const planned = await plan({ root, include: ['*.ts', '*.tsx'], adapters: [plainAdapter] });
      const found = new Map([
        ...planned.files.map((file) => [`expected/${file.path}`, file.text] as const),
        ...said(planned, root),
      ]);
      if (isUpdate) update(root, found);
      expect(Object.fromEntries(found)).toEqual(expected(root));
    });
  }
});

function said(planned: Plan, root: string): readonly (readonly [string, string])[] {
  const diagnostics = formatDiagnostics(planned.diagnostics, { color: false, root });
  const warnings = planned.warnings
    .map(({ message, details }) => [message, ...details.map((detail) => `  ${detail}`)].join('\n'))
    .join('\n');
  return [
    ...(diagnostics === '' ? [] : [['diagnostics.txt', diagnostics] as const]),
    ...(warnings === '' ? [] : [['warnings.txt', `${warnings}\n`] as const]),
  ];
}

function expected(root: string): Record<string, string> {
  const inFolder = existsSync(join(root, 'expected')) ? readdirSync(join(root, 'expected')) : [];
  const names = [
    ...inFolder.map((name) => `expected/${name}`),
    ...['diagnostics.txt', 'warnings.txt'].filter((name) => existsSync(join(root, name))),
  ];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function update(root: string, found: ReadonlyMap<string, string>): void {
  for (const name of ['expected', 'diagnostics.txt', 'warnings.txt']) {
    rmSync(join(root, name), { recursive: true, force: true });
  }
  if ([...found.keys()].some((name) => name.startsWith('expected/'))) mkdirSync(join(root, 'expected'));
  for (const [name, text] of found) writeFileSync(join(root, name), text);
}

import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { options } from './compiler.js';
import { Project, signature } from './project.js';

const COUNT = 500;

function source(index: number): string {
  return signature(
    `  @InputField() message!: string;
  @InputField() tags: string[] = [];
  @OutputField() team!: 'billing' | 'technical' | 'sales';
  @OutputField() lines!: { sku: string; count: number }[];`,
    `Ticket${index}`,
  ).replace('./ticket.gen.js', `./ticket${index}.gen.js`);
}

function use(index: number): string {
  return `import { Predict } from 'sigil';
import { Ticket${index} } from './ticket${index}.js';
export const predict = new Predict(Ticket${index});
export function read(value: Ticket${index}) {
  return value.team;
}
`;
}

/** A language service over files on disk, as an editor has. */
function languageService(project: Project, files: readonly string[]): ts.LanguageService {
  const parsed = ts.parseJsonConfigFileContent(
    JSON.parse(project.read('tsconfig.json')),
    ts.sys,
    project.root,
  );
  return ts.createLanguageService({
    getCompilationSettings: () => parsed.options,
    getScriptFileNames: () => files.map((file) => join(project.root, file)),
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) =>
      ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, 'utf8')) : undefined,
    getCurrentDirectory: () => project.root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
}

describe('an editor', () => {
  it(`shows each of ${COUNT} signatures under its own name, and its fields as they are written`, async () => {
    const indexes = Array.from({ length: COUNT }, (_, index) => index);
    const project = new Project({
      'tsconfig.json': options('legacy', true),
      ...Object.fromEntries(
        indexes.flatMap((at) => [
          [`src/ticket${at}.ts`, source(at)],
          [`src/use${at}.ts`, use(at)],
        ]),
      ),
    });
    expect((await project.generate()).plan.diagnostics).toEqual([]);
    const service = languageService(
      project,
      indexes.map((at) => `src/use${at}.ts`),
    );
    const hover = (file: string, word: string): string => {
      const text = project.read(file);
      const info = service.getQuickInfoAtPosition(join(project.root, file), text.lastIndexOf(word));
      return ts.displayPartsToString(info?.displayParts);
    };
    const shown = indexes.map((at) => [
      hover(`src/use${at}.ts`, 'predict ='),
      hover(`src/use${at}.ts`, `Ticket${at})`),
      hover(`src/use${at}.ts`, 'value.'),
      hover(`src/use${at}.ts`, 'team'),
    ]);
    expect(shown).toEqual(
      indexes.map((at) => [
        `const predict: Predict<typeof Ticket${at}>`,
        expect.stringMatching(new RegExp(`^\\(alias\\) class Ticket${at}\\b`, 'u')),
        `(parameter) value: Ticket${at}`,
        `(property) Ticket${at}.team: "billing" | "technical" | "sales"`,
      ]),
    );
  }, 120_000);
});

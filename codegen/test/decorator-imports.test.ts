import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Project } from './project.js';

/** A signature class that imports its decorators in this way. */
function using(statement: string, names: readonly [string, string] = ['Signature', 'InputField']): string {
  return `${statement}
import * as gen from './ticket.gen.js';

@${names[0]}()
export class Ticket {
  static readonly artifact = gen.Ticket;
  @${names[1]}() message!: string;
}
`;
}

const NAMED = "import { Signature, InputField } from 'sigil';";

describe('the decorators of a class', () => {
  it.each<[string, string, Record<string, string>, (readonly [string, string])?]>([
    ['by their names', NAMED, {}],
    ['under other names', "import { Signature as S, InputField as In } from 'sigil';", {}, ['S', 'In']],
    ['by the package', "import * as sigil from 'sigil';", {}, ['sigil.Signature', 'sigil.InputField']],
    [
      'by a file that passes them on',
      "import { Signature, InputField } from './own.js';",
      { 'src/own.ts': "export { Signature, InputField } from 'sigil';\n" },
    ],
    [
      'by a file that passes everything on',
      "import { Signature, InputField } from './own.js';",
      { 'src/own.ts': "export * from 'sigil';\n" },
    ],
    [
      'by a file that gives them other names',
      "import { Task, Given } from './own.js';",
      { 'src/own.ts': "export { Signature as Task, InputField as Given } from 'sigil';\n" },
      ['Task', 'Given'],
    ],
    [
      'by two files that give them other names',
      "import { Job, Given } from './own.js';",
      {
        'src/own.ts': "export { Task as Job, Given } from './first.js';\n",
        'src/first.ts': "export { Signature as Task, InputField as Given } from 'sigil';\n",
      },
      ['Job', 'Given'],
    ],
    [
      'by a file that imports and exports them',
      "import { Task, Given } from './own.js';",
      {
        'src/own.ts':
          "import { Signature, InputField } from 'sigil';\nexport { Signature as Task };\nexport const Given = InputField;\n",
      },
      ['Task', 'Given'],
    ],
    [
      'by the namespace of a file',
      "import { dsp } from './own.js';",
      { 'src/own.ts': "export * as dsp from 'sigil';\n" },
      ['dsp.Signature', 'dsp.InputField'],
    ],
    [
      'by a default export',
      "import Task from './own.js';\nimport { InputField as Given } from 'sigil';",
      { 'src/own.ts': "export { Signature as default } from 'sigil';\n" },
      ['Task', 'Given'],
    ],
  ])('are found %s', async (_, statement, files, names) => {
    const project = new Project({ 'src/ticket.ts': using(statement, names), ...files });
    const { diagnostics, signatures } = await project.plan();
    expect(diagnostics).toEqual([]);
    expect(signatures).toMatchObject([{ id: 'src/ticket.ts#Ticket', fields: [{ name: 'message' }] }]);
  });

  it('are an error where the package is not installed', async () => {
    const project = new Project({ 'src/ticket.ts': using(NAMED), 'src/deep/other.ts': using(NAMED) });
    rmSync(join(project.root, 'node_modules/sigil'));
    const { diagnostics, files } = await project.plan();
    expect(files).toEqual([]);
    const found = {
      code: 'SIGIL2022',
      severity: 'error',
      line: 1,
      column: 39,
      message: "Cannot read this file: the module 'sigil' was not found.",
      hint: "is the package installed and built? 'npm install sigil'",
    };
    expect(diagnostics).toMatchObject([
      { ...found, file: 'src/deep/other.ts' },
      { ...found, file: 'src/ticket.ts' },
    ]);
  });

  it('are an error where a file passes on those of a package that is not installed', async () => {
    const project = new Project({
      'src/ticket.ts': using("import { Signature, InputField } from './own.js';"),
      'src/own.ts': "export { Signature, InputField } from 'sigil';\n",
    });
    rmSync(join(project.root, 'node_modules/sigil'));
    const { diagnostics, files } = await project.plan();
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'SIGIL2022', file: 'src/ticket.ts', line: 1, column: 39 }]);
  });

  it('are an error where the package is installed and not built', async () => {
    const project = new Project({ 'src/ticket.ts': using(NAMED) });
    const home = 'node_modules/sigil';
    rmSync(join(project.root, home));
    const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
    project.write({ [`${home}/package.json`]: JSON.stringify({ name: 'sigil', type: 'module', exports }) });
    const { diagnostics, files } = await project.plan();
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'SIGIL2022',
        line: 1,
        column: 39,
        message:
          "Cannot read this file: the package 'sigil' is there, and the files that its package.json names are not.",
        hint: "is it built? Build it where it comes from, or install it again: 'npm install sigil'",
      },
    ]);
    project.write({ [`${home}/dist/index.d.ts`]: 'export {};' });
    expect((await project.plan()).diagnostics).toEqual([]);
  });

  it('need no installed package where a path alias leads to it', async () => {
    const project = new Project({
      'src/ticket.ts': using(NAMED),
      'own/index.ts': 'export {};',
      'tsconfig.json':
        '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "paths": { "sigil": ["./own/index.ts"] } } }',
    });
    rmSync(join(project.root, 'node_modules/sigil'));
    expect((await project.plan()).diagnostics).toEqual([]);
  });

  it.each<[string, string, readonly string[], (readonly [string, string])?]>([
    [
      'a part of the package that is none',
      "import { Signature, InputField } from 'sigil/decorators';",
      ["4:2 Cannot read @Signature: the module 'sigil/decorators' was not found, or has no such name."],
    ],
    [
      'a package by another name',
      "import { Signature, InputField } from '@acme/sigil';",
      ["4:2 Cannot read @Signature: the module '@acme/sigil' was not found, or has no such name."],
    ],
    [
      'a file that is not there, under other names',
      "import { Signature as S, InputField as In } from './sigil.js';",
      ["4:2 Cannot read @Signature: the module './sigil.js' was not found, or has no such name."],
      ['S', 'In'],
    ],
    [
      'a whole file that is not there',
      "import * as own from '../own.js';",
      ["4:2 Cannot read @Signature: the module '../own.js' was not found, or has no such name."],
      ['own.Signature', 'own.InputField'],
    ],
    [
      'nowhere',
      '',
      [
        '4:2 Cannot read @Signature: nothing of that name is imported.',
        '7:4 Cannot read @InputField: nothing of that name is imported.',
      ],
    ],
  ])('are an error where they come from %s', async (_, statement, expected, names) => {
    const project = new Project({ 'src/ticket.ts': using(statement, names) });
    const { diagnostics, files } = await project.plan();
    expect(files).toEqual([]);
    expect(
      diagnostics
        .map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`)
        .slice(0, expected.length),
    ).toEqual(expected.map((one) => `SIGIL2022 ${one}`));
  });

  it('are let alone where they are those of another package, or of the project', async () => {
    const project = new Project({
      'src/other.ts': using("import { Signature, InputField } from 'other-package';"),
      'src/own.ts': using("import { Signature, InputField } from './mine.js';"),
      'src/mine.ts': 'export declare const Signature: any;\nexport declare function InputField(): any;\n',
    });
    expect(await project.plan()).toMatchObject({ diagnostics: [], files: [] });
  });
});
